public import ReportModel

/// A text whose tables were written anew.
public struct Rewriting {
    public var document: Document
    /// Frames showed where each cell begins and ends: what they say goes before what the lines seem to say.
    public var isDrawn: Bool
}
