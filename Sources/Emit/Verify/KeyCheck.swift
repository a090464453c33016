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

    /// A number for the values of some columns. Sixty-four bits of a seeded hash: two keys meet once in a life of the earth.
    static func hash(_ row: borrowing CSVReader, _ columns: [Int]) -> UInt64 {
        var hasher = Hasher()
        for column in columns {
            row.withField(column) { value in
                hasher.combine(value.count)
                for index in value.indices { hasher.combine(value[index]) }
            }
        }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    static func hash(_ value: String) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(value.utf8.count)
        for byte in value.utf8 { hasher.combine(byte) }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
