internal import ReportModel

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
