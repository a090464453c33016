import ReportModel
import Tables

/// Problems by code, with the first files of each.
struct ProblemCases {
    struct Case {
        var path: String
        var locator: Locator
    }

    struct Kind {
        var stage: Stage
        var severity: Severity
        /// Of the first.
        var message: String
        var count = 0
        var files = 0
        var first: [Case] = []
    }

    /// Files that are named.
    static let named = 5
    private(set) var kinds: [FindingCode: Kind] = [:]

    mutating func add(_ document: PageDocument) {
        for (index, finding) in document.findings.enumerated() {
            var kind =
                kinds[finding.code]
                ?? Kind(stage: finding.stage, severity: finding.severity, message: finding.message)
            kind.count += 1
            // A file counts once, however often it has the problem.
            if !document.findings[..<index].contains(where: { $0.code == finding.code }) {
                kind.files += 1
                if kind.first.count < ProblemCases.named {
                    kind.first.append(Case(path: document.path, locator: finding.locator))
                }
            }
            if finding.severity == .error { kind.severity = .error }
            kinds[finding.code] = kind
        }
    }

    mutating func add(_ other: ProblemCases) {
        for (code, kind) in other.kinds {
            guard var known = kinds[code] else {
                kinds[code] = kind
                continue
            }
            known.count += kind.count
            known.files += kind.files
            if kind.severity == .error { known.severity = .error }
            known.first += kind.first.prefix(ProblemCases.named - known.first.count)
            kinds[code] = known
        }
    }
}
