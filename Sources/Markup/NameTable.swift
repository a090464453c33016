/// Looks up values by short names. Names come by the million, so that hashing must cost next to nothing.
struct NameTable<Value: Sendable>: Sendable {
    private var names: [PackedName]
    private var values: [Value?]

    init(_ pairs: [(PackedName, Value)]) {
        var slots = 64
        while slots < pairs.count * 4 { slots *= 2 }
        names = Array(repeating: PackedName(), count: slots)
        values = Array(repeating: nil, count: slots)
        for (name, value) in pairs {
            var slot = name.slot & (slots - 1)
            while values[slot] != nil && names[slot] != name { slot = (slot + 1) & (slots - 1) }
            names[slot] = name
            values[slot] = value
        }
    }

    subscript(name: PackedName) -> Value? {
        let mask = names.count - 1
        var slot = name.slot & mask
        while let value = values[slot] {
            if names[slot] == name { return value }
            slot = (slot + 1) & mask
        }
        return nil
    }
}

extension PackedName {
    fileprivate var slot: Int {
        Int(truncatingIfNeeded: (letters ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15 >> 40)
    }
}
