internal import HanText
internal import ReportModel

/// All wordings of the form, ready to be matched against text.
///
/// Every character that occurs in a wording has a small number, its symbol. Text is turned into symbols once (blanks, digits,
/// punctuation dropped; width and traditional characters folded), so that a label is recognised whatever was strewn into it.
public struct Lexicon: Sendable {
    /// A character that occurs in no wording.
    public static let unknown: UInt16 = 1
    /// No character of a label: blank, digit, punctuation.
    public static let skipped: UInt16 = 0

    public static let shared = Lexicon()

    public let labels: [Label]
    /// The labels of statutory tables.
    public let forms: LabelTrie
    /// The headings of sections.
    public let headings: LabelTrie

    /// Symbol by scalar, for the Basic Multilingual Plane.
    @usableFromInline let symbolOf: [UInt16]

    /// The symbol of a scalar: ``skipped``, ``unknown``, or that of a character of some label.
    @inlinable @inline(__always)
    public func symbol(_ scalar: UInt32) -> UInt16 {
        scalar < 0x10000 ? symbolOf[Int(scalar)] : Lexicon.unknown
    }

    /// The symbols of a text, enumerators included.
    public func symbols(of text: String) -> [UInt16] {
        text.unicodeScalars.map { symbol($0.value) }.filter { $0 != Lexicon.skipped }
    }

    private init() {
        var symbolOf = [UInt16](repeating: 0, count: 0x10000)
        for scalar in 0..<UInt32(0x10000) where ScalarClass.isLetter(scalar) { symbolOf[Int(scalar)] = Lexicon.unknown }
        var next = Lexicon.unknown + 1
        let rows = CSVLines(PackageResources.labels_csv).dropFirst()
        for fields in rows {
            for scalar in fields[4].unicodeScalars where ScalarClass.isLetter(scalar.value) {
                if symbolOf[Int(scalar.value)] == Lexicon.unknown {
                    symbolOf[Int(scalar.value)] = next
                    next += 1
                }
            }
        }
        for fields in CSVLines(PackageResources.variants_csv).dropFirst() {
            guard let variant = fields[0].unicodeScalars.first, let standard = fields[1].unicodeScalars.first else { continue }
            if symbolOf[Int(variant.value)] <= Lexicon.unknown {
                symbolOf[Int(variant.value)] = symbolOf[Int(standard.value)]
            }
        }
        var labels: [Label] = []
        for fields in rows {
            guard let kind = LabelKind(rawValue: fields[1]) else { preconditionFailure("labels.csv: bad row \(fields)") }
            let table = StatutoryTable(rawValue: fields[0])
            var label = Label(
                table: table, kind: kind, form: FormVersion(rawValue: fields[2]), code: fields[3], text: fields[4],
                symbols: fields[4].unicodeScalars.map { symbolOf[Int($0.value)] }.filter { $0 > Lexicon.skipped },
                row2019: -1, row2021: -1)
            if let table, kind == .row {
                label.row2019 = CodeTable.shared.spec(.form2019, table).row(fields[3]) ?? -1
                label.row2021 = CodeTable.shared.spec(.form2021, table).row(fields[3]) ?? -1
                precondition(max(label.row2019, label.row2021) >= 0, "labels.csv: unknown row \(fields[3])")
            }
            labels.append(label)
        }
        self.symbolOf = symbolOf
        self.labels = labels
        self.forms = LabelTrie(labels.enumerated().filter { $1.table != nil }.map { ($0, $1.symbols) })
        self.headings = LabelTrie(labels.enumerated().filter { $1.table == nil }.map { ($0, $1.symbols) })
    }
}
