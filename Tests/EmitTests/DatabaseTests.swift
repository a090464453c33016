import Emit
import Foundation
import ReportModel
import SQLiteTables
import Tables
import TestSupport
import Testing
import WorkbookTables

/// The database holds what the CSV holds.
@Suite struct DatabaseTests {
    let scratch = Scratch()

    private func write(_ corpus: SmallCorpus = .odd) throws -> OutputSummary {
        try corpus.write(to: scratch.at("out"), EmitOptions(flavor: .plain, formats: [SQLiteFormat()], isDurable: false))
    }

    private func sqlite(_ sql: String) throws -> String { try Tool.script(sqlite: scratch.at("out/gongkai.sqlite"), sql) }

    private func problems(_ rows: [Table: Int] = [:]) -> [String] {
        SQLiteFormat().problems(in: "gongkai.sqlite", at: scratch.at("out/gongkai.sqlite"), rows: rows)
    }

    @Test(.enabled(if: Tool.hasPython(module: "sqlite3"), "python3 is not installed"))
    func everyCellIsThatOfTheCSV() throws {
        let summary = try write()
        #expect(summary.written.last?.name == "gongkai.sqlite")
        let compared = try Tool.python([Tool.scripts + "/compare_sqlite.py", scratch.at("out")])
        #expect(compared.status == 0, "\(compared.output)")
        #expect(compared.output.hasSuffix("cells equal, 10 views\n"), "\(compared.output)")
    }

    @Test(.enabled(if: Tool.hasPython(module: "sqlite3"), "python3 is not installed"))
    func viewsPutLabelsBesideTheCodes() throws {
        _ = try write()
        #expect(
            try sqlite("SELECT issuer, rule_label, subject_label, \"left\", \"right\", difference FROM failed_checks LIMIT 1")
                == "某区, \"人民政府\"|申请收支平衡|自然人|5|7|-2\n")
        #expect(
            try sqlite(
                "SELECT year, issuer, outcome_label, natural_person, commercial_enterprise FROM applications_by_year_and_issuer LIMIT 1")
                == "2023|某区, \"人民政府\"|一、本年新收政府信息公开申请数量|5|-2\n")
        #expect(try sqlite("SELECT row_label, value, status FROM doubtful_cells LIMIT 1").hasSuffix("|-2|inferred\n"))
        #expect(try sqlite("SELECT value FROM about WHERE key = 'schema_version'") == "\(Schema.version)\n")
    }

    @Test func aSoundDatabaseHasNoProblems() throws {
        let summary = try write()
        #expect(problems(Dictionary(uniqueKeysWithValues: summary.rows.map { ($0.table, $0.count) })) == [])
    }

    @Test func theSameRowsGiveTheSameBytes() throws {
        _ = try write()
        let first = scratch.bytes("out/gongkai.sqlite")
        _ = try write()
        #expect(scratch.bytes("out/gongkai.sqlite") == first)
        #expect(first.count > 100_000)
    }

    @Test(.enabled(if: Tool.hasPython(module: "sqlite3"), "python3 is not installed"))
    func whatIsWrongIsNamed() throws {
        _ = try write()
        _ = try sqlite("DELETE FROM reports WHERE report_id = 'r0000000000000001'")
        let found = problems([.reports: 7, .files: 8])
        #expect(found.contains("reports has 6 rows instead of 7"), "\(found)")
        #expect(found.contains("1 rows of panel refer to none of reports"), "\(found)")
        #expect(!found.contains { $0.contains("files has") })
        _ = try sqlite("DROP TABLE facts")
        #expect(problems().contains("has no table facts"))
    }

    @Test func whatIsNoDatabaseIsAProblem() throws {
        _ = try write()
        scratch.write(String(repeating: "no database ", count: 1000), to: "out/gongkai.sqlite")
        #expect(problems().count == 1)
        #expect(SQLiteFormat().problems(in: "facts.csv", at: scratch.at("out/facts.csv"), rows: [:]) == [])
    }

    @Test func aFolderThatCannotBeWrittenEndsTheRun() throws {
        let space = ClosedSpace(path: scratch.at("nowhere"))
        #expect(throws: WriteFailure.self) { _ = try SQLiteFormat().makeWriter(in: space) }
        #expect(throws: WriteFailure.self) { _ = try WorkbookFormat().makeWriter(in: space) }
    }
}
