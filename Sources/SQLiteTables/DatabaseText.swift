import Codebook
import GRDB
import Tables

/// The SQL that makes the tables, and what describes them inside the file.
enum DatabaseText {
    /// `CREATE TABLE` with the Chinese titles as comments, so that `.schema` tells them.
    static func table(_ schema: TableSchema) -> String {
        var lines = schema.columns.map { column in
            let references = schema.foreignKeys.first { $0.column == column.name }
                .map { " REFERENCES \(quoted($0.table.rawValue)) (\(quoted($0.target)))" }
            let text = "\(quoted(column.name)) \(type(column.type))\(column.isRequired ? " NOT NULL" : "")\(references ?? "")"
            return (text, column.title)
        }
        if !schema.primaryKey.isEmpty {
            lines.append(("PRIMARY KEY (\(list(schema.primaryKey)))", ""))
        }
        let body = lines.enumerated().map { index, line in
            "    \(line.0)\(index + 1 < lines.count ? "," : "")\(line.1.isEmpty ? "" : " -- \(line.1)")\n"
        }
        return "CREATE TABLE \(quoted(schema.name)) ( -- \(schema.title)\n\(body.joined()))"
    }

    private static func type(_ type: ColumnType) -> String {
        switch type {
        case .text, .identifier, .date, .locator, .code: "TEXT"
        case .integer, .boolean: "INTEGER"
        case .decimal: "NUMERIC"
        }
    }

    /// What stands in the file beside the tables of a run.
    static let companions = """
        CREATE TABLE "words" ( -- 代码词表
            "vocabulary" TEXT NOT NULL, -- 词表
            "word" TEXT NOT NULL, -- 代码
            "position" INTEGER NOT NULL, -- 次序
            "title" TEXT, -- 中文名称
            "meaning" TEXT, -- 英文释义
            PRIMARY KEY ("vocabulary", "word")
        );
        CREATE TABLE "dictionary" ( -- 数据字典
            "table" TEXT NOT NULL, -- 表
            "column" TEXT NOT NULL, -- 列
            "position" INTEGER NOT NULL, -- 次序
            "type" TEXT NOT NULL, -- 类型
            "vocabulary" TEXT, -- 词表
            "is_required" INTEGER NOT NULL, -- 必填
            "title" TEXT NOT NULL, -- 中文名称
            "description" TEXT NOT NULL, -- 英文说明
            PRIMARY KEY ("table", "column")
        );
        CREATE TABLE "about" ( -- 关于本文件
            "key" TEXT NOT NULL PRIMARY KEY,
            "value" TEXT NOT NULL
        );
        """

    /// What an analyst looks things up by, besides the keys: the columns that refer to other tables, issuers and years, kinds of
    /// problems and facts, and the checks that failed.
    static var indexes: [String] {
        var statements: [String] = []
        for schema in Schema.tables {
            for key in schema.foreignKeys where schema.primaryKey.first != key.column {
                statements.append(index(schema.name, [key.column]))
            }
        }
        statements.append(index("reports", ["issuer", "year"]))
        statements.append(index("reports", ["year"]))
        statements.append(index("facts", ["kind"]))
        statements.append(index("errors", ["code"]))
        statements.append(index("checks", ["rule"], where: "outcome = 'fail'"))
        return statements
    }

    private static func index(_ table: String, _ columns: [String], where condition: String? = nil) -> String {
        let name = quoted("\(table)_by_\(columns.joined(separator: "_"))")
        return "CREATE INDEX \(name) ON \(quoted(table)) (\(list(columns)))\(condition.map { " WHERE \($0)" } ?? "")"
    }

    static func insertCompanions(into db: Database) throws {
        for vocabulary in Vocabulary.allCases {
            for (position, word) in vocabulary.words.enumerated() {
                try db.execute(
                    sql: "INSERT INTO words VALUES (?, ?, ?, ?, ?)",
                    arguments: [
                        vocabulary.name, word.code, position + 1, word.title.isEmpty ? nil : word.title,
                        word.meaning.isEmpty ? nil : word.meaning,
                    ])
            }
        }
        for schema in Schema.tables {
            for (position, column) in schema.columns.enumerated() {
                var vocabulary: String?
                if case .code(let words) = column.type { vocabulary = words.name }
                try db.execute(
                    sql: "INSERT INTO dictionary VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        schema.name, column.name, position + 1, column.type.name, vocabulary, column.isRequired, column.title,
                        column.description,
                    ])
            }
        }
    }

    static func describe(toolVersion: String, in db: Database) throws {
        let facts = [
            ("title", "政府信息公开工作年度报告数据"), ("tool", "gongkai \(toolVersion)"), ("schema_version", Schema.version),
            ("codebook_version", CodeTable.version),
        ]
        for (key, value) in facts {
            try db.execute(sql: "INSERT INTO about VALUES (?, ?)", arguments: [key, value])
        }
    }

    static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    static func list(_ names: [String]) -> String { names.map { quoted($0) }.joined(separator: ", ") }
}
