import Bytes
import ReportModel

/// Numbers the numbers of a column in the order in which they are first met, each once.
struct NumberDictionary: ~Copyable {
    private var mantissas = ValueBuffer<Int64>()
    private var scales = ValueBuffer<UInt8>()
    /// Open addressing: the place of a number and 1, or 0.
    private var slots = ValueBuffer<UInt32>(capacity: 64)
    /// The places of small whole numbers.
    private var small = ValueBuffer<UInt32>(capacity: NumberDictionary.smallCount)

    private static let smallCount = 1024

    init() { reset() }

    var count: Int { mantissas.count }

    subscript(_ index: Int) -> DecimalValue { DecimalValue(mantissa: mantissas[index], scale: scales[index]) }

    mutating func index(of mantissa: Int64, _ scale: UInt8) -> UInt32 {
        let isSmall = scale == 0 && mantissa >= 0 && mantissa < Int64(NumberDictionary.smallCount)
        if isSmall && small[Int(mantissa)] != Token.null { return small[Int(mantissa)] }
        let index = find(mantissa, scale)
        if isSmall { small[Int(mantissa)] = index }
        return index
    }

    mutating func removeAll() {
        mantissas.removeAll(keepingAtMost: 1 << 12)
        scales.removeAll(keepingAtMost: 1 << 12)
        reset()
    }

    private mutating func reset() {
        slots.removeAll(keepingAtMost: 1 << 12)
        slots.append(repeating: 0, count: 64)
        small.removeAll()
        small.append(repeating: Token.null, count: NumberDictionary.smallCount)
    }

    private mutating func find(_ mantissa: Int64, _ scale: UInt8) -> UInt32 {
        let mask = slots.count - 1
        var slot = NumberDictionary.hash(mantissa, scale) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if mantissas[index] == mantissa && scales[index] == scale { return UInt32(index) }
            slot = (slot + 1) & mask
        }
        mantissas.append(mantissa)
        scales.append(scale)
        slots[slot] = UInt32(mantissas.count)
        if mantissas.count * 2 > slots.count { rehash(slots.count * 4) }
        return UInt32(mantissas.count - 1)
    }

    private mutating func rehash(_ size: Int) {
        slots.removeAll()
        slots.append(repeating: 0, count: size)
        for index in 0..<mantissas.count {
            var slot = NumberDictionary.hash(mantissas[index], scales[index]) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(index) + 1
        }
    }

    private static func hash(_ mantissa: Int64, _ scale: UInt8) -> Int {
        Int(ByteHash.value(of: UInt64(bitPattern: mantissa) ^ UInt64(scale) << 58))
    }
}
