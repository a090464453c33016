import Bytes

/// Names reports: `r` and the first 16 hexadecimal digits of the SHA-256 of the path. Keeps one hasher for all names of a
/// thread.
final class ReportNaming {
    private var hasher = SHA256Hasher()

    /// - Parameter ordinal: the place of the report in its document, from 1; from 2 on it is part of the path.
    func identity(of path: String, ordinal: Int) -> (id: String, path: String) {
        let path = ordinal < 2 ? path : "\(path)#\(ordinal)"
        return ("r" + hasher.hash(path.utf8.span).hex(digits: 16), path)
    }
}
