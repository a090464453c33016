internal import Codebook
public import ReportModel

/// Finds the figures that a report states in prose: sections 1, 5 and 6.
///
/// A figure is a number with a measure word, or a clause that says that there was none. Its kind follows from what the clause
/// speaks of, by the words and rules of ``FactVocabulary``. Years, dates, articles, phone numbers, list numbers, ordinals,
/// frequencies and plans are no figures. `kind` is `rate` for percentages (`channel` then names the kind it is a rate of),
/// `change` for a difference to another year, `other` for a count of something that the vocabulary does not know.
public struct FactFinder: Sendable {
    private let lexicon = FactLexicon.shared

    public init() {}

    /// The figures in reading order.
    public func facts(of report: Report, in document: Document) -> [Fact] {
        var reader = ParagraphReader(lexicon, document, year: report.year)
        for section in report.sections {
            switch section.kind {
            case .overview, .problems, .other: reader.read(section)
            case .disclosures, .applications, .proceedings: break
            }
        }
        return reader.facts
    }
}
