import ArgumentParser
import Pipeline

struct SchemaCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, markdown
    }

    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints the tables, their columns and types, and the codebook")

    @Option(help: ArgumentHelp("What to print", valueName: "format"))
    var format: Format = .markdown

    func run() throws {
        StandardStream.output.write(format == .json ? SchemaText.json : SchemaText.markdown)
    }
}
