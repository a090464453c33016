/// How the cell of a row stands in a lane: a small number whose meaning the column's ``ColumnLayout/Storage`` gives.
///
/// A code is the place of its word; a truth value 0 or 1; a word its number in ``FixedWords``, or in ``LaneValues/words`` behind
/// these; a long text its number among those; a number below ``smallNumbers`` itself, any other its place in
/// ``LaneValues/mantissas`` behind these.
enum Token {
    static let null = UInt32.max
    static let smallNumbers = 1024

    /// How many of them are nulls.
    static func nulls(in tokens: Span<UInt32>) -> Int {
        var count = 0
        for index in tokens.indices { count &+= tokens[index] == null ? 1 : 0 }
        return count
    }
}
