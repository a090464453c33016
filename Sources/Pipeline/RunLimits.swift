/// How much of an input is put up with. Beyond a limit a document fails by name.
public struct RunLimits: Hashable, Sendable {
    /// Bytes of one document as stored.
    public var fileSize = 256_000_000
    /// Bytes that one compressed document may unfold to, and how many times its size.
    public var inflatedSize = 512_000_000
    public var inflationRatio = 200
    public var lines = 5_000_000
    /// Cells of all tables of one document whose tables are told by its format.
    public var cells = 2_000_000
    /// The longest that one document may take, whatever keeps it.
    public var seconds = 300.0
    /// Bytes of all members of a container, how many they are, and how many containers may stand in one another.
    public var containerSize = 64_000_000_000
    public var containerMembers = 10_000_000
    public var containerDepth = 3
    /// Pages of a PDF, seconds for everything that is done to it, and bytes of memory for each program that does it.
    public var pdfPages = 500
    public var pdfSeconds = 20.0
    public var pdfMemory = 1_073_741_824

    public init() {}
}

/// The fields of JSON Lines in which documents stand.
public struct JSONLinesFields: Hashable, Sendable {
    public var html = ["html"]
    public var text = ["text", "content"]
    public var name = ["url", "id"]

    public init() {}
}
