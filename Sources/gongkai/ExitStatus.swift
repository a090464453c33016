import ArgumentParser
import Pipeline

/// How the program ends. The numbers follow `sysexits.h` where it has one.
enum ExitStatus {
    static let someFailed = ExitCode(1)
    static let usage = ExitCode(64)
    static let badConfiguration = ExitCode(78)

    static func code(for failure: RunFailure) -> ExitCode {
        switch failure.kind {
        case .usage: usage
        case .tooManyFailed: ExitCode(65)
        case .noInput: ExitCode(66)
        case .fault: ExitCode(70)
        case .inputOutput: ExitCode(74)
        case .busy: ExitCode(75)
        case .configuration: badConfiguration
        case .interrupted: ExitCode(130)
        case .terminated: ExitCode(143)
        }
    }
}
