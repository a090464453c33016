import ArgumentParser
import Pipeline

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Holds an output folder against its own schema, keys, counts and checksums")

    @Argument(help: "The output folder")
    var folder: String

    func run() throws {
        let problems = try Console.reporting { () throws(RunFailure) in try Verification.problems(in: folder) }
        for problem in problems { StandardStream.error.write(problem.printable + "\n") }
        if !problems.isEmpty { throw ExitStatus.someFailed }
        StandardStream.output.write("\(folder.printable): sound\n")
    }
}
