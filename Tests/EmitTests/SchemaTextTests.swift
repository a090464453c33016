import Codebook
import Emit
import Foundation
import Tables
import Testing

@Suite struct SchemaTextTests {
    @Test func jsonHoldsEveryTableColumnAndCell() throws {
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(SchemaText.json.utf8)) as? [String: Any])
        #expect(json["schema_version"] as? String == Schema.version)
        #expect(json["codebook_version"] as? String == CodeTable.version)
        let tables = try #require(json["tables"] as? [[String: Any]])
        #expect(tables.compactMap { $0["name"] as? String } == Table.allCases.map(\.rawValue))
        for (table, schema) in zip(tables, Schema.tables) {
            let columns = try #require(table["columns"] as? [[String: Any]])
            #expect(columns.compactMap { $0["name"] as? String } == schema.columns.map(\.name))
        }
        let words = try #require(json["vocabularies"] as? [String: [[String: Any]]])
        #expect(words.count == Vocabulary.allCases.count)
        #expect(
            words["cell_status"]?.compactMap { $0["code"] as? String } == [
                "reported", "blank", "inferred", "unreadable", "absent",
            ])
        #expect((json["codebook"] as? [Any])?.count == 398)
    }

    @Test func markdownHasARowForEveryColumnAndWord() {
        let text = SchemaText.markdown
        for table in Schema.tables {
            for column in table.columns { #expect(text.contains("\n| `\(column.name)` | ")) }
        }
        for vocabulary in Vocabulary.allCases {
            #expect(text.contains("\n## \(vocabulary.name)\n"))
            for word in vocabulary.words { #expect(text.contains("\n| `\(word.code)` | ")) }
        }
        #expect(
            text.contains("| `status` | code: [cell_status](#cell_status) |  | 单元格状态 | How the value came about. |\n"))
        #expect(
            text.contains("\nKey: `report_id`, `outcome`, `applicant`.\n`report_id` refers to `reports.report_id`.\n"))
    }

    @Test func theChineseDictionaryDescribesEveryColumnAndWord() {
        let text = SchemaText.chineseMarkdown
        for table in Schema.tables {
            #expect(text.contains("\n## \(table.name)\n\n\(table.title)。\(table.note)\n"))
            for column in table.columns {
                #expect(text.contains("\n| `\(column.name)` | \(column.title) | "))
                #expect(!table.note(on: column).isEmpty || table.table == .panel && column.type == .decimal, "\(column.name)")
                #expect(!column.title.isEmpty && !column.description.isEmpty)
            }
        }
        for vocabulary in Vocabulary.allCases {
            #expect(text.contains("\n## \(vocabulary.name)\n"))
            for word in vocabulary.words { #expect(!word.title.isEmpty, "\(vocabulary.name): \(word.code)") }
        }
        #expect(text.contains("\n主键：`report_id`、`outcome`、`applicant`。\n外键：`report_id` 指向 `reports.report_id`。\n"))
    }

    /// The dictionaries in the repository are what the program prints.
    @Test func theDictionariesAreThoseOfTheProgram() throws {
        let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs")
        for (name, text) in [("SCHEMA.md", SchemaText.markdown), ("DICTIONARY.zh.md", SchemaText.chineseMarkdown)] {
            let kept = try String(contentsOf: docs.appendingPathComponent(name), encoding: .utf8)
            #expect(kept == text, "run make dictionary and look at docs/\(name)")
        }
    }

    @Test func keysNameColumnsThatAreThere() {
        for table in Schema.tables {
            #expect(Set(table.columns.map(\.name)).count == table.columns.count)
            #expect(Set(table.columns.map(\.title)).count == table.columns.count, "\(table.name)")
            for column in table.primaryKey { #expect(table.index(of: column) != nil) }
            for key in table.foreignKeys {
                #expect(table.index(of: key.column) != nil)
                #expect(key.table.schema.primaryKey == [key.target])
            }
        }
        #expect(Schema.tables.map(\.table) == Table.allCases)
        #expect(Table.allCases.map(\.index) == Array(Table.allCases.indices))
    }

    /// A word's place is its code.
    @Test func codesAreThePlacesOfTheirWords() {
        for vocabulary in Vocabulary.allCases {
            #expect(Set(vocabulary.words.map(\.code)).count == vocabulary.words.count)
            #expect(!vocabulary.words.contains { $0.code.isEmpty })
        }
        #expect(CellCatalogue.shared.cells.count == 398)
    }
}
