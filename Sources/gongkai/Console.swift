import FoundationEssentials
import Pipeline
import ReportModel
import Settings

/// What the program says on stderr: lines for people, or JSON lines for machines.
final class Console: RunObserver {
    enum Progress: String {
        case auto, always, never
    }

    private let isQuiet: Bool
    private let speaksJSON: Bool
    private let showsProgress: Bool
    private let progressLine: ProgressLine
    private var isLineOpen = false
    private var sinceLine = ContinuousClock.now - .seconds(1)
    private var failures = 0

    init(isQuiet: Bool, speaksJSON: Bool, progress: Progress) {
        self.isQuiet = isQuiet
        self.speaksJSON = speaksJSON
        let isTerminal = StandardStream.error.isTerminal
        showsProgress = !isQuiet && !speaksJSON && (progress == .always || progress == .auto && isTerminal)
        let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
        progressLine = ProgressLine(width: columns ?? 80)
    }

    convenience init(_ settings: Settings) {
        self.init(
            isQuiet: settings.flag(.quiet), speaksJSON: settings.text(.logFormat) == "json",
            progress: settings.text(.progress).flatMap(Progress.init) ?? .auto)
    }

    /// Runs `body`; what it throws is told on stderr and becomes an exit code.
    static func reporting<Value>(_ body: () throws(RunFailure) -> Value) throws -> Value {
        do throws(RunFailure) {
            return try body()
        } catch {
            Console(isQuiet: false, speaksJSON: false, progress: .never).ended(by: error)
            throw ExitStatus.code(for: error)
        }
    }

    // MARK: - A run

    func started(found: Int, toRead: Int, jobs: Int) {
        if isQuiet { return }
        if speaksJSON {
            event(
                "start",
                [("files", .number(String(found))), ("to_read", .number(String(toRead))), ("jobs", .number(String(jobs)))])
        } else if !showsProgress {
            let which = toRead == found ? found.grouped : "\(toRead.grouped) of \(found.grouped)"
            line("gongkai: \(which) \(found == 1 ? "file" : "files") to read, \(jobs) at a time")
        }
    }

    func progressed(_ progress: RunProgress) {
        guard showsProgress else { return }
        let now = ContinuousClock.now
        guard now - sinceLine >= .milliseconds(100) else { return }
        sinceLine = now
        StandardStream.error.write("\r" + progressLine.text(progress) + "\u{1B}[K")
        isLineOpen = true
    }

    func failed(path: String, finding: Finding) {
        failures += 1
        if speaksJSON {
            event(
                "problem",
                [
                    ("path", .string(path)), ("locator", .string(finding.locator.description)),
                    ("stage", .string(finding.stage.rawValue)), ("severity", .string(finding.severity.rawValue)),
                    ("code", .string(finding.code.rawValue)), ("message", .string(finding.message)),
                ])
        } else {
            line(Diagnostic.text(path: path, finding: finding))
        }
    }

    func noted(code: String, message: String) {
        if isQuiet { return }
        if speaksJSON {
            event("note", [("code", .string(code)), ("message", .string(message))])
        } else {
            line("gongkai: note: \(message.printable) [\(code)]")
        }
    }

    /// Said however quiet the run is: whoever reads its tables wants to know.
    func warned(code: String, message: String) {
        if speaksJSON {
            event("warning", [("code", .string(code)), ("message", .string(message))])
        } else {
            line("gongkai: warning: \(message.printable) [\(code)]")
        }
    }

    func finished(_ summary: RunSummary) {
        if isQuiet && summary.failed == 0 { return closeLine() }
        if speaksJSON {
            event("end", SummaryText.members(summary))
        } else {
            let left = summary.failed - failures
            if left > 0 { line("gongkai: \(left.grouped) more failed; see \(summary.output)/errors.csv") }
            for text in SummaryText.lines(summary) { line(text) }
        }
    }

    func ended(by failure: RunFailure) {
        if speaksJSON {
            event(
                "error",
                [
                    ("code", .string(failure.code)), ("subject", .string(failure.subject)),
                    ("message", .string(failure.message)),
                ])
        } else {
            let subject = failure.subject.isEmpty ? "gongkai" : failure.subject.printable
            line("\(subject): error: \(failure.message.printable) [\(failure.code)]")
        }
    }

    // MARK: - Lines

    private func line(_ text: String) {
        StandardStream.error.write((isLineOpen ? "\r\u{1B}[K" : "") + text + "\n")
        isLineOpen = false
    }

    private func closeLine() {
        if isLineOpen { StandardStream.error.write("\r\u{1B}[K") }
        isLineOpen = false
    }

    private func event(_ name: String, _ members: [(String, JSONContent)]) {
        let head: [(String, JSONContent)] = [("time", .string(Date().ISO8601Format())), ("event", .string(name))]
        line(JSONValue(.members(head + members)).description)
    }
}
