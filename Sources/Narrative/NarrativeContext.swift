internal import ReportModel

/// What is known beyond a sentence: the section, and what the sentences before it spoke of.
struct NarrativeContext {
    let section: SectionKind
    let year: Int?
    /// What the heading of the paragraph names.
    var topic: Features = []
    /// What the sentence before this one counted.
    var previousObjects: Features = []
    /// Whether this paragraph has stated a number of items disclosed.
    var hasItems = false

    mutating func startParagraph() {
        topic = []
        previousObjects = []
        hasItems = false
    }
}
