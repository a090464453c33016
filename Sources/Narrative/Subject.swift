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

extension DecimalValue {
    /// The exact sum; nil where it is too large.
    func adding(_ other: DecimalValue) -> DecimalValue? {
        let scale = max(self.scale, other.scale)
        guard let left = scaled(to: scale), let right = other.scaled(to: scale) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : DecimalValue(mantissa: sum, scale: scale)
    }

    /// Whether this is less than another; exact, false where it cannot be told.
    func isLess(than other: DecimalValue) -> Bool {
        let scale = max(self.scale, other.scale)
        guard let left = scaled(to: scale), let right = other.scaled(to: scale) else { return false }
        return left < right
    }

    private func scaled(to scale: UInt8) -> Int64? {
        var value = mantissa
        for _ in self.scale..<scale {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }
}
