public import Codebook
public import ReportModel

/// Every statutory cell of both forms under one running number, so that the constant columns of a cell's row can be
/// prepared once for each.
public struct CellCatalogue: Sendable {
    public static let shared = CellCatalogue()

    /// In the order of `codebook`: form by form, table by table.
    public let cells: [CatalogueCell]
    private let starts: [Int]

    /// The running numbers of a table's cells.
    public func cells(_ form: FormVersion, _ table: StatutoryTable) -> Range<Int> {
        let at = CellCatalogue.index(form, table)
        return starts[at]..<starts[at + 1]
    }

    private static func index(_ form: FormVersion, _ table: StatutoryTable) -> Int {
        let base =
            switch form {
            case .form2019: 0
            case .form2021: 3
            }
        return switch table {
        case .disclosures: base
        case .applications: base + 1
        case .proceedings: base + 2
        }
    }

    private init() {
        var cells: [CatalogueCell] = []
        var starts = [0]
        for form in FormVersion.allCases {
            for table in StatutoryTable.allCases {
                cells += CodeTable.shared.spec(form, table).cells.map {
                    CatalogueCell(form: form, table: table, spec: $0)
                }
                starts.append(cells.count)
            }
        }
        self.cells = cells
        self.starts = starts
    }
}

/// One statutory cell with what its rows always say.
public struct CatalogueCell: Sendable {
    public var form: FormVersion
    public var table: StatutoryTable
    public var spec: CellSpec
    /// The columns that follow `report_id` up to `value`.
    public var codes: [Code]
    /// Of `value`.
    public var unit: Code

    init(form: FormVersion, table: StatutoryTable, spec: CellSpec) {
        self.form = form
        self.table = table
        self.spec = spec
        let form = Code(form)
        codes =
            switch table {
            case .disclosures:
                [form, Code(spec.article, of: .article), Code(spec.row, of: .item), Code(spec.column, of: .measure)]
            case .applications: [form, Code(spec.row, of: .outcome), Code(spec.column, of: .applicant)]
            case .proceedings: [form, Code(spec.row, of: .procedure), Code(spec.column, of: .decision)]
            }
        unit = Code(spec.unit == .count ? "count" : "CNY", of: .unit)
    }
}

/// A word of a closed vocabulary by its place.
public struct Code: Hashable, Sendable {
    public var index: Int
    public var vocabulary: Vocabulary

    @inlinable public init(_ index: Int, of vocabulary: Vocabulary) {
        self.index = index
        self.vocabulary = vocabulary
    }

    /// - Precondition: the word is in the vocabulary.
    init(_ word: String, of vocabulary: Vocabulary) {
        guard let index = vocabulary.words.firstIndex(where: { $0.code == word }) else {
            preconditionFailure("\(vocabulary) has no word \(word)")
        }
        self.init(index, of: vocabulary)
    }
}
