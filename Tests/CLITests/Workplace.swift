import Foundation

/// An empty folder for one test, removed behind it.
final class Workplace {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
    }

    func bytes(_ path: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(path)) }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent(path).path)
    }

    /// All names, hidden ones too, sorted.
    func names(_ path: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(path).path).sorted()
    }

    func run(
        _ arguments: String..., environment: [String: String] = [:], input: String = ""
    ) throws -> CommandRun {
        try CommandRun.run(arguments, in: url, environment: environment, input: input)
    }

    /// A page that is no report: it is skipped, and the run goes well.
    static let noReport = "今天天气很好。\n"
}
