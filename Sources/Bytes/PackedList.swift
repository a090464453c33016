/// Strings of bytes by number. A great many of them take little more memory than their bytes: they stand one behind another in
/// blocks, and no block is ever moved.
public struct PackedList: Sendable {
    /// Each string has its length in front.
    private var blocks: [[UInt8]] = []
    /// Block and place in it where every so many begin; those between are found from there.
    private var starts: [(block: UInt32, place: UInt32)] = []
    public private(set) var count = 0

    private static let blockBytes = 256 << 10
    private static let stride = 8

    public init() {}

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
        if count % PackedList.stride == 0 { starts.append((UInt32(block), UInt32(blocks[block].count))) }
        blocks[block] += head.bytes
        blocks[block] += item
        count += 1
    }

    /// Reads one from its first byte on. What stands behind it in the block is another's.
    public func reader(of number: Int) -> PackedReader {
        let start = starts[number / PackedList.stride]
        var block = Int(start.block)
        var reader = PackedReader(blocks[block], at: Int(start.place))
        for _ in 0..<(number % PackedList.stride) {
            reader.skip(reader.count())
            if reader.isAtEnd {
                block += 1
                reader = PackedReader(blocks[block])
            }
        }
        _ = reader.count()
        return reader
    }
}
