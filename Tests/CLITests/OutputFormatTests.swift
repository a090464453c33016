import Foundation
import TestSupport
import Testing

/// The sample corpus in every format, by the built program.
@Suite struct OutputFormatTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let scripts = root.appendingPathComponent("Tests/Scripts").path

    private func run(_ formats: String, jobs: Int = 2) throws -> Workplace {
        let place = try Workplace()
        let run = try place.run(
            "--input", Self.root.appendingPathComponent("data").path, "--output", "out", "--format", formats, "--jobs", "\(jobs)")
        try #require(run.status == 0, "\(run.error)")
        return place
    }

    @Test func theSameInputGivesTheSameBytesForAnyNumberOfJobs() throws {
        let alone = try run("csv,sqlite,xlsx", jobs: 1)
        let names = try alone.names("out").filter { $0 != "run.json" }
        #expect(names.contains("gongkai.sqlite") && names.contains("gongkai.xlsx"))
        for jobs in [2, 5] {
            let place = try run("csv,sqlite,xlsx", jobs: jobs)
            for name in names { #expect(try place.bytes("out/\(name)") == alone.bytes("out/\(name)"), "\(name), \(jobs) jobs") }
        }
        let verified = try alone.run("verify", "out")
        #expect(verified.status == 0, "\(verified.error)")
    }

    @Test func verifyTellsWhatIsWrongWithADatabase() throws {
        let place = try run("sqlite,xlsx")
        #expect(try place.names("out") == ["datapackage.json", "gongkai.sqlite", "gongkai.xlsx", "index.html", "run.json"])
        #expect(try place.run("verify", "out").status == 0)
        let file = try FileHandle(forUpdating: place.url.appendingPathComponent("out/gongkai.sqlite"))
        try file.seek(toOffset: 16384 * 3)
        try file.write(contentsOf: Data(repeating: 0xFF, count: 64))
        try file.close()
        let verified = try place.run("verify", "out")
        #expect(verified.status == 1)
        #expect(verified.error.contains("gongkai.sqlite: its SHA-256 is not that of the description\n"), "\(verified.error)")
        #expect(verified.error.split(separator: "\n").count > 1, "the database itself is looked at")
    }

    @Test(.enabled(if: Tool.hasPython(module: "sqlite3"), "python3 is not installed"))
    func theDatabaseHoldsWhatTheCSVHolds() throws {
        let place = try run("csv,sqlite")
        let compared = try Tool.python([Self.scripts + "/compare_sqlite.py", "out"], in: place.url)
        #expect(compared.status == 0, "\(compared.output)")
    }

    @Test(.enabled(if: Tool.hasPython(module: "openpyxl"), "openpyxl is not installed"))
    func theWorkbookHoldsWhatTheCSVHolds() throws {
        let place = try run("csv,xlsx")
        let compared = try Tool.python([Self.scripts + "/compare_workbook.py", "out"], in: place.url)
        #expect(compared.status == 0, "\(compared.output)")
    }

    /// What the documents say an example prints, it prints.
    @Test(.enabled(if: Tool.hasPython(module: "sqlite3"), "python3 is not installed"))
    func examplesPrintWhatTheDocumentsSay() throws {
        let place = try run("csv,sqlite,xlsx")
        for name in ["docs/EXAMPLES.md", "README.md", "README.zh.md"] {
            let ran = try Tool.python(
                [Self.scripts + "/run_examples.py", Self.root.appendingPathComponent(name).path, "."], in: place.url)
            #expect(ran.status == 0, "\(name): \(ran.output)")
            // What was not there is told.
            print("\(name): \(ran.output)", terminator: "")
        }
    }

    @Test func chineseHeadersHoldForEveryTable() throws {
        let place = try Workplace()
        let run = try place.run(
            "--input", Self.root.appendingPathComponent("data").path, "--output", "out",
            environment: ["GONGKAI_CSV_HEADERS": "zh"])
        try #require(run.status == 0, "\(run.error)")
        let schema = try JSONSerialization.jsonObject(with: Data(place.run("schema", "--format", "json").output.utf8))
        let tables = try #require((schema as? [String: Any])?["tables"] as? [[String: Any]])
        #expect(tables.count == 11)
        for table in tables {
            let name = try #require(table["name"] as? String)
            let columns = try #require(table["columns"] as? [[String: Any]])
            let header = try place.text("out/\(name).csv").split(separator: "\r\n", maxSplits: 1)[0]
            #expect(header == columns.compactMap { $0["title"] as? String }.joined(separator: ","))
        }
        #expect(try place.run("verify", "out").status == 0)
    }
}
