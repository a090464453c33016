import Codebook
import ReportModel
import Tables

/// The public schema as text, made from the declarations that the tables are written by.
public enum SchemaText {
    /// Every table with its columns, every vocabulary, and the codebook.
    public static var json: String {
        JSONValue.object([
            "schema_version": .string(Schema.version),
            "codebook_version": .string(CodeTable.version),
            "tables": .array(Schema.tables.map { table($0) }),
            "vocabularies": .object(
                Vocabulary.allCases.map { JSONValue.Member($0.name, .array($0.words.map { word($0) })) }),
            "codebook": .array(CellCatalogue.shared.cells.map { cell($0) }),
        ]).text + "\n"
    }

    private static func table(_ schema: TableSchema) -> JSONValue {
        .object([
            "name": .string(schema.name),
            "title": .string(schema.title),
            "description": .string(schema.description),
            "primary_key": .array(schema.primaryKey.map { .string($0) }),
            "foreign_keys": .array(
                schema.foreignKeys.map {
                    .object([
                        "column": .string($0.column), "table": .string($0.table.rawValue), "target": .string($0.target),
                    ])
                }),
            "columns": .array(schema.columns.map { column($0) }),
        ])
    }

    private static func column(_ column: Column) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(column.name)), .init("type", .string(column.type.name)),
        ]
        if case .code(let vocabulary) = column.type { members.append(.init("vocabulary", .string(vocabulary.name))) }
        members += [
            .init("required", .bool(column.isRequired)), .init("title", .string(column.title)),
            .init("description", .string(column.description)),
        ]
        return .object(members)
    }

    private static func word(_ word: Word) -> JSONValue {
        .object(["code": .string(word.code), "title": .string(word.title), "meaning": .string(word.meaning)])
    }

    private static func cell(_ cell: CatalogueCell) -> JSONValue {
        .object([
            "form": .string(cell.form.rawValue), "section": .string(cell.table.rawValue),
            "article": cell.spec.article.isEmpty ? .null : .string(cell.spec.article), "row": .string(cell.spec.row),
            "column": .string(cell.spec.column), "row_label": .string(cell.spec.rowLabel),
            "column_label": .string(cell.spec.columnLabel), "unit": .string(cell.spec.unit.rawValue),
        ])
    }
}
