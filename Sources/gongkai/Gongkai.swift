import ArgumentParser
import Pipeline

/// The command. Parsing and talking only: what is done is in `Pipeline`.
@main
struct Gongkai: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongkai",
        abstract: "Turns annual reports on government information disclosure into tidy tables",
        discussion: """
            Without a subcommand it runs: reads the files of data/ and publishes the tables in out/, or whatever \
            pipeline.json says.
            """,
        version: Release.version,
        subcommands: [
            RunCommand.self, InspectCommand.self, VerifyCommand.self, SchemaCommand.self, ConfigCommand.self,
        ],
        defaultSubcommand: RunCommand.self)

    static func main() {
        // A reader that has seen enough (`gongkai schema | head`) is no fault of ours.
        StandardStream.ignoreBrokenPipes()
        Gongkai.main(nil)
    }
}
