/// The tables of a run, in the order in which they are described and written. The raw value is the table's name.
public enum Table: String, CaseIterable, Sendable {
    case files, reports, sections, disclosures, applications, proceedings, facts, checks, errors, panel, codebook

    /// True where a row may still change when every input has been seen: rules held between reports add checks and may
    /// turn a report's status.
    public var isLate: Bool {
        switch self {
        case .reports, .checks, .panel: true
        default: false
        }
    }

    public var schema: TableSchema { Schema.tables[index] }

    /// The place in ``allCases``.
    public var index: Int {
        switch self {
        case .files: 0
        case .reports: 1
        case .sections: 2
        case .disclosures: 3
        case .applications: 4
        case .proceedings: 5
        case .facts: 6
        case .checks: 7
        case .errors: 8
        case .panel: 9
        case .codebook: 10
        }
    }
}
