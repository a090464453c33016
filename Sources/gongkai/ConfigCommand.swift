import ArgumentParser
import Pipeline
import Settings

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Prints the configuration in force, and where each value came from")

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let settings = try Console.reporting { () throws(RunFailure) in try options.settings() }
        let rows = SettingKey.allCases.map { key in
            let setting = settings[key]
            // Unset, the number of jobs is the machine's.
            let value = setting.value?.json ?? (key == .jobs ? String(RunOptions.cores) : "null")
            return (key.rawValue, value, setting.source.description)
        }
        let keyWidth = rows.map { $0.0.count }.max() ?? 0
        let valueWidth = min(40, rows.map { $0.1.count }.max() ?? 0)
        var text = ""
        for (key, value, source) in rows {
            text += "\(key.padded(to: keyWidth))  \(value.padded(to: valueWidth))  # \(source)\n"
        }
        StandardStream.output.write(text)
    }
}
