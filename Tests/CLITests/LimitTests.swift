import Foundation
import Testing

/// Every limit has a setting, and a document beyond it fails by name and says which setting it is; its neighbours come out as
/// ever.
@Suite struct LimitTests {
    @Test(arguments: [
        ("FILE_SIZE", "2000", "text/qingshi-town-2022.txt", "too_large"),
        ("INFLATED_SIZE", "1000", "encodings/liyuan-agriculture-2024.txt.gz", "inflated_too_large"),
        ("INFLATED_SIZE", "1000", "formats/nanting-forestry-2023.docx", "inflated_too_large"),
        ("INFLATED_SIZE", "1000", "packed.tar", "inflated_too_large"),
        ("INFLATION_RATIO", "2", "zeros.txt.gz", "ratio_too_high"),
        ("INFLATION_RATIO", "2", "packed.zip", "ratio_too_high"),
        ("LINES", "10", "text/qingshi-town-2022.txt", "too_many_lines"),
        ("LINES", "10", "formats/nanting-forestry-2023.html", "too_many_lines"),
        ("LINES", "10", "formats/nanting-forestry-2023.docx", "too_many_lines"),
        ("CELLS", "10", "formats/nanting-forestry-2023.html", "too_many_cells"),
        ("CELLS", "10", "formats/nanting-forestry-2023.docx", "too_many_cells"),
        ("CONTAINER_MEMBERS", "1", "two.jsonl", "too_many_members"),
        ("CONTAINER_DEPTH", "1", "deep.tar", "container_too_deep"),
        ("CONTAINER_SIZE", "1000", "packed.tar.gz", "inflated_too_large"),
        ("PDF_PAGES", "1", "formats/nanting-forestry-2023.pdf", "pdf_too_large"),
    ])
    func beyondALimitADocumentFailsByName(limit: String, value: String, path: String, code: String) throws {
        let corpus = try Corpus()
        for other in try corpus.paths() where other != path { try corpus.remove(other) }
        if path == "zeros.txt.gz" {
            try corpus.place.write(String(repeating: "0", count: 4_000_000), to: "data/zeros.txt")
            try tool("/bin/gzip", corpus.url("zeros.txt").path)
        }
        if path.hasPrefix("packed.") || path == "deep.tar" {
            let folder = corpus.place.url.path
            try corpus.place.write(String(repeating: Workplace.noReport, count: 40_000), to: "packed.txt")
            try tool("/bin/tar", "-C", folder, "-czf", "\(folder)/packed.tar.gz", "packed.txt")
            try tool("/bin/tar", "-C", folder, "-cf", "\(folder)/deep.tar", "packed.tar.gz")
            try tool("/bin/tar", "-C", folder, "-cf", "\(folder)/packed.tar", "packed.txt")
            let member = PackedBytes.Member("packed.txt", Array(try corpus.place.bytes("packed.txt")), isDeflated: true)
            try Data(PackedBytes.zip([member])).write(to: corpus.place.url.appendingPathComponent("packed.zip"))
            try corpus.place.bytes(path).write(to: corpus.url(path))
        }
        if path == "two.jsonl" { try corpus.place.write("{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2, \"text\": \"b\"}\n", to: "data/two.jsonl") }
        try corpus.place.write(Workplace.noReport, to: "data/zz.txt")
        let run = try corpus.place.run("run", "--quiet", environment: ["GONGKAI_LIMITS_\(limit)": value])
        #expect(run.status == 1, "\(run.error)")
        let rows = try corpus.place.text("out/errors.csv").split(whereSeparator: \.isNewline)
        let setting = "limits.\(limit.lowercased())"
        #expect(rows.contains { $0.hasPrefix(path) && $0.contains(",error,\(code),") && $0.contains(setting) }, "\(rows)")
        #expect(try corpus.place.text("out/files.csv").contains("zz.txt,skipped,"))
    }

    @Test(arguments: [
        ("PDF_SECONDS", "0.1", "sleep 60", "pdf_timeout"),
        ("PDF_MEMORY", "64 MB", "echo 'terminate called after throwing an instance of std::bad_alloc' >&2; exit 1", "pdf_too_large"),
        ("INFLATED_SIZE", "1000", "head -c 1000000 /dev/zero", "pdf_too_large"),
    ])
    func beyondALimitAPDFFailsByName(limit: String, value: String, script: String, code: String) throws {
        let corpus = try Corpus()
        for other in try corpus.paths() where !other.hasSuffix("forestry-2023.pdf") { try corpus.remove(other) }
        try corpus.place.write(Workplace.noReport, to: "data/zz.txt")
        // A program in poppler's place that needs too much.
        try corpus.place.write("#!/bin/sh\n\(script)\n", to: "bin/pdftotext")
        let folder = corpus.place.url.appendingPathComponent("bin").path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/pdftotext")
        let run = try corpus.place.run(
            "run", "--quiet", environment: ["GONGKAI_LIMITS_\(limit)": value, "PATH": "\(folder):/usr/bin:/bin"])
        #expect(run.status == 1, "\(run.error)")
        let errors = try corpus.place.text("out/errors.csv")
        #expect(errors.contains(",error,\(code),") && errors.contains("limits.\(limit.lowercased())"), "\(errors)")
        #expect(try corpus.place.text("out/files.csv").contains("zz.txt,skipped,"))
    }

    private func tool(_ program: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
    }
}
