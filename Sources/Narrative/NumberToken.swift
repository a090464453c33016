internal import ReportModel

/// A figure in a sentence.
struct NumberToken {
    enum Role: UInt8 {
        /// A year, date, phone number, article, ordinal …: no count.
        case trap
        /// A figure without a measure word.
        case bare
        case counted
        case rate
    }

    var role: Role
    var value: DecimalValue
    var isApproximate = false
    /// Written in Chinese figures.
    var isHan = false
    /// Stands in quotation marks.
    var isQuoted = false
    /// Stood within a limit: 以内.
    var isLimit = false
    /// A four-digit year.
    var isYear = false
    /// Index into ``FactLexicon/unitTexts``; -1 for none.
    var unit: Int32 = -1
}
