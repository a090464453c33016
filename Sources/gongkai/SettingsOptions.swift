import ArgumentParser
import FoundationEssentials
import Pipeline
import Settings

/// Where the configuration comes from. Shared by the commands that need one.
struct ConfigurationOption: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration file; ./pipeline.json where there is one", valueName: "path"))
    var config: String?

    /// Defaults, then the file, then the environment.
    func settings() throws(RunFailure) -> Settings {
        var settings = Settings()
        let environment = ProcessInfo.processInfo.environment
        let variable = Settings.configurationVariable
        do throws(SettingsProblem) {
            if let path = try file(environment: environment, variable: variable) {
                try settings.apply(file: path.path, bytes: path.bytes)
            }
            try settings.apply(environment: environment)
        } catch {
            throw RunFailure(error)
        }
        return settings
    }

    private func file(
        environment: [String: String], variable: String
    ) throws(SettingsProblem) -> (path: String, bytes: [UInt8])? {
        let path = config ?? environment[variable] ?? "pipeline.json"
        let source: SettingSource = config == nil ? .environment(name: variable) : .option(name: "--config")
        let isAskedFor = config != nil || environment[variable] != nil
        do throws(RunFailure) {
            return (path, try SmallFile.read(path, limit: 1_000_000))
        } catch {
            if !isAskedFor && error.isMissingFile { return nil }
            throw SettingsProblem(
                .noConfiguration, isAskedFor ? source : .file(path: path, line: 1, column: 1),
                "the configuration \(path) cannot be read: \(error.message)")
        }
    }
}

/// The options of a run that stand for keys of the configuration.
struct SettingsOptions: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOption

    @Option(help: ArgumentHelp("A folder or file to read; may be repeated", valueName: "path"))
    var input: [String] = []

    @Option(help: ArgumentHelp("A file that names further inputs, one a line", valueName: "list"))
    var filesFrom: String?

    @Option(help: ArgumentHelp("The folder that the tables are published in", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("What to write, parted by commas: \(SettingsOptions.formats)", valueName: "formats"))
    var format: [String] = []

    @Option(help: ArgumentHelp("Files worked on at a time; the number of cores unless given", valueName: "n"))
    var jobs: String?

    @Option(help: ArgumentHelp("Give up where more than this per cent of the files failed", valueName: "percent"))
    var maxFailed: String?

    @Flag(help: "Read every input again, whatever is known from earlier runs")
    var full = false

    @Flag(help: "Read inputs again that failed in an earlier run")
    var retryFailed = false

    @Flag(name: [.short, .long], help: "Say nothing where every file went well")
    var quiet = false

    @Option(help: ArgumentHelp("Whether to show a progress line", valueName: "auto|always|never"))
    var progress: String?

    @Option(help: ArgumentHelp("What stderr speaks", valueName: "text|json"))
    var logFormat: String?

    /// Options over environment variables over the file over defaults.
    func settings() throws(RunFailure) -> Settings {
        var settings = try configuration.settings()
        do throws(SettingsProblem) {
            if !input.isEmpty { try settings.apply(option: "--input", .input, input) }
            if let filesFrom {
                try settings.apply(option: "--files-from", .filesFrom, [filesFrom])
                // A list given by hand says what to read, unless folders are given by hand as well.
                if input.isEmpty { settings[.input] = ResolvedSetting(value: .texts([]), source: .option(name: "--files-from")) }
            }
            if let output { try settings.apply(option: "--output", .output, [output]) }
            if !format.isEmpty { try settings.apply(option: "--format", .formats, format) }
            if let jobs { try settings.apply(option: "--jobs", .jobs, [jobs]) }
            if let maxFailed { try settings.apply(option: "--max-failed", .maxFailed, [maxFailed]) }
            if full { try settings.apply(option: "--full", .full, ["true"]) }
            if retryFailed { try settings.apply(option: "--retry-failed", .retryFailed, ["true"]) }
            if quiet { try settings.apply(option: "--quiet", .quiet, ["true"]) }
            if let progress { try settings.apply(option: "--progress", .progress, [progress]) }
            if let logFormat { try settings.apply(option: "--log-format", .logFormat, [logFormat]) }
        } catch {
            throw RunFailure(error)
        }
        return settings
    }

    private static var formats: String {
        if case .choices(let words) = SettingKey.formats.spec.kind { words.joined(separator: ", ") } else { "" }
    }
}

extension RunFailure {
    init(_ problem: SettingsProblem) {
        self.init(
            problem.isUsage ? .usage : .configuration, code: problem.code.rawValue, subject: problem.source.description,
            problem.message)
    }
}
