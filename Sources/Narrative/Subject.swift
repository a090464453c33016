internal import ReportModel

/// How a check names the figure it is about: `applications_received/natural_person L12 收到自然人申请7件`.
enum Subject {
    static let longestClause = 60

    static func text(_ fact: Fact, in document: Document) -> String {
        var name = fact.kind
        if let channel = fact.channel { name += "/\(channel)" }
        let clause = document.string(fact.text).unicodeScalars.filter { !$0.properties.isWhitespace }
        return "\(name) \(fact.locator) \(String(String.UnicodeScalarView(clause.prefix(longestClause))))"
    }
}
