import Bytes
import Tables

/// What a file on the disk holds.
enum FileDigest {
    /// Size and SHA-256 (64 hexadecimal digits) of a file.
    ///
    /// - Parameter andSync: true to wait until it is on the disk.
    static func measure(_ path: String, andSync: Bool = false) throws(WriteFailure) -> (bytes: Int64, digest: String) {
        do throws(InputFileError) {
            let file = try InputFile(path: path)
            var hasher = SHA256Hasher()
            var bytes: Int64 = 0
            var block = ByteBuffer(capacity: OutputFile.blockSize)
            while try file.read(into: &block, atMost: OutputFile.blockSize) > 0 {
                block.withSpan { hasher.update($0) }
                bytes += Int64(block.count)
                block.removeAll()
            }
            if andSync { try sync(file.descriptor) }
            return (bytes, hasher.finish().hex)
        } catch {
            throw WriteFailure(path: path, error)
        }
    }

    private static func sync(_ descriptor: Int32) throws(InputFileError) {
        do throws(SystemError) {
            try System.sync(descriptor)
        } catch {
            throw .system(error)
        }
    }
}
