public import ReportModel

/// A figure as a reader of the clause wrote it down: `kind/channel=value`, the unit behind the value, `~` behind that where
/// it is approximate.
public struct LabelledFact: Hashable, Sendable {
    public var kind: String
    public var channel: String?
    /// The number as a decimal.
    public var value: String
    /// Nil where the reader wrote none: then any unit is right.
    public var unit: String?
    public var isApproximate = false

    public init(_ fact: Fact) {
        kind = fact.kind
        // What a rate is a rate of is not labelled.
        channel = fact.kind == "rate" ? nil : fact.channel
        value = LabelledFact.decimal(fact.value)
        unit = fact.unit
        isApproximate = fact.approximate
    }

    /// - Returns: nil where the text is no such figure.
    public init?(_ text: some StringProtocol) {
        let sides = text.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else { return nil }
        let name = sides[0].split(separator: "/", maxSplits: 1)
        kind = String(name[0])
        channel = name.count > 1 ? String(name[1]) : nil
        var right = sides[1]
        if right.last == "~" {
            isApproximate = true
            right.removeLast()
        }
        let number = right.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        guard !number.isEmpty else { return nil }
        value = String(number)
        let rest = right.dropFirst(number.count)
        unit = rest.isEmpty ? nil : rest == "元" ? "CNY" : String(rest)
    }

    /// Whether the pipeline's figure is the one that was written down.
    public func matches(_ found: LabelledFact) -> Bool {
        kind == found.kind && channel == found.channel && value == found.value && isApproximate == found.isApproximate
            && (unit == nil || unit == found.unit)
    }

    private static func decimal(_ value: DecimalValue) -> String {
        guard value.scale > 0 else { return String(value.mantissa) }
        var digits = String(value.mantissa.magnitude)
        while digits.count <= Int(value.scale) { digits = "0" + digits }
        digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -Int(value.scale)))
        return (value.mantissa < 0 ? "-" : "") + digits
    }
}

extension LabelledFact: CustomStringConvertible {
    public var description: String {
        kind + (channel.map { "/" + $0 } ?? "") + "=" + value + (unit ?? "") + (isApproximate ? "~" : "")
    }
}
