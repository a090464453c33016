/// The closed vocabularies of the tables. A cell of such a column is written as the place of its word in ``words``.
public enum Vocabulary: Int, CaseIterable, Sendable {
    case fileStatus, documentFormat, encoding
    case level, form, reportStatus, section
    case article, item, measure, unit
    case outcome, applicant, procedure, decision
    case cellStatus
    case checkRule, checkOutcome
    case stage, severity, problem
    case statutoryTable, codebookRow, codebookColumn, printedUnit

    /// The word for it in the schema's text, `cell_status`.
    public var name: String {
        "\(self)".reduce(into: "") { name, letter in
            if letter.isUppercase { name += "_" }
            name += letter.lowercased()
        }
    }

    /// In a fixed order; a word's place is its code.
    public var words: [Word] { VocabularyWords.shared.words[rawValue] }
}

/// One word of a closed vocabulary.
public struct Word: Hashable, Sendable {
    /// What the tables say.
    public var code: String
    /// In Chinese; empty where there is nothing better than the code.
    public var title: String
    /// In English; empty where the code says it all.
    public var meaning: String
    /// The meaning in Chinese; empty where the title says it all.
    public var note: String

    public init(_ code: String, _ title: String = "", _ meaning: String = "", _ note: String = "") {
        self.code = code
        self.title = title
        self.meaning = meaning
        self.note = note
    }
}
