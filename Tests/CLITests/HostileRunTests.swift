import Foundation
import Testing

/// A folder of inputs that want to do harm, among others that are good.
@Suite struct HostileRunTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.write(HostileFolder.configuration, to: "pipeline.json")
        // The neighbours come before, between and behind the hostile ones.
        let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("data")
        for folder in ["data/1", "data/m", "data/z"] {
            try FileManager.default.createDirectory(at: place.url.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        for (from, to) in [
            ("text/qingshi-town-2022.txt", "1/a.txt"), ("text/qingshi-town-2023.txt", "m/b.txt"),
            ("formats/nanting-forestry-2023.html", "m/c.html"), ("formats/nanting-forestry-2023.docx", "z/d.docx"),
            ("encodings/haitang-science-2021-gb18030.txt", "z/e.txt"),
        ] {
            try FileManager.default.copyItem(
                at: samples.appendingPathComponent(from), to: place.url.appendingPathComponent("data/\(to)"))
        }
    }

    @Test(arguments: ["1", "4"]) func eachEndsInOneNamedErrorAndHarmsNoOther(jobs: String) throws {
        let good = try MeasuredRun(["--jobs", jobs, "--output", "good"], in: place.url)
        #expect(good.status == 0, "\(good.error)")
        let folder = place.url.appendingPathComponent("data/h")
        try HostileFolder.make(in: folder)
        defer { _ = unsafe chmod(folder.path + "/locked", 0o700) }
        let run = try MeasuredRun(["--jobs", jobs], in: place.url)
        #expect(run.status == 1, "\(run.error)")

        var fates: [String: String] = [:]
        for input in HostileFolder.inputs {
            for (suffix, code) in input.rows { fates["h/" + input.name + suffix] = code }
        }
        let problems = Dictionary(grouping: try table("errors").rows) { $0["path"] ?? "" }
        for row in try table("files").rows {
            let path = row["path"] ?? ""
            guard path.hasPrefix("h/") else { continue }
            let codes = (problems[path] ?? []).compactMap { $0["code"] }
            let wanted = fates.removeValue(forKey: path)
            #expect(codes.contains(wanted ?? "nothing"), "\(path): \(codes), not \(wanted ?? "expected at all")")
            #expect(["failed", "skipped"].contains(row["status"]), "\(path): \(row["status"] ?? "")")
            let errors = (problems[path] ?? []).count { $0["severity"] == "error" }
            #expect(errors == (row["status"] == "failed" ? 1 : 0), "\(path): \(codes)")
            for problem in problems[path] ?? [] { #expect(problem["message"]?.isEmpty == false, "\(path)") }
        }
        #expect(fates.isEmpty, "inputs without a row")

        try neighboursAreUnchanged()
        #expect(run.peakMemory > 0 && run.peakMemory < 200_000_000, "\(run.peakMemory) bytes of memory")
        #expect(try place.run("verify", "out").status == 0)
        #expect(try place.names() == [".good.gongkai-store", ".out.gongkai-store", "data", "good", "out", "pipeline.json"])
    }

    @Test func thereAreMany() {
        #expect(HostileFolder.inputs.count >= 100)
        #expect(Set(HostileFolder.inputs.map(\.name)).count == HostileFolder.inputs.count)
    }

    private func table(_ name: String, in output: String = "out") throws -> CSVText {
        try CSVText(place.url.appendingPathComponent("\(output)/\(name).csv"))
    }

    /// The tables of reports hold the neighbours' rows only, and these byte for byte.
    private func neighboursAreUnchanged() throws {
        for name in ["reports", "sections", "disclosures", "applications", "proceedings", "facts", "checks", "panel", "codebook"] {
            let alone = try Data(contentsOf: place.url.appendingPathComponent("good/\(name).csv"))
            let among = try Data(contentsOf: place.url.appendingPathComponent("out/\(name).csv"))
            #expect(alone == among, "\(name) differs")
        }
        for name in ["files", "errors"] {
            let alone = try table(name, in: "good").rows
            let among = try table(name).rows.filter { $0["path"]?.hasPrefix("h/") == false }
            #expect(alone == among, "\(name) differs")
        }
    }
}
