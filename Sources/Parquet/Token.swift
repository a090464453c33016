/// How the cell of a row stands in a lane: a small number whose meaning the column's ``ColumnLayout/Storage`` gives.
///
/// A code is the place of its word; a truth value 0 or 1; a word its number in ``LaneValues/words``; a long text its number among
/// these; a number below ``smallNumbers`` itself, any other its place in ``LaneValues/mantissas`` behind these.
enum Token {
    static let null = UInt32.max
    static let smallNumbers = 1024
}
