import ReportModel

/// One problem as one line: `path:locator: error: message [code]`.
enum Diagnostic {
    static func text(path: String, finding: Finding) -> String {
        let place = finding.locator.isNone ? path.printable : "\(path.printable):\(finding.locator)"
        return "\(place): \(finding.severity.rawValue): \(finding.message.printable) [\(finding.code.rawValue)]"
    }
}
