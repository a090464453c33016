import ReportModel
import Tables

/// What one column is in Parquet.
struct ColumnLayout: Hashable, Sendable {
    /// How values come, and how they are kept until they are written.
    enum Storage: Hashable, Sendable {
        /// Places in a closed vocabulary.
        case code(Vocabulary)
        /// Texts that repeat: a dictionary is tried.
        case words
        /// Long texts, or texts of which hardly two are equal: no dictionary is tried.
        case long
        case number(NumberType)
        case boolean
    }

    var name: String
    /// The place in the table's schema.
    var source: Int
    var storage: Storage

    init(_ column: Column, at source: Int, of table: Table, numbers: ParquetOptions.Numbers) {
        name = column.name
        self.source = source
        storage =
            switch column.type {
            case .code(let vocabulary): .code(vocabulary)
            case .integer: .number(.integer)
            case .date: .number(.date)
            case .decimal: .number(numbers == .decimal ? .decimal : .double)
            case .boolean: .boolean
            case .locator: .words
            case .text, .identifier: ColumnLayout.isLong(column.name, of: table) ? .long : .words
            }
    }

    private static func isLong(_ name: String, of table: Table) -> Bool {
        switch table {
        case .files: name == "path" || name == "report_id" || name == "sha256"
        case .reports: name == "path" || name == "report_id" || name == "title"
        case .panel: name == "report_id"
        case .sections, .facts: name == "text"
        default: false
        }
    }

    var type: ParquetType {
        switch storage {
        case .code, .words, .long: .byteArray
        case .number(.integer): .int64
        case .number(.date): .int32
        case .number(.decimal): .fixedLengthByteArray
        case .number(.double): .double
        case .boolean: .boolean
        }
    }
}

/// The columns of one file.
struct TableLayout: Hashable, Sendable {
    let table: Table
    let columns: [ColumnLayout]
    /// The columns of the schema, with those that the file leaves out.
    let width: Int
    /// The places in the schema whose texts are kept apart as long ones.
    let longColumns: [Bool]

    /// - Parameter omitted: a column that the file's path tells.
    init(_ table: Table, numbers: ParquetOptions.Numbers, omitting omitted: String? = nil) {
        self.table = table
        let all = table.schema.columns.enumerated().map {
            ColumnLayout($0.element, at: $0.offset, of: table, numbers: numbers)
        }
        columns = all.filter { $0.name != omitted }
        width = all.count
        longColumns = all.map { $0.storage == .long }
    }

    /// The place of a column in the file.
    func place(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
