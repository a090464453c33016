/// Finds the first of a list's items that has a key, by the item's number. The keys stay where the list has them, so that an item
/// takes some eight bytes here.
public struct FirstIndex: Sendable {
    /// Open addressing: the number of an item and 1, or 0.
    private var slots = [UInt32](repeating: 0, count: 64)
    private var count = 0

    public init() {}

    /// The number of the item that has a key.
    ///
    /// - Parameters:
    ///   - hash: of the key.
    ///   - has: whether the item of a number has that key.
    public func find(_ hash: UInt64, _ has: (Int) -> Bool) -> Int? {
        var slot = self.slot(hash)
        while slots[slot] != 0 {
            let item = Int(slots[slot]) - 1
            if has(item) { return item }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Takes in an item whose key no other has.
    ///
    /// - Parameter hash: of the key that the item of a number has.
    public mutating func insert(_ item: Int, _ hash: (Int) -> UInt64) {
        if (count + 1) * 4 > slots.count * 3 {
            let items = slots.filter { $0 != 0 }
            slots = Array(repeating: 0, count: slots.count * 2)
            for item in items { put(item, hash(Int(item) - 1)) }
        }
        put(UInt32(item + 1), hash(item))
        count += 1
    }

    private mutating func put(_ item: UInt32, _ hash: UInt64) {
        var slot = self.slot(hash)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = item
    }

    private func slot(_ hash: UInt64) -> Int { Int(ByteHash.value(of: hash)) & (slots.count - 1) }
}
