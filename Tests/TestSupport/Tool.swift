public import Foundation

/// A program from elsewhere that some tests ask for a second opinion.
public enum Tool {
    /// True where Python has a module.
    public static func hasPython(module: String) -> Bool { (try? python(["-c", "import \(module)"]).status == 0) ?? false }

    public static func python(_ arguments: [String], in folder: URL? = nil) throws -> (status: Int32, output: String) {
        try run("/usr/bin/env", ["python3"] + arguments, in: folder)
    }

    public static func run(_ program: String, _ arguments: [String], in folder: URL? = nil) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
