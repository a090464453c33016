public import Markup
public import PageText

/// The limits within which inputs are read. Beyond a limit an input fails by name.
public struct DecodeOptions: Sendable {
    /// Bytes of one document as stored. Containers may be larger: they are read piece by piece.
    public var maxFileSize: Int64 = 256_000_000
    /// Bytes that one compressed document may inflate to. Markup and the words of a PDF are many times as large in memory: of
    /// these it is an eighth.
    public var maxInflatedSize: Int64 = 512_000_000 {
        didSet {
            markup.inflatedBytes = Int(maxInflatedSize / 8)
            pdf.maxOutputBytes = Int(maxInflatedSize / 8)
        }
    }
    /// How many times its size compressed bytes may inflate to; looked at beyond the first megabyte.
    public var maxInflationRatio: Int64 = 200 {
        didSet { markup.inflationRatio = Int(maxInflationRatio) }
    }
    /// Lines of one document.
    public var maxLines = 5_000_000
    /// Cells of all structured tables of one document.
    public var maxCells = 2_000_000
    /// Containers inside one another.
    public var maxDepth = 3
    /// Members of one file, those of its inner containers included.
    public var maxMembers = 10_000_000
    /// Bytes of all members of one file together.
    public var maxContainerSize: Int64 = 64_000_000_000
    public var jsonFields = JSONFieldNames()
    public var markup = MarkupOptions()
    public var pdf = PDFOptions()

    public init() {}
}
