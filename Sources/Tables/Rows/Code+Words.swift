public import ReportModel

/// The codes of the model's own words. A vocabulary made of an enumeration lists its cases in their order, so that a
/// case's place is its code.
extension Code {
    @usableFromInline static let checkRules = CheckRule.allCases
    @usableFromInline static let problems = FindingCode.allCases
    static let stages = Stage.allCases
    static let levels = AdministrativeLevel.allCases

    @inlinable public init(_ status: CellStatus) {
        let index =
            switch status {
            case .reported: 0
            case .blank: 1
            case .inferred: 2
            case .unreadable: 3
            case .absent: 4
            }
        self.init(index, of: .cellStatus)
    }

    @inlinable public init(_ form: FormVersion) { self.init(form == .form2019 ? 0 : 1, of: .form) }

    @inlinable public init(_ outcome: CheckOutcome) {
        let index =
            switch outcome {
            case .pass: 0
            case .fail: 1
            case .notAssessable: 2
            }
        self.init(index, of: .checkOutcome)
    }

    @inlinable public init(_ rule: CheckRule) {
        self.init(Code.checkRules.firstIndex(of: rule) ?? 0, of: .checkRule)
    }

    public init(_ status: ReportStatus) {
        let index =
            switch status {
            case .clean: 0
            case .review: 1
            case .incomplete: 2
            }
        self.init(index, of: .reportStatus)
    }

    public init(_ section: SectionKind) {
        let index =
            switch section {
            case .overview: 0
            case .disclosures: 1
            case .applications: 2
            case .proceedings: 3
            case .problems: 4
            case .other: 5
            }
        self.init(index, of: .section)
    }

    public init(_ status: FileStatus) { self.init(status.rawValue, of: .fileStatus) }
    public init(_ format: DocumentFormat) { self.init(format.rawValue, of: .documentFormat) }
    public init(_ level: AdministrativeLevel) { self.init(Code.levels.firstIndex(of: level) ?? 0, of: .level) }
    public init(_ stage: Stage) { self.init(Code.stages.firstIndex(of: stage) ?? 0, of: .stage) }
    public init(_ severity: Severity) { self.init(severity == .warning ? 0 : 1, of: .severity) }
    public init(_ problem: FindingCode) { self.init(Code.problems.firstIndex(of: problem) ?? 0, of: .problem) }

    /// Nil for a document that was not read as text.
    public init?(_ encoding: TextEncoding) {
        if encoding == .none { return nil }
        self.init(encoding.rawValue, of: .encoding)
    }
}
