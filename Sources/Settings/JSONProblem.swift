/// The first thing in a text that is not JSON.
public struct JSONProblem: Error, Hashable, Sendable {
    /// From 1.
    public var line: Int
    public var column: Int
    public var message: String

    public init(line: Int, column: Int, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }
}
