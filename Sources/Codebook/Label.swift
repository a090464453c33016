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

/// The stable name of a part of the form, as a small number. ``Lexicon/name(of:)`` spells it.
public struct PartCode: Hashable, Sendable {
    public let id: UInt16

    init(_ id: Int) { self.id = UInt16(id) }
}

/// One printed wording of one part of the form. Source: `Data/labels.csv`. Holds no references: labels are copied in hot paths.
public struct Label: Sendable {
    /// Nil for the headings of sections.
    public let table: StatutoryTable?
    public let kind: LabelKind
    /// Set where the wording is found in one version of the form only.
    public let form: FormVersion?
    public let code: PartCode
    /// Index of the row or column in the form's table; -1 where the form has no such part.
    public let index2019: Int16
    public let index2021: Int16
    /// Where its symbols stand in the lexicon.
    public let symbolStart: Int32
    public let symbolCount: Int32

    /// Index of the row in the table of a form version; nil where it has no such row.
    public func row(in form: FormVersion) -> Int? {
        let index = form == .form2019 ? index2019 : index2021
        return kind == .row && index >= 0 ? Int(index) : nil
    }
}
