/// Numbers byte strings in the order in which they are first met, each once.
///
/// It keeps its memory when emptied.
public struct ByteInterner: ~Copyable {
    private var bytes = ByteBuffer(capacity: 256)
    /// Where each string ends in ``bytes``.
    private var ends = ValueBuffer<Int>()
    /// Open addressing: the hash of a string in the upper half, its number and 1 in the lower; or 0.
    private var slots = ValueBuffer<UInt64>(capacity: 64)

    public init() { slots.append(repeating: 0, count: 64) }

    /// How many strings there are; the next new one gets this number.
    public var count: Int { ends.count }
    /// The size of all strings together.
    public var byteCount: Int { bytes.count }

    /// The number of a string, a new one where it has none yet.
    public mutating func number(of text: Span<UInt8>) -> UInt32 {
        let hash = UInt64(ByteHash.value(of: text))
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while true {
            let found = slots[slot]
            if found == 0 { break }
            if found >> 32 == hash {
                let number = Int(UInt32(truncatingIfNeeded: found)) - 1
                if equals(number, text) { return UInt32(number) }
            }
            slot = (slot + 1) & mask
        }
        let number = UInt32(ends.count)
        bytes.append(text)
        ends.append(bytes.count)
        slots[slot] = hash << 32 | UInt64(number + 1)
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
        let size = min(slots.count, 1 << 12)
        slots.removeAll(keepingAtMost: 1 << 12)
        slots.append(repeating: 0, count: size)
    }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    private mutating func rehash(_ size: Int) {
        var larger = ValueBuffer<UInt64>(capacity: size)
        larger.append(repeating: 0, count: size)
        for index in 0..<slots.count where slots[index] != 0 {
            var slot = Int(slots[index] >> 32) & (size - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
            larger[slot] = slots[index]
        }
        slots = larger
    }
}
