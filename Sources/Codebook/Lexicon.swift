internal import HanText
internal import ReportModel

/// All wordings of the form, ready to be matched against text.
///
/// Every character that occurs in a wording has a small number, its symbol. Text is turned into symbols once (blanks, digits,
/// punctuation dropped; width and traditional characters folded), so that a label is recognised whatever was strewn into it. One
/// object, because its tables are large and looked into for every character.
public final class Lexicon: Sendable {
    /// A character that occurs in no wording.
    public static let unknown: UInt16 = 1
    /// No character of a label: blank, digit, punctuation.
    public static let skipped: UInt16 = 0

    /// The bit of a glyph that marks a Han character other than the figures 一 ... 十: it can be nothing but part of a text.
    public static let plain: UInt16 = 0x8000

    public static let shared = Lexicon()

    public let labels: [Label]
    /// The labels of statutory tables.
    public let forms: LabelTrie
    /// The headings of sections.
    public let headings: LabelTrie

    /// By scalar of the Basic Multilingual Plane: its symbol, with ``plain`` set where it is a Han character that counts nothing.
    public let glyphs: [UInt16]
    /// The symbols of all labels, one after another.
    private let symbols: [UInt16]
    private let names: [String]
    private let codes: [String: PartCode]

    /// The symbol of a scalar: ``skipped``, ``unknown``, or that of a character of some label.
    @inlinable @inline(__always)
    public func symbol(_ scalar: UInt32) -> UInt16 {
        scalar < 0x10000 ? glyphs[Int(scalar)] & ~Lexicon.plain : Lexicon.unknown
    }

    public func symbols(of label: Label) -> ArraySlice<UInt16> {
        symbols[Int(label.symbolStart)..<Int(label.symbolStart + label.symbolCount)]
    }

    /// The code that is spelled so in the data files. It must be there.
    public func code(_ name: String) -> PartCode {
        guard let code = codes[name] else { preconditionFailure("labels.csv names no part \(name)") }
        return code
    }

    public func name(of code: PartCode) -> String { names[Int(code.id)] }

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
        var symbols: [UInt16] = []
        var names: [String] = []
        var codes: [String: PartCode] = [:]
        for fields in rows {
            guard let kind = LabelKind(rawValue: fields[1]) else { preconditionFailure("labels.csv: bad row \(fields)") }
            let table = StatutoryTable(rawValue: fields[0])
            if codes[fields[3]] == nil {
                codes[fields[3]] = PartCode(names.count)
                names.append(fields[3])
            }
            let own = fields[4].unicodeScalars.map { symbolOf[Int($0.value)] }.filter { $0 > Lexicon.skipped }
            let places = FormVersion.allCases.map { Lexicon.index(of: fields[3], kind, table, $0) }
            precondition(kind != .row || max(places[0], places[1]) >= 0, "labels.csv: unknown row \(fields[3])")
            labels.append(
                Label(
                    table: table, kind: kind, form: FormVersion(rawValue: fields[2]), code: codes[fields[3]] ?? PartCode(0),
                    index2019: Int16(places[0]), index2021: Int16(places[1]), symbolStart: Int32(symbols.count),
                    symbolCount: Int32(own.count)))
            symbols += own
        }
        for scalar in UInt32(0x4E00)...0x9FFF where ScalarClass.hanOrdinal(scalar) == 0 { symbolOf[Int(scalar)] |= Lexicon.plain }
        self.glyphs = symbolOf
        self.labels = labels
        self.symbols = symbols
        self.names = names
        self.codes = codes
        let entries = labels.indices.map { index in
            let label = labels[index]
            return (index, symbols[Int(label.symbolStart)..<Int(label.symbolStart + label.symbolCount)])
        }
        self.forms = LabelTrie(entries.filter { labels[$0.0].table != nil })
        self.headings = LabelTrie(entries.filter { labels[$0.0].table == nil })
    }

    /// The place of a row, or of a column in the table's first row; -1 where there is none.
    private static func index(of code: String, _ kind: LabelKind, _ table: StatutoryTable?, _ form: FormVersion) -> Int {
        guard let table else { return -1 }
        let spec = CodeTable.shared.spec(form, table)
        switch kind {
        case .row: return spec.row(code) ?? -1
        case .column:
            let width = spec.rows.first?.cells.count ?? 0
            return spec.cells.prefix(width).firstIndex { $0.column == code } ?? -1
        case .group, .heading: return -1
        }
    }
}
