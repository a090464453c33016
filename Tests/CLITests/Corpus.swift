import Foundation
import Testing

/// A small corpus of all formats in a place of its own, to be changed from run to run.
struct Corpus {
    let place: Workplace

    /// The sample reports of the package, in `data`.
    init(copies: Int = 1) throws {
        place = try Workplace()
        let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("data")
        for copy in 0..<copies {
            let target = place.url.appendingPathComponent(copies == 1 ? "data" : "data/\(copy)")
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: samples, to: target)
        }
    }

    /// The paths of all inputs, sorted.
    func paths() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: place.url.appendingPathComponent("data").path)
            .filter { path in
                var isFolder: ObjCBool = false
                let place = place.url.appendingPathComponent("data/\(path)").path
                _ = unsafe FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
                return !isFolder.boolValue && !path.hasSuffix("README.md")
            }
            .sorted()
    }

    func url(_ path: String) -> URL { place.url.appendingPathComponent("data/\(path)") }
    func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

    func move(_ path: String, to other: String) throws {
        try FileManager.default.createDirectory(
            at: url(other).deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: url(path), to: url(other))
    }

    func copy(_ path: String, to other: String) throws { try Data(contentsOf: url(path)).write(to: url(other)) }

    func append(_ text: String, to path: String) throws {
        var data = try Data(contentsOf: url(path))
        data.append(Data(text.utf8))
        try data.write(to: url(path))
    }

    /// All files of an output folder but `run.json`.
    func tables(_ folder: String) throws -> [String: Data] {
        var tables: [String: Data] = [:]
        for name in try place.names(folder) where name != "run.json" {
            tables[name] = try Data(contentsOf: place.url.appendingPathComponent("\(folder)/\(name)"))
        }
        return tables
    }

    /// What a run that knows nothing writes.
    func fresh(_ arguments: [String] = [], environment: [String: String] = [:]) throws -> [String: Data] {
        let run = try CommandRun.run(
            ["run", "--quiet", "--full", "--output", "fresh"] + arguments, in: place.url, environment: environment)
        #expect(run.status <= 1, "\(run.error)")
        defer {
            try? FileManager.default.removeItem(at: place.url.appendingPathComponent("fresh"))
            try? FileManager.default.removeItem(at: place.url.appendingPathComponent(".fresh.gongkai-store"))
        }
        return try tables("fresh")
    }

    /// Runs over what the run before has left, and holds the output against that of a run that knows nothing.
    ///
    /// - Returns: how many inputs were read, and what was said on stderr.
    @discardableResult
    func night(
        _ arguments: String..., environment: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (read: Int, error: String) {
        let run = try CommandRun.run(["run"] + arguments, in: place.url, environment: environment)
        #expect(run.status <= 1, "\(run.error)", sourceLocation: sourceLocation)
        let expected = try fresh(arguments.filter { $0 != "--retry-failed" }, environment: environment)
        let found = try tables("out")
        #expect(found.keys.sorted() == expected.keys.sorted(), sourceLocation: sourceLocation)
        for (name, data) in expected where found[name] != data {
            Issue.record("\(name) is not what a run over all inputs writes", sourceLocation: sourceLocation)
        }
        #expect(try place.names().filter { $0.hasPrefix(".") } == [".out.gongkai-store"], sourceLocation: sourceLocation)
        let words = run.error.split(separator: "\n").first { $0.contains(" to read, ") }?.split(separator: " ") ?? []
        return (words.count > 1 ? Int(words[1]) ?? -1 : -1, run.error)
    }
}
