internal import Codebook
internal import ReportModel

/// What every wording of the codebook names in one table, worked out once.
final class NamingTable: Sendable {
    private static let disclosures = NamingTable(.disclosures)
    private static let applications = NamingTable(.applications)
    private static let proceedings = NamingTable(.proceedings)

    private let table: StatutoryTable
    /// By state of the trie: an index into `namings`; that of the empty naming for states at which no label ends.
    private let places: [Int16]
    private let namings: [Naming]
    /// The symbols of all groups' labels and of all rows' labels, zeros between the labels.
    private let groups: [UInt16]
    private let rows: [UInt16]

    static func of(_ table: StatutoryTable) -> NamingTable {
        switch table {
        case .disclosures: disclosures
        case .applications: applications
        case .proceedings: proceedings
        }
    }

    private init(_ table: StatutoryTable) {
        self.table = table
        let trie = Lexicon.shared.forms
        var places = [Int16](repeating: 0, count: trie.count)
        var namings = [Naming()]
        for state in 0..<trie.count where trie.isTerminal(Int32(state)) {
            places[state] = Int16(namings.count)
            namings.append(Naming(trie.labels(at: Int32(state)), table))
        }
        self.places = places
        self.namings = namings
        groups = NamingTable.wordings(.group, table)
        rows = NamingTable.wordings(.row, table)
    }

    private static func wordings(_ kind: LabelKind, _ table: StatutoryTable) -> [UInt16] {
        let lexicon = Lexicon.shared
        var joined: [UInt16] = [Lexicon.skipped]
        for label in lexicon.labels where label.table == table && label.kind == kind {
            joined += lexicon.symbols(of: label)
            joined.append(Lexicon.skipped)
        }
        return joined
    }

    /// Whether symbols are a part, not the whole, of a group's label or, where they are two or more, of a row's.
    func hasFragment(_ symbols: ArraySlice<UInt16>) -> Bool {
        NamingTable.holds(groups, symbols) || symbols.count >= 2 && NamingTable.holds(rows, symbols)
    }

    private static func holds(_ wordings: [UInt16], _ symbols: ArraySlice<UInt16>) -> Bool {
        guard let first = symbols.first, wordings.count > symbols.count else { return false }
        for start in 1..<(wordings.count - symbols.count) where wordings[start] == first {
            let end = start + symbols.count
            guard wordings[start - 1] != Lexicon.skipped || wordings[end] != Lexicon.skipped else { continue }
            if wordings[start..<end].elementsEqual(symbols) { return true }
        }
        return false
    }

    /// Whether a row may stand under the group whose label ends at a state: it is of that group, or the group is the whole of the
    /// outcomes.
    func isWithin(_ row: Naming, _ group: Int32) -> Bool {
        let lexicon = Lexicon.shared
        for index in lexicon.forms.labels(at: group) where lexicon.labels[index].table == table && lexicon.labels[index].kind == .group {
            let prefix = lexicon.name(of: lexicon.labels[index].code) + "."
            for form in FormVersion.allCases where row.row(form) >= 0 {
                let rows = CodeTable.shared.spec(form, table).rows
                if rows[row.row(form)].code.hasPrefix(prefix) || !rows.contains(where: { $0.code.hasPrefix(prefix) }) { return true }
            }
        }
        return false
    }

    /// What the labels that end at a state name.
    func naming(at state: Int32) -> Naming { namings[Int(places[Int(state)])] }
}
