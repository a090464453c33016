import ArgumentParser
import Pipeline

struct SchemaCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, markdown
    }

    enum Language: String, ExpressibleByArgument, CaseIterable {
        case en, zh
    }

    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints the tables, their columns and types, and the codebook")

    @Option(help: ArgumentHelp("What to print", valueName: "format"))
    var format: Format = .markdown

    @Option(help: ArgumentHelp("The language of the Markdown", valueName: "language"))
    var language: Language = .en

    func run() throws {
        let text =
            switch (format, language) {
            case (.json, _): SchemaText.json
            case (.markdown, .en): SchemaText.markdown
            case (.markdown, .zh): SchemaText.chineseMarkdown
            }
        StandardStream.output.write(text)
    }
}
