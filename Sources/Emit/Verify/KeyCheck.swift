/// Holds the rows of a table to its primary key with a number a group in memory: rows of one first key value stand
/// together, so that only the keys of one group are compared.
struct KeyCheck {
    private let columns: [Int]
    private var closed: Set<UInt64> = []
    private var group: UInt64?
    private var keys: Set<UInt64> = []

    /// - Parameter columns: the places of the key's columns.
    init(columns: [Int]) { self.columns = columns }

    /// What is wrong with a row's key; nil where nothing is.
    mutating func problem(_ row: borrowing CSVReader) -> String? {
        guard let first = columns.first else { return nil }
        let start = KeyCheck.hash(row, [first])
        if group != start {
            if let group { closed.insert(group) }
            keys.removeAll(keepingCapacity: true)
            group = start
            if closed.contains(start) {
                return columns.count == 1 ? "its key stands in an earlier row" : "its key's rows do not stand together"
            }
        } else if columns.count == 1 {
            return "its key stands in an earlier row"
        }
        return keys.insert(KeyCheck.hash(row, columns)).inserted ? nil : "its key stands in an earlier row"
    }

    static func hash(_ row: borrowing CSVReader, _ columns: [Int]) -> UInt64 {
        var hash = ValueHash()
        for column in columns { row.withField(column) { hash.add($0) } }
        return hash.number
    }
}

/// A number for some values. Of a billion keys, two get the same number in one of forty such tables.
struct ValueHash {
    private var state: UInt64 = 0x243F_6A88_85A3_08D3

    mutating func add(_ value: Span<UInt8>) {
        for index in value.indices { state = (state ^ UInt64(value[index])) &* 0x0000_0100_0000_01B3 }
        // Where one value ends and the next begins.
        state = (state ^ 0x100) &* 0x0000_0100_0000_01B3
    }

    /// The product above moves nothing downwards; this does.
    var number: UInt64 {
        let high = (state ^ (state >> 32)) &* 0x9E37_79B9_7F4A_7C15
        return high ^ (high >> 29)
    }

    static func number(_ value: Span<UInt8>) -> UInt64 {
        var hash = ValueHash()
        hash.add(value)
        return hash.number
    }
}
