/// One report, ready to be written.
public struct Report: Sendable {
    /// `r` and 16 hex digits.
    public var id: String
    /// The document's path, with `#2` ... behind it for a second and later report of one document.
    public var path: String
    public var title: String?
    public var issuer: String?
    public var level: AdministrativeLevel?
    public var province: String?
    public var prefecture: String?
    public var county: String?
    public var township: String?
    public var year: Int?
    /// ISO 8601 dates.
    public var periodStart: String?
    public var periodEnd: String?
    public var publishedOn: String?
    public var documentNumber: String?
    public var phone: String?
    public var sections: [Section]
    public var disclosures: FormTable
    public var applications: FormTable
    public var proceedings: FormTable
    public var facts: [Fact]
    public var checks: [Check]
    public var status: ReportStatus
    /// Equal for two copies of one report, whatever their layout; 0 where there is too little text to tell.
    public var signature: UInt64

    public init(id: String, path: String) {
        self.id = id
        self.path = path
        self.sections = []
        self.disclosures = FormTable()
        self.applications = FormTable()
        self.proceedings = FormTable()
        self.facts = []
        self.checks = []
        self.status = .incomplete
        self.signature = 0
    }

    public func table(_ table: StatutoryTable) -> FormTable {
        switch table {
        case .disclosures: disclosures
        case .applications: applications
        case .proceedings: proceedings
        }
    }
}

public enum ReportStatus: String, CaseIterable, Sendable {
    case clean, review, incomplete
}

/// The rank of the public body that issued a report.
public enum AdministrativeLevel: String, CaseIterable, Sendable {
    case national, province, prefecture, county, township
    case streetOffice = "street_office"
    case department
}

/// One arithmetic or consistency rule held against a report.
public struct Check: Hashable, Sendable {
    public var rule: CheckRule
    /// What it was held against: an applicant, an outcome, a procedure, a channel ...
    public var subject: String
    public var left: DecimalValue?
    public var right: DecimalValue?
    public var outcome: CheckOutcome

    public init(
        rule: CheckRule, subject: String, left: DecimalValue?, right: DecimalValue?, outcome: CheckOutcome
    ) {
        self.rule = rule
        self.subject = subject
        self.left = left
        self.right = right
        self.outcome = outcome
    }
}

public enum CheckOutcome: String, CaseIterable, Sendable {
    case pass, fail
    case notAssessable = "not_assessable"
}

/// The rules. Raw values are what `checks.rule` says.
public enum CheckRule: String, CaseIterable, Sendable {
    /// Section 3, per applicant column: received + carried_in = total + carried_out.
    case applicationsBalance = "applications_balance"
    /// Section 3, per applicant column: the outcomes' sum = total.
    case applicationsOutcomes = "applications_outcomes"
    /// Section 3, per row: the six applicants' sum = total.
    case applicationsApplicants = "applications_applicants"
    /// Section 4, per procedure: the four outcomes' sum = total.
    case proceedingsOutcomes = "proceedings_outcomes"
    /// A figure of the prose (left) against section 3 (right).
    case narrativeApplications = "narrative_applications"
    /// A figure of the prose (left) against section 4 (right).
    case narrativeProceedings = "narrative_proceedings"
    /// Documents issued, repealed or in force in the prose (left) against section 2 (right).
    case narrativeDocuments = "narrative_documents"
    /// Fees in the prose (left) against section 2 (right), of which they are a part.
    case narrativeFees = "narrative_fees"
    /// The items disclosed by channel, summed (left), against the total stated (right).
    case narrativeChannels = "narrative_channels"
    /// The year of the title (left) against the period or the prose (right).
    case narrativeYear = "narrative_year"
    /// Section 3, per applicant column: carried_in (left) against carried_out of the year before (right).
    case yearsApplications = "years_applications"
    /// Section 2: in_force (left) against in_force of the year before + issued − repealed (right).
    case yearsDocuments = "years_documents"
}

/// One figure that the narrative states.
public struct Fact: Hashable, Sendable {
    public var section: SectionKind
    public var kind: String
    public var channel: String?
    public var value: DecimalValue
    public var unit: String
    public var approximate: Bool
    /// The clause it stands in.
    public var text: SourceSpan
    public var locator: Locator

    public init(
        section: SectionKind, kind: String, channel: String?, value: DecimalValue, unit: String, approximate: Bool,
        text: SourceSpan, locator: Locator
    ) {
        self.section = section
        self.kind = kind
        self.channel = channel
        self.value = value
        self.unit = unit
        self.approximate = approximate
        self.text = text
        self.locator = locator
    }
}
