import Foundation

/// One run of the built program, as a shell would start it.
struct CommandRun {
    var status: Int32
    var output: String
    var error: String

    /// Where the tests were built, there the program was built.
    static let program: URL = {
        // Another build of the program, to put that to the test.
        if let path = ProcessInfo.processInfo.environment["PROGRAM"] { return URL(fileURLWithPath: path) }
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        // Swift Testing may run the tests out of the toolchain; the bundle then is an argument.
        let candidates = [tests] + CommandLine.arguments.map { URL(fileURLWithPath: $0) }
        for candidate in candidates {
            let program = candidate.deletingLastPathComponent().appendingPathComponent("gongkai")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        }
        fatalError("the program gongkai was not built beside the tests")
    }()

    /// Runs the program to its end.
    static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String = ""
    ) throws -> CommandRun {
        try CommandProcess(arguments, in: folder, environment: environment, input: input).ended()
    }
}
