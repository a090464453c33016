import Glibc

/// Paths without links and dots.
public enum AbsolutePath {
    /// The names on the way from `/` to an existing path; empty where it cannot be told.
    public static func names(_ path: String) -> [String] {
        guard let resolved = unsafe realpath(path, nil) else { return [] }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved).split(separator: "/").map(String.init)
    }
}
