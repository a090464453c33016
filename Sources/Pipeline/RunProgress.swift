/// How far a run has come.
public struct RunProgress: Hashable, Sendable {
    /// Inputs found; a container counts once.
    public var found: Int
    /// Inputs whose documents are all rendered.
    public var done: Int
    /// Documents that failed so far.
    public var failed: Int
    /// Seconds since the first input was begun.
    public var seconds: Double

    public init(found: Int, done: Int = 0, failed: Int = 0, seconds: Double = 0) {
        self.found = found
        self.done = done
        self.failed = failed
        self.seconds = seconds
    }
}
