/// The program as a whole.
public enum Release {
    /// Semantic version. The tables have a version of their own.
    public static let version = "0.1.0"
}
