/// What a ``MarkupReader`` puts up with. Beyond a limit the document fails by name.
public struct MarkupOptions: Hashable, Sendable {
    /// Elements open at once. Half of them may be plain ones; where more are, these only part paragraphs.
    public var openElements = 512
    /// Tags without an end at once. Old editors leave out the end of a `font` for each piece of text, thousands in a page; each
    /// end tag is compared with all of them.
    public var openTags = 6_000
    /// Tags without an end times end tags, which is what comparing them may take.
    public var endTagComparisons = 400_000_000
    /// Attributes of one element.
    public var attributes = 2_000
    /// Tables inside tables.
    public var tableDepth = 40
    /// Bytes that the parts of a word processor document may inflate to.
    public var inflatedBytes = 64_000_000
    /// How many times larger than the packed document its parts may become, once they are beyond `ratioFloor` bytes.
    public var inflationRatio = 200
    public var ratioFloor = 8 << 20
    /// Columns that spans may reach; a wider span ends there.
    public var columns = 1_000

    public init() {}
}
