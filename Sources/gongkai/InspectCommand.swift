import ArgumentParser
import Pipeline
import ReportModel
import Settings

struct InspectCommand: ParsableCommand {
    enum LastStage: String, ExpressibleByArgument, CaseIterable {
        case decode, segment, extract, normalize

        var stage: Stage {
            switch self {
            case .decode: .decode
            case .segment: .segment
            case .extract: .extract
            case .normalize: .normalize
            }
        }
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Shows one file stage by stage, and why each cell came out as it did")

    @Argument(help: "The file")
    var file: String

    @Option(help: ArgumentHelp("The stage to stop behind", valueName: "stage"))
    var stage: LastStage = .normalize

    @Option(help: ArgumentHelp("For people or for machines", valueName: "format"))
    var format: Format = .text

    @OptionGroup var configuration: ConfigurationOption

    func run() throws {
        let inspections = try Console.reporting { () throws(RunFailure) in
            try FaultGuard.install(restarting: false)
            let options = try RunOptions(configuration.settings())
            return try Inspector(through: stage.stage, options: options).inspect(file)
        }
        for inspection in inspections {
            switch format {
            case .text: StandardStream.output.write(InspectionText(inspection).text)
            case .json: StandardStream.output.write(InspectionJSON.text(inspection) + "\n")
            }
        }
        if inspections.contains(where: { $0.findings.contains { $0.severity == .error } }) {
            throw ExitStatus.someFailed
        }
    }
}
