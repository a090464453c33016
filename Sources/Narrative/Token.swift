/// A piece of a sentence that says something.
struct Token {
    enum Kind: UInt8 {
        case word, number
        /// A comma, semicolon or colon.
        case clauseEnd
        /// 、
        case listMark
        case open, close
    }

    var kind: Kind
    /// In codes of the sentence.
    var start: Int32
    var end: Int32
    /// The word's entry, the number's index, or the code of a mark.
    var entry: Int32
}
