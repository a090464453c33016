internal import Codebook
internal import ReportModel

/// A label of the form found in print: over one piece or several, values possibly between them.
struct Mention {
    private var firstPiece: Int32
    private var lastPiece: Int32
    private var place: Int32 = -1
    /// State of the trie at which it ends; the labels there are what it may name.
    var state: Int32
    var enumeratorKind: Piece.EnumeratorKind
    var enumerator: UInt8
    /// The wording is only the beginning of a label.
    var isPartial = false
    /// The wording is none of the codebook's; the label is the nearest one.
    var isMisprinted = false
    /// What it names in the table that is read.
    var naming = Naming()

    init(state: Int32, first: Int, last: Int, enumeratorKind: Piece.EnumeratorKind, enumerator: UInt8) {
        self.state = state
        firstPiece = Int32(first)
        lastPiece = Int32(last)
        self.enumeratorKind = enumeratorKind
        self.enumerator = enumerator
    }

    /// Its first and last piece.
    var first: Int {
        get { Int(firstPiece) }
        set { firstPiece = Int32(newValue) }
    }
    var last: Int {
        get { Int(lastPiece) }
        set { lastPiece = Int32(newValue) }
    }
    /// Its place in ``TableReading/mentions``; -1 for one that is not there.
    var index: Int {
        get { Int(place) }
        set { place = Int32(newValue) }
    }
}
