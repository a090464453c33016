/// Strings of bytes by number. A great many of them take little more memory than their bytes: they stand one behind another in
/// blocks, and no block is ever moved.
public struct PackedList: Sendable {
    private var blocks: [[UInt8]] = []
    /// Block and place in it where each begins; its length stands there first.
    private var starts: [(block: UInt32, place: UInt32)] = []

    private static let blockBytes = 256 << 10

    public init() {}

    public var count: Int { starts.count }

    public mutating func append(_ item: [UInt8]) {
        var head = PackedWriter()
        head.append(item.count)
        let size = head.bytes.count + item.count
        if blocks.last.map({ $0.count + size > PackedList.blockBytes }) ?? true {
            var block: [UInt8] = []
            block.reserveCapacity(max(size, PackedList.blockBytes))
            blocks.append(block)
        }
        let block = blocks.count - 1
        starts.append((UInt32(block), UInt32(blocks[block].count)))
        blocks[block] += head.bytes
        blocks[block] += item
    }

    /// Reads one from its first byte on. What stands behind it in the block is another's.
    public func reader(of place: Int) -> PackedReader {
        let start = starts[place]
        var reader = PackedReader(blocks[Int(start.block)], at: Int(start.place))
        _ = reader.number()
        return reader
    }

    /// The bytes of one from `reader` on, which came from ``reader(of:)``.
    public func rest(of place: Int, from reader: PackedReader) -> ArraySlice<UInt8> {
        let start = starts[place]
        let block = blocks[Int(start.block)]
        var head = PackedReader(block, at: Int(start.place))
        let count = Int(head.number())
        return block[reader.position..<(head.position + count)]
    }
}
