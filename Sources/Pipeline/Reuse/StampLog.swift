import Bytes

/// What the file system said of inputs, one after the other; nil where it said nothing.
struct StampLog: Sendable {
    private var log = PackedLog()

    mutating func append(_ stamp: FileStamp?) {
        var packed = PackedWriter()
        stamp?.append(to: &packed)
        log.append(packed.bytes)
    }

    func reader() -> Reader { Reader(log: log.reader()) }

    struct Reader: IteratorProtocol {
        fileprivate var log: PackedLog.Reader

        mutating func next() -> FileStamp?? {
            log.next().map { bytes in
                var packed = PackedReader(bytes)
                return bytes.isEmpty ? nil : FileStamp(from: &packed)
            }
        }
    }
}
