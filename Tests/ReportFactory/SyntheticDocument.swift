/// One made document and the truth about what it holds.
public struct SyntheticDocument: Sendable {
    /// What a pipeline has to make of the document.
    public enum Kind: String, Sendable {
        case reports
        case notAReport = "not_a_report"
        case blankTemplate = "blank_template"
    }

    public var name: String
    /// UTF-8.
    public var text: [UInt8]
    public var family: LayoutFamily
    public var irregularities: Set<Irregularity>
    public var kind: Kind
    /// In the order in which they stand in the text; none unless ``kind`` is `reports`.
    public var reports: [SyntheticReport]

    public var string: String { String(decoding: text, as: UTF8.self) }
}
