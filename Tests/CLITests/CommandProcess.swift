import Foundation

/// The built program while it runs.
final class CommandProcess {
    private let process = Process()
    private let folder: URL
    private let output: URL
    private let error: URL
    private let stdin = Pipe()
    private let keepsInputOpen: Bool

    /// - Parameter input: what it reads from stdin; nil leaves stdin open and empty until the end.
    init(_ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String? = "") throws {
        self.folder = folder
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        output = scratch.appendingPathComponent("stdout")
        error = scratch.appendingPathComponent("stderr")
        for file in [output, error] { try Data().write(to: file) }
        keepsInputOpen = input == nil
        process.executableURL = CommandRun.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GONGKAI_") }
        variables.merge(environment) { $1 }
        process.environment = variables
        process.standardInput = stdin
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        try process.run()
        if let input {
            try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try stdin.fileHandleForWriting.close()
        }
    }

    var id: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits until something holds; false where the program ended before.
    func wait(until condition: () throws -> Bool) throws -> Bool {
        while true {
            let ended = !process.isRunning
            if try condition() { return true }
            if ended { return false }
            usleep(2000)
        }
    }

    /// Bytes it has read so far, from whatever; as the kernel counts them.
    var bytesRead: Int {
        let counts = (try? String(contentsOfFile: "/proc/\(id)/io", encoding: .utf8)) ?? ""
        let line = counts.split(separator: "\n").first { $0.hasPrefix("rchar: ") }
        return line.flatMap { Int($0.dropFirst("rchar: ".count)) } ?? 0
    }

    /// The most memory it has had so far, in bytes; 0 where it has ended.
    var peakMemory: Int {
        let facts = (try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)) ?? ""
        let line = facts.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 } ?? 0
    }

    /// What it has said on stderr so far.
    func errorSoFar() throws -> String { try String(contentsOf: error, encoding: .utf8) }

    func ended() throws -> CommandRun {
        process.waitUntilExit()
        if keepsInputOpen { try? stdin.fileHandleForWriting.close() }
        let run = CommandRun(
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: try String(contentsOf: output, encoding: .utf8), error: try String(contentsOf: error, encoding: .utf8))
        try? FileManager.default.removeItem(at: output.deletingLastPathComponent())
        return run
    }
}
