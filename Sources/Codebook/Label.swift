public import ReportModel

/// What a label of the form names.
public enum LabelKind: String, CaseIterable, Sendable {
    /// A row of a statutory table.
    case row
    /// A column of a statutory table.
    case column
    /// A group of rows; has no values of its own.
    case group
    /// Something printed in a table that names neither, or a section's heading.
    case heading
}

/// One printed wording of one part of the form. Source: `Data/labels.csv`.
public struct Label: Sendable {
    /// Nil for the headings of sections.
    public var table: StatutoryTable?
    public var kind: LabelKind
    /// Set where the wording is found in one version of the form only.
    public var form: FormVersion?
    public var code: String
    public var text: String
    /// The wording as symbols of the ``Lexicon``, without blanks, digits and punctuation.
    public var symbols: [UInt16]
    /// Index of the row in the form's table, for both forms; -1 where the form has no such row.
    public var row2019: Int
    public var row2021: Int
}
