import Codebook
import ReportModel

/// The words of every vocabulary, made once.
struct VocabularyWords: Sendable {
    static let shared = VocabularyWords()

    let words: [[Word]]

    private init() { words = Vocabulary.allCases.map(VocabularyWords.make) }

    private static func make(_ vocabulary: Vocabulary) -> [Word] {
        switch vocabulary {
        case .fileStatus: FileStatus.allCases.map { word($0) }
        case .documentFormat: DocumentFormat.allCases.map { word($0) }
        case .encoding: TextEncoding.allCases.filter { $0 != .none }.map { word($0) }
        case .level: AdministrativeLevel.allCases.map { word($0) }
        case .form: FormVersion.allCases.map { word($0) }
        case .reportStatus: ReportStatus.allCases.map { word($0) }
        case .section: SectionKind.allCases.map { word($0) }
        case .unit: [Word("count", "件或个", "a number of things"), Word("CNY", "元", "yuan renminbi")]
        case .cellStatus: CellStatus.allCases.map { word($0) }
        case .checkRule: CheckRule.allCases.map { word($0) }
        case .checkOutcome: CheckOutcome.allCases.map { word($0) }
        case .stage: Stage.allCases.map { word($0) }
        case .severity: Severity.allCases.map { word($0) }
        case .problem: FindingCode.allCases.map { word($0) }
        case .statutoryTable: StatutoryTable.allCases.map { word($0) }
        case .printedUnit: PrintedUnit.allCases.map { word($0) }
        case .article: cells([.disclosures]) { article($0.article) }
        case .item: cells([.disclosures]) { Word($0.row, $0.rowLabel) }
        case .measure: cells([.disclosures]) { Word($0.column, $0.columnLabel) }
        case .outcome: cells([.applications]) { Word($0.row, $0.rowLabel) }
        case .applicant: cells([.applications]) { Word($0.column, $0.columnLabel) }
        case .procedure: cells([.proceedings]) { Word($0.row, $0.rowLabel) }
        case .decision: cells([.proceedings]) { Word($0.column, $0.columnLabel) }
        case .codebookRow: cells(StatutoryTable.allCases) { Word($0.row, $0.rowLabel) }
        case .codebookColumn: cells(StatutoryTable.allCases) { Word($0.column, $0.columnLabel) }
        }
    }

    /// The words of both forms in form order, the newer form's first; the first label of a word stands.
    private static func cells(_ tables: [StatutoryTable], _ word: (CellSpec) -> Word) -> [Word] {
        var seen: Set<String> = []
        var words: [Word] = []
        for table in tables {
            for form in [FormVersion.form2021, .form2019] {
                for cell in CodeTable.shared.spec(form, table).cells {
                    let word = word(cell)
                    if seen.insert(word.code).inserted { words.append(word) }
                }
            }
        }
        return words
    }
}
