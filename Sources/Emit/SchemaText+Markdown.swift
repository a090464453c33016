import Codebook
import ReportModel
import Tables

extension SchemaText {
    /// The data dictionary: Chinese titles, English descriptions.
    public static var markdown: String {
        var text = """
            # Tables

            Schema version \(Schema.version), codebook version \(CodeTable.version). An empty field is a null. Rows stand in the order of the inputs'
            paths (compared as UTF-8 bytes) and, inside a report, in the order of the form.

            | table | 名称 | one row is |
            |---|---|---|

            """
        for table in Schema.tables {
            text += "| [`\(table.name)`](#\(table.name)) | \(table.title) | \(field(table.description)) |\n"
        }
        for table in Schema.tables { text += section(table) }
        text += "\n# Words\n\nThe closed vocabularies of columns of type `code`.\n"
        for vocabulary in Vocabulary.allCases { text += section(vocabulary) }
        return text
    }

    private static func section(_ table: TableSchema) -> String {
        var text = "\n## \(table.name)\n\n\(table.title). \(table.description)\n\n"
        if !table.primaryKey.isEmpty {
            text += "Key: \(table.primaryKey.map { "`\($0)`" }.joined(separator: ", ")).\n"
        }
        for key in table.foreignKeys {
            text += "`\(key.column)` refers to `\(key.table.rawValue).\(key.target)`.\n"
        }
        if !table.primaryKey.isEmpty || !table.foreignKeys.isEmpty { text += "\n" }
        text += "| column | type | null | 名称 | description |\n|---|---|---|---|---|\n"
        for column in table.columns {
            text += "| `\(column.name)` | \(type(column.type)) | \(column.isRequired ? "" : "yes") | "
            text += "\(field(column.title)) | \(field(column.description)) |\n"
        }
        return text
    }

    private static func type(_ type: ColumnType) -> String {
        if case .code(let vocabulary) = type { return "code: [\(vocabulary.name)](#\(vocabulary.name))" }
        return type.name
    }

    private static func section(_ vocabulary: Vocabulary) -> String {
        var text = "\n## \(vocabulary.name)\n\n| word | 中文 | meaning |\n|---|---|---|\n"
        for word in vocabulary.words { text += "| `\(word.code)` | \(field(word.title)) | \(field(word.meaning)) |\n" }
        return text
    }

    /// Text for a cell of a Markdown table.
    private static func field(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
