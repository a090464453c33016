internal import ReportModel

/// Values that stand together, and the label they belong to.
struct Run {
    /// The value pieces.
    var pieces: PieceStretch
    /// The label in front of the values, or around them; nil where there is none.
    var mention: Mention?
    /// Text stands between label and values, or there is text and it is no label.
    var hasStrangeText: Bool
    /// How many mentions of rows without values stand directly in front of the label.
    var bareLabelsBefore = 0
}

/// Pieces that stand one behind the other: their indices in the list.
struct PieceStretch: RandomAccessCollection, Hashable {
    private var first: Int32
    private var end: Int32

    init(_ pieces: Range<Int>) {
        first = Int32(pieces.lowerBound)
        end = Int32(pieces.upperBound)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { Int(end &- first) }
    var range: Range<Int> { Int(first)..<Int(end) }

    subscript(position: Int) -> Int {
        precondition(position >= 0 && position < endIndex)
        return Int(first) &+ position
    }
}
