/// For whom the CSV is written.
public enum CSVFlavor: String, CaseIterable, Sendable {
    /// Opens in a spreadsheet with a double click: a byte order mark, CRLF, and text that would run as a formula defused.
    case spreadsheet
    /// For programs: no byte order mark, LF, every text as it is.
    case plain
}

/// What stands in the first line of a CSV file.
public enum CSVHeaders: String, CaseIterable, Sendable {
    /// The column names.
    case en
    /// The Chinese titles.
    case zh
}
