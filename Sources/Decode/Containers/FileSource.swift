import Bytes
import ReportModel

/// A file, read piece by piece.
final class FileSource: ByteSource {
    private let file: InputFile

    init(_ file: consuming InputFile) { self.file = file }

    var size: Int64 { file.size }

    var seekableSize: Int64? { file.size }

    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int {
        do throws(InputFileError) {
            return try file.read(into: &buffer, atMost: limit)
        } catch {
            throw StageFailure(error)
        }
    }

    func seek(to offset: Int64) throws(StageFailure) {
        do throws(InputFileError) {
            try file.seek(to: offset)
        } catch {
            throw StageFailure(error)
        }
    }

    /// 64 hex digits over the whole file, which is read once more for it; nil where it cannot be.
    func digest() -> String? {
        var hasher = SHA256Hasher()
        var block = ByteBuffer(capacity: 1 << 18)
        do throws(StageFailure) {
            try seek(to: 0)
            while try read(into: &block, atMost: 1 << 18) > 0 {
                block.withSpan { hasher.update($0) }
                block.removeAll()
            }
        } catch {
            return nil
        }
        return hasher.finish().hex
    }
}
