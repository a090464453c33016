/// Short texts for the page.
enum ShortText {
    /// `1,204`.
    static func number(_ value: Int) -> String {
        var digits = String(value.magnitude)
        var grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        return (value < 0 ? "-" : "") + digits + grouped
    }

    /// `1.2 GB`.
    static func size(_ bytes: Int64) -> String {
        var value = Double(bytes)
        var unit = 0
        let units = ["B", "kB", "MB", "GB", "TB"]
        while value >= 1000 && unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        return unit == 0 ? "\(bytes) B" : "\(decimal(value)) \(units[unit])"
    }

    /// One digit behind the point, and none where it is a zero.
    static func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    static func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "0" : decimal(Double(part) * 100 / Double(whole))
    }

    /// The beginning of a text, or its end, where it is long. Control characters, which could turn a line about, become blanks.
    static func short(_ text: String, _ limit: Int, keepingEnd: Bool = false) -> String {
        var scalars: [Unicode.Scalar] = text.unicodeScalars.map {
            switch $0.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: $0
            }
        }
        if scalars.count > limit {
            scalars = keepingEnd ? ["…"] + scalars.suffix(limit - 1) : scalars.prefix(limit - 1) + ["…"]
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
