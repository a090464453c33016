import Emit
import Foundation
import ReportModel
import SQLiteTables
import Tables
import TestSupport
import Testing
import WorkbookTables

@Suite struct VerifierTests {
    let scratch = Scratch()

    private func run(_ options: EmitOptions = EmitOptions(flavor: .plain, isDurable: false)) throws {
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        let copy = Samples.report(id: "r00000000000000a2", path: "a/copy.txt")
        renderer.render(Samples.file(), reports: [Samples.report()], document: Samples.document, into: batch)
        renderer.render(
            Samples.file("a/copy.txt", id: copy.id), reports: [copy], document: Samples.document, into: batch)
        renderer.render(Samples.failed, reports: [], document: nil, into: batch)
        try folder.append(batch)
        _ = try folder.finish(Samples.manifest(files: 3))
    }

    private var problems: [String] { get throws { try Verifier.problems(in: scratch.at("out")) } }

    /// Changes a table and mends its size and digest in the description, so that only what it says is wrong.
    private func change(_ table: String, _ old: String, _ new: String) throws {
        let before = try Tool.digest(scratch.at("out/\(table).csv"))
        let text = scratch.text("out/\(table).csv")
        #expect(text.contains(old))
        scratch.write(text.replacing(old, with: new, maxReplacements: 1), to: "out/\(table).csv")
        let package = scratch.text("out/datapackage.json")
            .replacing(before, with: try Tool.digest(scratch.at("out/\(table).csv")))
            .replacing("\"bytes\": \(text.utf8.count),", with: "\"bytes\": \(scratch.bytes("out/\(table).csv").count),")
        scratch.write(package, to: "out/datapackage.json")
    }

    @Test(arguments: [
        EmitOptions(flavor: .plain, isDurable: false), EmitOptions(isDurable: false),
        EmitOptions(headers: .zh, isDurable: false),
    ])
    func aSoundFolderHasNoProblems(_ options: EmitOptions) throws {
        try run(options)
        #expect(try problems == [])
    }

    @Test func aChangedDigitIsSeenByTheDigest() throws {
        try run()
        let text = scratch.text("out/applications.csv").replacing("natural_person,5,", with: "natural_person,6,")
        scratch.write(text, to: "out/applications.csv")
        #expect(try problems == ["applications.csv: its SHA-256 is not that of the description"])
    }

    @Test(arguments: [
        ("applications", "natural_person,5,", "natural_person,5x,", "applications.csv:2: value is no number"),
        ("applications", ",reported,L6", ",repeated,L6", "applications.csv:2: status is not in the vocabulary"),
        (
            "applications", "received,commercial_enterprise", "received,natural_person",
            "applications.csv:3: its key stands in an earlier row"
        ),
        ("files", ",321,", ",3.5,", "files.csv:2: bytes is no integer"),
        ("files", "r00000000000000a2", "r00000000000000a3", "files.csv:3: report_id is not in reports.report_id"),
        ("reports", "2023-12-31", "2023-02-29", "reports.csv:2: period_end is no date"),
        ("errors", "b.bin", "c.bin", "errors.csv:4: path is not in files.path"),
        ("errors", "decode,error", "decode,fatal", "errors.csv:4: severity is not in the vocabulary"),
        ("checks", "left,right", "right,left", "checks.csv: the header is not that of the description"),
        ("checks", "natural_person,5,7", "natural_person,5", "checks.csv:2: 6 fields instead of 7"),
        ("checks", "natural_person,5,7", "natural_person,\"5,7", "checks.csv: line 2: a quote is not closed"),
        (
            "reports", ",185,2,", ",185,3,",
            "reports.csv: r00000000000000a1: cells_reported differs by 1 from the rows of its tables"
        ),
        (
            "reports", ",1,review,", ",0,review,",
            "reports.csv: r00000000000000a1: checks_failed differs by -1 from the rows of checks.csv"
        ),
        ("panel", "2023,review", "2023,", "panel.csv:2: status is missing"),
        ("files", "b.bin,failed", "b.bin,skipped", "run.json: files: failed is 1, the tables have 0"),
        ("files", "gb18030,321,", "gb18030,321,,", "files.csv:2: 9 fields instead of 8"),
    ])
    func whatIsWrongIsNamed(_ table: String, _ old: String, _ new: String, _ problem: String) throws {
        try run()
        try change(table, old, new)
        let found = try problems
        #expect(found.contains(problem), "\(found)")
        #expect(!found.contains { $0.contains("SHA-256") })
    }

    @Test func aMissingAndAStrangeFileAreNamed() throws {
        try run()
        try FileManager.default.removeItem(atPath: scratch.at("out/facts.csv"))
        scratch.write("x", to: "out/more.csv")
        #expect(try problems == ["more.csv: is not described", "facts.csv: open: No such file or directory"])
    }

    @Test func aTableCutOffIsNamed() throws {
        try run()
        let text = scratch.text("out/sections.csv")
        scratch.write(String(text.dropLast(30)), to: "out/sections.csv")
        let found = try problems
        #expect(found.contains { $0.hasPrefix("sections.csv: has ") })
    }

    @Test func filesOfOtherFormatsAreHeldToTheirDigestsAndAskedAbout() throws {
        let formats: [any TableFormat] = [SQLiteFormat(), WorkbookFormat()]
        try run(EmitOptions(flavor: .plain, formats: formats, isDurable: false))
        #expect(try Verifier.problems(in: scratch.at("out"), formats: formats) == [])
        try FileManager.default.removeItem(atPath: scratch.at("out/gongkai.xlsx"))
        scratch.write(String(repeating: "no database ", count: 100), to: "out/gongkai.sqlite")
        let found = try Verifier.problems(in: scratch.at("out"), formats: formats)
        #expect(found.contains { $0.hasPrefix("gongkai.sqlite: has 1200 bytes instead of ") }, "\(found)")
        #expect(found.contains("gongkai.sqlite: its SHA-256 is not that of the description"))
        #expect(found.contains { $0.hasPrefix("gongkai.sqlite: cannot be read as a database") })
        #expect(found.contains("gongkai.xlsx: open: No such file or directory"))
        #expect(found.count == 4)
    }

    @Test func aDescriptionThatLeadsOutsideIsNotFollowed() throws {
        try run()
        let package = scratch.text("out/datapackage.json").replacing(
            "\"path\": \"facts.csv\"", with: "\"path\": \"../facts.csv\"")
        scratch.write(package, to: "out/datapackage.json")
        #expect(try problems.contains("../facts.csv: is no path inside the folder"))
    }

    @Test func whatIsNoOutputIsAFailure() throws {
        scratch.makeFolder("out")
        #expect(throws: EmitFailure.self) { try problems }
        scratch.write("[]", to: "out/datapackage.json")
        #expect(
            throws: EmitFailure(
                .cannotRead, path: scratch.at("out/datapackage.json"), reason: "is not the description of an output")
        ) { try problems }
    }
}

extension Tool {
    /// The SHA-256 of a file by another hand.
    static func digest(_ path: String) throws -> String {
        String(try run("/usr/bin/env", ["sha256sum", path]).output.prefix(64))
    }
}
