import Bytes
import Codebook
import Tables

/// Everything that results depend on besides the inputs. While it stays equal, an input that has not changed gives the same
/// rows.
enum Fingerprint {
    /// Versions, and the settings that bear on results.
    static func text(_ options: RunOptions) -> String {
        [
            "program \(Release.version)", "schema \(Schema.version)", "codebook \(CodeTable.version)",
            "formats \(options.formats)", "plain \(options.hasPlainCSV)", "chinese \(options.hasChineseHeaders)",
            "\(options.limits)", "\(options.jsonLines)",
        ].joined(separator: "\n")
    }

    private static let program = "/proc/self/exe"

    /// The program that runs.
    ///
    /// - Parameter known: its SHA-256, if somebody has just looked.
    static func ofProgram(known: String?) -> (stamp: FileStamp, sha256: String) {
        guard let stamp = FileStamp(path: program), let digest = known ?? digest() else {
            return (FileStamp(size: 0, modified: 0, changed: 0, inode: 0), "")
        }
        return (stamp, digest)
    }

    /// Whether the program that runs is the one that ran then, codebook and all, whatever its version says of itself.
    static func isProgram(_ stamp: FileStamp, _ sha256: String) -> Bool {
        guard !sha256.isEmpty, let now = FileStamp(path: program) else { return false }
        return now == stamp || now.size == stamp.size && digest() == sha256
    }

    private static func digest() -> String? {
        guard let file = try? InputFile(path: program) else { return nil }
        var hasher = SHA256Hasher()
        var block = ByteBuffer(capacity: 1 << 20)
        while true {
            block.removeAll()
            guard let got = try? file.read(into: &block, atMost: 1 << 20) else { return nil }
            if got == 0 { return hasher.finish().hex }
            block.withSpan { hasher.update($0) }
        }
    }
}
