/// Which fields of a JSON Lines object are looked at.
public struct JSONFieldNames: Hashable, Sendable {
    /// Hold a web page; looked at before ``text``.
    public var html = ["html"]
    /// Hold plain text.
    public var text = ["text", "content"]
    /// Become the end of the path, the first that is there; otherwise it is the number of the line.
    public var name = ["url", "id"]

    public init() {}
}
