import Codebook
import ReportModel
import Tables

extension SchemaText {
    /// The data dictionary in Chinese.
    public static var chineseMarkdown: String {
        var text = """
            # 数据字典

            表结构版本 \(Schema.version)，代码表版本 \(CodeTable.version)。CSV 中空字段即空值。各行按输入路径（UTF-8 字节序）排列，同一报告内按格式次序排列。
            英文版见 [SCHEMA.md](SCHEMA.md)。

            | 表 | 名称 | 说明 |
            |---|---|---|

            """
        for table in Schema.tables { text += "| [`\(table.name)`](#\(table.name)) | \(table.title) | \(cell(table.note)) |\n" }
        for table in Schema.tables { text += chapter(table) }
        text += "\n# 代码词\n\n类型为“代码”的列只用下列各词。\n"
        for vocabulary in Vocabulary.allCases { text += chapter(vocabulary) }
        return text
    }

    private static func chapter(_ table: TableSchema) -> String {
        var text = "\n## \(table.name)\n\n\(table.title)。\(table.note)\n\n"
        if !table.primaryKey.isEmpty {
            text += "主键：\(table.primaryKey.map { "`\($0)`" }.joined(separator: "、"))。\n"
        }
        for key in table.foreignKeys {
            text += "外键：`\(key.column)` 指向 `\(key.table.rawValue).\(key.target)`。\n"
        }
        if !table.primaryKey.isEmpty || !table.foreignKeys.isEmpty { text += "\n" }
        text += "| 列 | 名称 | 类型 | 可空 | 说明 |\n|---|---|---|---|---|\n"
        for column in table.columns {
            text += "| `\(column.name)` | \(cell(column.title)) | \(chineseType(column.type)) | \(column.isRequired ? "" : "是") | "
            text += "\(cell(table.note(on: column))) |\n"
        }
        return text
    }

    private static func chapter(_ vocabulary: Vocabulary) -> String {
        var text = "\n## \(vocabulary.name)\n\n| 词 | 名称 | 含义 |\n|---|---|---|\n"
        for word in vocabulary.words { text += "| `\(word.code)` | \(cell(word.title)) | \(cell(word.note)) |\n" }
        return text
    }

    private static func chineseType(_ type: ColumnType) -> String {
        switch type {
        case .text: "文本"
        case .identifier: "编号"
        case .integer: "整数"
        case .decimal: "小数（精确）"
        case .date: "日期"
        case .boolean: "真假"
        case .locator: "位置"
        case .code(let vocabulary): "代码：[\(vocabulary.name)](#\(vocabulary.name))"
        }
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
