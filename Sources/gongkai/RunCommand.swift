import ArgumentParser
import Pipeline
import Settings

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Reads the inputs and publishes the tables")

    @OptionGroup var options: SettingsOptions

    func run() throws {
        // Until the settings are read, what the command line says is all there is to go by.
        var console = Console(isQuiet: options.quiet, speaksJSON: options.logFormat == "json", progress: .never)
        let summary: RunSummary
        do throws(RunFailure) {
            let settings = try options.settings()
            console = Console(settings)
            try FaultGuard.install(restarting: true)
            summary = try CorpusRun(RunOptions(settings), stop: .watching()).publish(telling: console)
        } catch {
            console.ended(by: error)
            // A thread that lists inputs or reads the store may be at work still: it must not see its libraries taken down.
            StandardStream.leave(ExitStatus.code(for: error).rawValue)
        }
        console.finished(summary)
        if summary.failed > 0 { throw ExitStatus.someFailed }
    }
}
