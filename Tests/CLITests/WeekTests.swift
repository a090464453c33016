import Foundation
import Testing

/// Nights in a row, as nobody planned them. `WEEKS` says how many weeks.
@Suite struct WeekTests {
    /// A generator that gives the same nights for the same seed.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var value = state
            value ^= value >> 33
            value = value &* 0xFF51_AFD7_ED55_8CCD
            return value ^ value >> 33
        }
    }

    private static let weeks = ProcessInfo.processInfo.environment["WEEKS"].flatMap { UInt64($0) } ?? 1

    @Test(arguments: 1...weeks)
    func afterAWeekTheOutputIsThatOfAFreshRun(seed: UInt64) throws {
        let corpus = try Corpus()
        var random = Seeded(state: seed)
        for night in 1...7 {
            for _ in 0..<Int.random(in: 1...5, using: &random) { try change(corpus, night, &random) }
            if Int.random(in: 0..<3, using: &random) == 0 {
                // A run that does not live to its end; maybe it has already ended.
                let process = try CommandProcess(["run", "--quiet"], in: corpus.place.url)
                usleep(UInt32.random(in: 1000...400_000, using: &random))
                process.send(SIGKILL)
                _ = try process.ended()
            }
            let (_, error) = try corpus.night("--jobs", "\(Int.random(in: 1...3, using: &random))")
            #expect(!error.contains("[store_damaged]"), "night \(night) of seed \(seed)")
        }
    }

    private func change(_ corpus: Corpus, _ night: Int, _ random: inout Seeded) throws {
        guard let path = try corpus.paths().randomElement(using: &random) else { return }
        let name = "new/\(night)-\(UInt16.random(in: 0...UInt16.max, using: &random))"
        switch Int.random(in: 0..<8, using: &random) {
        case 0: try corpus.remove(path)
        case 1: try corpus.move(path, to: "\(name).\((path as NSString).pathExtension)")
        case 2:
            try FileManager.default.createDirectory(at: corpus.url("new"), withIntermediateDirectories: true)
            try corpus.copy(path, to: "\(name).\((path as NSString).pathExtension)")
        case 3: try Data().write(to: corpus.url(path))
        case 4: try Data([UInt8](repeating: 0xFF, count: 300)).write(to: corpus.url(path))
        case 5:
            let data = try Data(contentsOf: corpus.url(path))
            try data.prefix(data.count * 2 / 3).write(to: corpus.url(path))
        case 6: try corpus.append("\n2023年共收到申请\(Int.random(in: 1...99, using: &random))件。\n", to: path)
        default: try corpus.place.write("{\"id\": \"x\", \"text\": \"\(path)\"}\n{", to: "data/\(night).jsonl")
        }
    }
}
