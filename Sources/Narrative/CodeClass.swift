/// What a code unit may be to the first look at a line.
struct CodeClass: OptionSet, Sendable {
    var rawValue: UInt8

    static let digit = CodeClass(rawValue: 1)
    static let hanFigure = CodeClass(rawValue: 2)
    static let negation = CodeClass(rawValue: 4)
    static let sentenceEnd = CodeClass(rawValue: 8)
    /// Starts a measure word, or one of the words that stand between a figure and its measure word.
    static let followsFigure = CodeClass(rawValue: 16)
    static let skipped = CodeClass(rawValue: 32)
    static let clauseEnd = CodeClass(rawValue: 64)
}
