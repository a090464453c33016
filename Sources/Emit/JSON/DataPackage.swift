import Codebook
import Tables

/// The content of `datapackage.json`: what every file holds, for programs (Data Package v2).
struct DataPackage {
    static let fileName = "datapackage.json"

    let json: JSONValue

    init(files: [WrittenFile], style: CSVStyle) {
        let resources = files.map { file in
            if let table = file.table, file.name.hasSuffix(".csv") {
                DataPackage.table(table.schema, file, style: style)
            } else {
                DataPackage.plainFile(file)
            }
        }
        json = .object([
            "$schema": .string("https://datapackage.org/profiles/2.0/datapackage.json"),
            "name": .string("gongkai"),
            "title": .string("政府信息公开工作年度报告数据"),
            "description": .string(
                "Annual reports on open government information, as tables. Every statutory cell of every report has one row; "
                    + "a printed number is never changed."),
            "version": .string(Schema.version),
            "codebook_version": .string(CodeTable.version),
            "resources": .array(resources),
        ])
    }

    /// A file that is listed with its size and digest only.
    private static func plainFile(_ file: WrittenFile) -> JSONValue {
        // Names of resources are letters, digits and . _ - only.
        let name = file.name.map { $0 == "/" || $0 == "=" ? "-" : $0 }
        var members: [JSONValue.Member] = [
            .init("$schema", .string("https://datapackage.org/profiles/2.0/dataresource.json")),
            .init("name", .string(String(name))),
            // Without it, tools take the file for a table and read it in their own way.
            .init("type", .string("file")),
            .init("path", .string(file.name)),
        ]
        if let kind = FileKind.all.first(where: { file.name.hasSuffix($0.suffix) }) {
            members += [
                .init("title", .string(kind.title)), .init("description", .string(kind.description)),
                .init("format", .string(kind.format)), .init("mediatype", .string(kind.mediaType)),
            ]
        }
        members += [.init("bytes", .integer(file.bytes)), .init("hash", .string("sha256:\(file.sha256)"))]
        return .object(members)
    }

    /// What can be said of files that hold several tables.
    private struct FileKind {
        var suffix: String
        var title: String
        var description: String
        var format: String
        var mediaType: String

        static let all = [
            FileKind(
                suffix: ".sqlite", title: "数据库", description: "All tables as an SQLite database, with labels and views.",
                format: "sqlite", mediaType: "application/vnd.sqlite3"),
            // Not `xlsx`: readers would take the first sheet, which is text, for the table.
            FileKind(
                suffix: ".xlsx", title: "工作簿", description: "The tables as a workbook, a sheet a table; the first sheet is a note.",
                format: "ooxml", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ]
    }

    private static func table(_ schema: TableSchema, _ file: WrittenFile, style: CSVStyle) -> JSONValue {
        .object([
            "$schema": .string("https://datapackage.org/profiles/2.0/dataresource.json"),
            "name": .string(schema.name),
            "type": .string("table"),
            "path": .string(file.name),
            "title": .string(schema.title),
            "description": .string(schema.description),
            "format": .string("csv"),
            "mediatype": .string("text/csv"),
            "encoding": .string("utf-8"),
            "bytes": .integer(file.bytes),
            "hash": .string("sha256:\(file.sha256)"),
            "dialect": .object([
                "$schema": .string("https://datapackage.org/profiles/2.0/tabledialect.json"),
                "delimiter": .string(","),
                "lineTerminator": .string(style.flavor == .spreadsheet ? "\r\n" : "\n"),
                "quoteChar": .string("\""),
                "doubleQuote": .bool(true),
                "header": .bool(true),
            ]),
            "schema": tableSchema(schema, style: style),
        ])
    }

    private static func tableSchema(_ schema: TableSchema, style: CSVStyle) -> JSONValue {
        func name(_ column: String, of table: TableSchema) -> String {
            guard style.headers == .zh, let index = table.index(of: column) else { return column }
            return table.columns[index].title
        }
        var members: [JSONValue.Member] = [
            .init("$schema", .string("https://datapackage.org/profiles/2.0/tableschema.json")),
            .init(
                "fields",
                .array(
                    schema.columns.map {
                        field($0, name: name($0.name, of: schema), isKey: schema.primaryKey == [$0.name])
                    })),
            .init("missingValues", .array([.string("")])),
        ]
        if !schema.primaryKey.isEmpty {
            members.append(.init("primaryKey", .array(schema.primaryKey.map { .string(name($0, of: schema)) })))
        }
        if !schema.foreignKeys.isEmpty {
            members.append(
                .init(
                    "foreignKeys",
                    .array(
                        schema.foreignKeys.map { key in
                            // A table refers to itself by an empty name.
                            .object([
                                "fields": .array([.string(name(key.column, of: schema))]),
                                "reference": .object([
                                    "resource": .string(key.table == schema.table ? "" : key.table.rawValue),
                                    "fields": .array([.string(name(key.target, of: key.table.schema))]),
                                ]),
                            ])
                        })))
        }
        return .object(members)
    }

    private static func field(_ column: Column, name: String, isKey: Bool) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(name)),
            .init("type", .string(column.type.fieldType)),
            .init("title", .string(column.title)),
            .init("description", .string(column.description)),
        ]
        var constraints: [JSONValue.Member] = []
        if column.isRequired { constraints.append(.init("required", .bool(true))) }
        if isKey { constraints.append(.init("unique", .bool(true))) }
        if case .code(let vocabulary) = column.type {
            constraints.append(.init("enum", .array(vocabulary.words.map { .string($0.code) })))
        }
        if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
        return .object(members)
    }
}
