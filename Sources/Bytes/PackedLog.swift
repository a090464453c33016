/// Strings of bytes that are read again in the order in which they came. What a great many of them have in common takes hardly any
/// memory: they stand one behind another in blocks, and every block but the last is compressed.
public struct PackedLog: Sendable {
    /// Gzip members.
    private var blocks: [[UInt8]] = []
    private var open: [UInt8] = []
    public private(set) var count = 0

    private static let blockBytes = 64 << 10

    public init() {}

    public mutating func append(_ item: [UInt8]) {
        var head = PackedWriter()
        head.append(item.count)
        open += head.bytes
        open += item
        count += 1
        if open.count >= PackedLog.blockBytes {
            blocks.append(Deflate.gzip(open, level: 1))
            open.removeAll(keepingCapacity: true)
        }
    }

    /// Reads the items from the first on.
    public func reader() -> Reader { Reader(self) }

    /// The bytes of a block; nil behind the last.
    private func block(_ number: Int) -> [UInt8]? {
        if number >= blocks.count { return number == blocks.count ? open : nil }
        let member = blocks[number]
        var inflater = GzipInflater(limits: InflateLimits(size: .max / 2, ratio: .max))
        var bytes = ByteBuffer(capacity: 2 * PackedLog.blockBytes)
        do throws(InflateError) {
            try inflater.inflateAll(member.span, into: &bytes)
        } catch {
            preconditionFailure("a block in memory is not what it was: \(error)")
        }
        return bytes.bytes()
    }

    /// Gives one item after the other.
    public struct Reader: IteratorProtocol, Sendable {
        private let log: PackedLog
        private var block = 0
        private var bytes: [UInt8]
        private var position = 0

        fileprivate init(_ log: PackedLog) {
            self.log = log
            bytes = log.block(0) ?? []
        }

        public mutating func next() -> [UInt8]? {
            while position == bytes.count {
                block += 1
                guard let next = log.block(block) else { return nil }
                bytes = next
                position = 0
            }
            var reader = PackedReader(bytes, at: position)
            let item = reader.bytes(reader.count())
            position = reader.position
            return item
        }
    }
}
