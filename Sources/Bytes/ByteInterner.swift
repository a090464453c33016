/// Numbers byte strings in the order in which they are first met, each once.
///
/// It keeps its memory when emptied.
public struct ByteInterner: ~Copyable {
    private var bytes = ByteBuffer(capacity: 256)
    /// Where each string ends in ``bytes``.
    private var ends = ValueBuffer<Int>()
    private var hashes = ValueBuffer<UInt32>()
    /// Open addressing: the number of a string and 1, or 0.
    private var slots = ValueBuffer<UInt32>(capacity: 64)

    public init() { slots.append(repeating: 0, count: 64) }

    /// How many strings there are; the next new one gets this number.
    public var count: Int { ends.count }
    /// The size of all strings together.
    public var byteCount: Int { bytes.count }

    /// The number of a string, a new one where it has none yet.
    public mutating func number(of text: Span<UInt8>) -> UInt32 {
        let hash = ByteHash.value(of: text)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while true {
            let found = slots[slot]
            if found == 0 { break }
            let number = Int(found) - 1
            if hashes[number] == hash && equals(number, text) { return UInt32(number) }
            slot = (slot + 1) & mask
        }
        let number = UInt32(ends.count)
        bytes.append(text)
        ends.append(bytes.count)
        hashes.append(hash)
        slots[slot] = number + 1
        if ends.count * 2 > slots.count { rehash(slots.count * 4) }
        return number
    }

    /// True where the string of this number is `text`.
    public func equals(_ number: Int, _ text: Span<UInt8>) -> Bool {
        let range = range(number)
        return range.count == text.count && bytes.withSpan(of: range) { ByteOrder.compare($0, text) == 0 }
    }

    /// A string, for as long as `body` runs.
    public func withText<Result>(_ number: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        bytes.withSpan(of: range(number)) { body($0) }
    }

    /// The length of a string.
    public func length(_ number: Int) -> Int { range(number).count }

    /// Forgets all strings.
    public mutating func removeAll() {
        if ends.isEmpty { return }
        bytes.removeAll(keepingAtMost: 1 << 20)
        ends.removeAll(keepingAtMost: 1 << 16)
        hashes.removeAll(keepingAtMost: 1 << 16)
        let size = min(slots.count, 1 << 12)
        slots.removeAll(keepingAtMost: 1 << 12)
        slots.append(repeating: 0, count: size)
    }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    private mutating func rehash(_ size: Int) {
        slots.removeAll()
        slots.append(repeating: 0, count: size)
        for number in 0..<ends.count {
            var slot = Int(hashes[number]) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(number) + 1
        }
    }
}
