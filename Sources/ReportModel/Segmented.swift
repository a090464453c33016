/// The six statutory sections, and what is none of them.
public enum SectionKind: String, CaseIterable, Sendable {
    case overview, disclosures, applications, proceedings, problems, other
}

/// One section of a report. Line ranges are indices into ``Document/lines``.
public struct Section: Hashable, Sendable {
    public var kind: SectionKind
    /// The heading as printed, without the line ends of a wrapped heading.
    public var heading: String
    /// Heading included.
    public var lines: Range<Int>
    /// Heading left out.
    public var body: Range<Int>

    public init(kind: SectionKind, heading: String, lines: Range<Int>, body: Range<Int>) {
        self.kind = kind
        self.heading = heading
        self.lines = lines
        self.body = body
    }
}

/// One report found in a document.
public struct SegmentedReport: Sendable {
    /// The lines that belong to this report.
    public var lines: Range<Int>
    public var title: String?
    /// As printed, without the year and the words of the title.
    public var issuer: String?
    public var year: Int?
    public var sections: [Section]
    /// Where each table is to be looked for, as indices into ``Document/lines``. Nil where no trace of the table was found.
    public var disclosures: Range<Int>?
    public var applications: Range<Int>?
    public var proceedings: Range<Int>?
    /// Lines that repeat the title at the head of a page, ascending.
    public var runningTitles: [Int]

    public init(lines: Range<Int>) {
        self.lines = lines
        self.sections = []
        self.runningTitles = []
    }
}
