import Emit
import Foundation
import ReportModel
import SQLiteTables
import TestSupport
import Testing
import WorkbookTables

@Suite struct DataPackageTests {
    let scratch = Scratch()

    private func run(_ options: EmitOptions) throws {
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        var copy = Samples.report(id: "r00000000000000a2", path: "a/=copy.txt")
        copy.facts = [
            Fact(
                section: .overview, kind: "published", channel: nil, value: DecimalValue(mantissa: 15, scale: 1),
                unit: "条",
                approximate: true, text: Samples.span("12条", in: Samples.document), locator: Locator(line: 3))
        ]
        renderer.render(Samples.file(), reports: [Samples.report()], document: Samples.document, into: batch)
        renderer.render(
            Samples.file("a/=copy.txt", id: copy.id), reports: [copy], document: Samples.document, into: batch)
        renderer.render(Samples.failed, reports: [], document: nil, into: batch)
        try folder.append(batch)
        _ = try folder.finish(Samples.manifest(files: 3))
    }

    @Test(
        .enabled(if: Tool.hasPython(module: "frictionless"), "frictionless is not installed"),
        arguments: [
            EmitOptions(isDurable: false), EmitOptions(flavor: .plain, isDurable: false),
            EmitOptions(headers: .zh, isDurable: false),
            EmitOptions(formats: [SQLiteFormat(), WorkbookFormat()], isDurable: false),
        ])
    func frictionlessFindsItValid(_ options: EmitOptions) throws {
        try run(options)
        let package = scratch.at("out/datapackage.json")
        let valid = try Tool.python(["-m", "frictionless", "validate", package, "--json"])
        #expect(valid.status == 0, "\(valid.output)")
        // One digit of a table changed.
        let table = scratch.text("out/applications.csv")
        scratch.write(table.replacing("natural_person,5,", with: "natural_person,6,"), to: "out/applications.csv")
        let changed = try Tool.python(["-m", "frictionless", "validate", package])
        #expect(changed.status != 0)
        #expect(changed.output.contains("applications"))
        #expect(!changed.output.contains("proceedings │ table │ proceedings.csv │ INVALID"))
    }

    @Test(
        .enabled(if: Tool.hasPython(module: "frictionless"), "frictionless is not installed"),
        arguments: ["gongkai.sqlite", "gongkai.xlsx"])
    func frictionlessSaysWhichFileWasChanged(_ name: String) throws {
        try run(EmitOptions(formats: [SQLiteFormat(), WorkbookFormat()], isDurable: false))
        let file = try #require(FileHandle(forUpdatingAtPath: scratch.at("out/\(name)")))
        try file.seek(toOffset: 5000)
        try file.write(contentsOf: Data([0xA5]))
        try file.close()
        let changed = try Tool.python(["-m", "frictionless", "validate", scratch.at("out/datapackage.json"), "--json"])
        #expect(changed.status != 0)
        let report = try JSONSerialization.jsonObject(with: Data(changed.output.utf8)) as? [String: Any]
        let invalid = (report?["tasks"] as? [[String: Any]])?.filter { $0["valid"] as? Bool == false }
        #expect(invalid?.compactMap { $0["place"] as? String } == [name])
    }

    @Test(arguments: [EmitOptions(isDurable: false), EmitOptions(headers: .zh, isDurable: false)])
    func isWellFormedAndCoversEveryFile(_ options: EmitOptions) throws {
        try run(options)
        let json = try JSONSerialization.jsonObject(with: Data(scratch.bytes("out/datapackage.json")))
        let resources = try #require((json as? [String: Any])?["resources"] as? [[String: Any]])
        #expect(
            Set(resources.compactMap { $0["path"] as? String })
                == Set(scratch.names("out").filter { $0.hasSuffix(".csv") }))
        for resource in resources {
            let path = try #require(resource["path"] as? String)
            #expect(resource["bytes"] as? Int == scratch.bytes("out/\(path)").count)
            let fields = try #require((resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]])
            let header = scratch.text("out/\(path)").prefix { $0 != "\r\n" }.drop { $0 == "\u{FEFF}" }
            #expect(header.split(separator: ",").map(String.init) == fields.compactMap { $0["name"] as? String })
            #expect(Set(fields.compactMap { $0["name"] as? String }).count == fields.count)
            for field in fields {
                #expect((field["title"] as? String)?.isEmpty == false)
                #expect((field["description"] as? String)?.isEmpty == false)
            }
        }
    }
}
