import Bytes

/// The rows of a page taken apart: which have a value, and the values that are places in a dictionary.
///
/// A structure of its own, so that its loops run over memory that nobody else can be looking at.
struct PageLevels: ~Copyable {
    /// How many rows there are.
    private(set) var count = 0
    /// 1 for each row that has a value, 0 for a null; not filled where the tokens of no row are.
    private(set) var flags = ValueBuffer<UInt32>()
    private(set) var places = ValueBuffer<UInt32>()
    private(set) var nulls = 0

    /// - Parameter map: the place for each token; the token itself where it is empty.
    mutating func take(_ tokens: Span<UInt32>, map: Span<UInt32>) {
        begin(tokens.count)
        nulls = Token.nulls(in: tokens)
        if nulls == 0 {
            if map.isEmpty { return places.append(tokens) }
            return places.append(tokens, through: map)
        }
        flags.reserve(count)
        places.reserve(count)
        for index in tokens.indices {
            let token = tokens[index]
            if token == Token.null {
                flags.append(0)
            } else {
                flags.append(1)
                places.append(map.isEmpty ? token : map[Int(token)])
            }
        }
    }

    mutating func take(_ values: borrowing PlainValues, _ rows: Range<Int>) {
        begin(rows.count)
        flags.reserve(count)
        var end = values.end(of: rows.lowerBound - 1)
        for row in rows {
            let next = values.ends[row]
            flags.append(next == end ? 0 : 1)
            if next == end { nulls += 1 }
            end = next
        }
    }

    /// A page of nulls.
    mutating func take(nulls count: Int) {
        begin(count)
        flags.append(repeating: 0, count: count)
        nulls = count
    }

    private mutating func begin(_ count: Int) {
        self.count = count
        flags.removeAll()
        places.removeAll()
        nulls = 0
    }
}
