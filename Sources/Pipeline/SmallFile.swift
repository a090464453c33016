import Bytes
import Glibc

/// Files that are read whole and at once: the configuration, a list of inputs.
public enum SmallFile {
    /// - Throws: a failure with code `missing_file` where there is no such file, `unreadable_file` otherwise.
    public static func read(_ path: String, limit: Int) throws(RunFailure) -> [UInt8] {
        do throws(InputFileError) {
            let file = try InputFile(path: path)
            var buffer = ByteBuffer()
            try file.readAll(into: &buffer, limit: Int64(limit))
            return buffer.bytes()
        } catch {
            switch error {
            case .system(let error):
                throw RunFailure(
                    .inputOutput, code: error.code == ENOENT ? "missing_file" : "unreadable_file", subject: path, error.reason)
            case .notARegularFile:
                throw RunFailure(.inputOutput, code: "unreadable_file", subject: path, "it is no regular file")
            case .tooLarge(let size):
                throw RunFailure(
                    .inputOutput, code: "unreadable_file", subject: path, "it has \(size) bytes; at most \(limit) are read")
            }
        }
    }
}

extension RunFailure {
    public var isMissingFile: Bool { code == "missing_file" }
}
