import Bytes
import Decode
import Discover
import Emit
import Extract
import Narrative
import Normalize
import ReportModel
import Segment

/// Each stage alone, on one thread, over the reports of a folder that are already in memory:
///
///     gongkai-stages FOLDER ROUNDS REPORTS SECTION3
///
/// REPORTS is how many reports the folder holds, one a file, and SECTION3 what the values of section 3 add up to.
@main struct Main {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 4, let folder = arguments.first else {
            print("usage: gongkai-stages FOLDER ROUNDS REPORTS SECTION3")
            return
        }
        let numbers = arguments.dropFirst().compactMap { Int($0) }
        guard numbers.count == 3 else { return print("ROUNDS, REPORTS and SECTION3 are numbers") }
        try Main(folder: folder, rounds: numbers[0], reports: numbers[1], section3: numbers[2]).run()
    }

    let folder: String
    let rounds: Int
    let reports: Int
    let section3: Int

    func run() throws {
        print("| stage | µs a report | reports/s | MB/s | answer |\n|---|---|---|---|---|")
        let watch = Stopwatch(rounds: rounds, reports: reports)
        let files = try Discoverer(options: DiscoverOptions(inputs: [folder])).discover()
        let contents = try files.map { try Main.content($0.location) }
        let size = contents.reduce(0) { $0 + $1.count }
        try watch.measure("Discover", bytes: size, expected: reports) {
            try Discoverer(options: DiscoverOptions(inputs: [folder])).discover().count
        }
        try watch.measure("Read", bytes: size, expected: size) {
            var buffer = ByteBuffer()
            var total = 0
            for file in files {
                buffer.removeAll()
                try InputFile(path: file.location).readAll(into: &buffer, limit: .max)
                total += buffer.count
            }
            return total
        }
        var hasher = SHA256Hasher()
        try watch.measure("SHA-256", bytes: size, expected: nil) {
            contents.reduce(0) { $0 ^ (Int(hasher.hash($1.span).hex(digits: 15), radix: 16) ?? 0) }
        }
        try watch.measure("UTF-8", bytes: size, expected: reports) { contents.count { UTF8Survey($0).badOffset == nil } }
        let decoder = DecodeWorker()
        var documents: [Document] = []
        try watch.measure("Decode, with reading and SHA-256", bytes: size, expected: reports) {
            documents = []
            for file in files {
                decoder.decode(file) { decoded in
                    if let document = try? decoded.result.get() { documents.append(document) }
                }
            }
            return documents.count
        }
        try read(documents, size, watch)
    }

    private func read(_ documents: [Document], _ size: Int, _ watch: Stopwatch) throws {
        let segmenter = Segmenter()
        var parts: [SegmentedReport] = []
        try watch.measure("Segment", bytes: size, expected: reports) {
            parts = try documents.flatMap { try segmenter.segment($0).value }
            return parts.count
        }
        guard parts.count == documents.count else { return print("not one report a file: no more is measured") }
        let extractor = Extractor()
        var raw: [RawReport] = []
        try watch.measure("Extract", bytes: size, expected: nil) {
            raw = zip(parts, documents).map { extractor.extract($0, in: $1).value }
            return raw.reduce(0) { $0 + $1.applications.cells.count { $0.status == .reported } }
        }
        let normalizer = Normalizer()
        var normalized: [Report] = []
        try watch.measure("Normalize", bytes: size, expected: section3) {
            normalized = documents.indices.map {
                normalizer.normalize(
                    raw[$0], of: parts[$0], in: documents[$0], path: "\($0).txt", id: Main.identifier($0)).value
            }
            return normalized.reduce(0) { $0 + Main.section3(of: $1) }
        }
        try narrate(documents, parts, normalized, size, watch)
    }

    private func narrate(
        _ documents: [Document], _ parts: [SegmentedReport], _ normalized: [Report], _ size: Int, _ watch: Stopwatch
    ) throws {
        let (metadata, finder, checks) = (MetadataReader(), FactFinder(), PartChecks())
        var told = normalized
        try watch.measure("Narrative: metadata", bytes: size, expected: nil) {
            told = normalized
            for index in told.indices { metadata.complete(&told[index], in: documents[index], lines: parts[index].lines) }
            return told.count { $0.periodStart != nil }
        }
        try watch.measure("Narrative: facts", bytes: size, expected: nil) {
            for index in told.indices { told[index].facts = finder.facts(of: told[index], in: documents[index]) }
            return told.reduce(0) { $0 + $1.facts.count }
        }
        try watch.measure("Narrative: checks", bytes: size, expected: nil) {
            told.indices.reduce(0) { $0 + checks.checks(of: told[$1], in: documents[$1]).count }
        }
        try emit(documents, told, watch)
    }

    private func emit(_ documents: [Document], _ told: [Report], _ watch: Stopwatch) throws {
        let options = EmitOptions(isDurable: false)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        // As a worker does: a batch is handed over when it is a megabyte.
        func render(_ take: (RowBatch) throws -> Void) rethrows -> Int {
            var bytes = 0
            for index in told.indices {
                var file = FileRecord(path: told[index].path, status: .ok, bytes: 1)
                file.reportID = told[index].id
                renderer.render(file, reports: [told[index]], document: documents[index], into: batch)
                if batch.byteCount < 1 << 20 && index + 1 < told.count { continue }
                bytes += batch.byteCount
                try take(batch)
            }
            return bytes
        }
        let rendered = render { $0.removeAll() }
        try watch.measure("Emit: render", bytes: rendered, expected: rendered) { render { $0.removeAll() } }
        let times = RunTimes(startedAt: "2000-01-01T00:00:00Z", finishedAt: "2000-01-01T00:00:00Z", seconds: 0)
        try watch.measure("Emit: render, hash, write and publish", bytes: rendered, expected: reports) {
            let output = try OutputFolder(directory: folder + ".stages-out", options: options)
            _ = try render { try output.append($0) }
            let manifest = RunManifest(
                toolVersion: "0", configuration: "{}", filesFound: told.count, jobs: 1, times: { times })
            return try output.finish(manifest).reports.values.reduce(0, +)
        }
    }

    private static func content(_ path: String) throws -> [UInt8] {
        var buffer = ByteBuffer()
        try InputFile(path: path).readAll(into: &buffer, limit: .max)
        return buffer.bytes()
    }

    private static func identifier(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "r" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func section3(of report: Report) -> Int {
        report.applications.cells.reduce(0) { $0 + Int($1.value?.mantissa ?? 0) }
    }
}
