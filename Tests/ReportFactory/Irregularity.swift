/// What may be odd about a report. The raw value names it in truth files and on the command line.
public enum Irregularity: String, CaseIterable, Sendable {
    // blanks
    case blankColumns = "blank_columns"
    case blankTotals = "blank_totals"
    case blankAll = "blank_all"
    case vanishedBlanks = "vanished_blanks"
    case dashes
    // labels
    case straySpaces = "stray_spaces"
    case misprints
    case shortenedLabels = "shortened_labels"
    case ideographicCommas = "ideographic_commas"
    case halfWidth = "half_width"
    case fullWidth = "full_width"
    case articleVariants = "article_variants"
    case traditional
    // cells
    case remarks, signs, thousands
    case unitsInCells = "units_in_cells"
    case unitsInHeader = "units_in_header"
    case extraZero = "extra_zero"
    case twoNumbers = "two_numbers"
    case hugeNumbers = "huge_numbers"
    // captions and headers
    case missingCaption = "missing_caption"
    case missingHeader = "missing_header"
    case repeatedHeader = "repeated_header"
    case footnote, sentence
    /// Pages of a PDF that carry the report's title at their head.
    case runningTitle = "running_title"
    // headings and narrative
    case headingsMissing = "headings_missing"
    case headingsRenumbered = "headings_renumbered"
    case headingVariants = "heading_variants"
    case narrativeNumbering = "narrative_numbering"
    case contradiction
    case titleVariants = "title_variants"
    // section 4
    case proceedingsSplit = "proceedings_split"
    case proceedingsBare = "proceedings_bare"
    // what is there
    case wrongTotal = "wrong_total"
    case missingRow = "missing_row"
    case missingTable = "missing_table"
    case unlabelledRow = "unlabelled_row"
    case rowsReordered = "rows_reordered"
    case mixedForms = "mixed_forms"
    case yearMismatch = "year_mismatch"
    // whole documents
    case severalReports = "several_reports"
    case copies
    case notAReport = "not_a_report"
    case blankTemplate = "blank_template"
    case repeatedLinesRemoved = "repeated_lines_removed"
    case cutOff = "cut_off"

    /// Those that empty cells where a zero would stand.
    static let blanking: Set<Irregularity> = [.blankColumns, .blankTotals, .blankAll, .vanishedBlanks, .dashes]

    /// Those after which a document holds no single report with values.
    public static let wholeDocument: Set<Irregularity> = [.severalReports, .copies, .notAReport, .blankTemplate]

    /// Whether the irregularity changes anything in a family.
    public func applies(to family: LayoutFamily) -> Bool {
        switch self {
        case .vanishedBlanks: family != .pdfLayout && family != .html
        // Cells parted by spaces alone are never seen to hold two numbers.
        case .twoNumbers: family != .pdfLines
        case .runningTitle: family == .pdfLines || family == .pdfLayout
        case .repeatedLinesRemoved, .severalReports, .copies: family != .html
        default: true
        }
    }
}
