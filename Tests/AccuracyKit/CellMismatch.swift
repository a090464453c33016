public import ReportModel

/// One cell that came out other than it stands in print.
public struct CellMismatch: Sendable, CustomStringConvertible {
    /// Which report of the document, from 0.
    public var report: Int
    /// `applications/granted/total`.
    public var cell: String
    public var wanted: DecimalValue?
    public var got: DecimalValue?
    public var status: CellStatus?
    public var isSilent: Bool

    public var description: String {
        func text(_ value: DecimalValue?) -> String {
            guard let value else { return "nothing" }
            return value.scale == 0 ? "\(value.mantissa)" : "\(value.mantissa)e-\(value.scale)"
        }
        let mark = isSilent ? "SILENT " : ""
        return "\(mark)report \(report + 1) \(cell): want \(text(wanted)), got \(text(got)) (\(status?.rawValue ?? "no row"))"
    }
}
