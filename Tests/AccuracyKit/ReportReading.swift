import Extract
import Markup
import Normalize
public import ReportFactory
public import ReportModel
import Segment

/// Takes made documents through the stages, in this process and without files.
public struct ReportReading: Sendable {
    private let markup = MarkupReader()
    private let segmenter = Segmenter()
    private let extractor = Extractor()
    private let normalizer = Normalizer()

    public init() {}

    /// The reports found in a document, in reading order; none where it is no report.
    public func reports(in synthetic: SyntheticDocument) -> [Report] {
        reports(in: synthetic.text, isMarkup: synthetic.family == .html)
    }

    /// The reports found in plain text, or in a web page.
    public func reports(in text: [UInt8], isMarkup: Bool = false) -> [Report] {
        do throws(StageFailure) {
            let document = isMarkup ? try markup.html(text).value : PlainText.document(text)
            return try segmenter.segment(document).value.enumerated().map { index, part in
                let raw = extractor.extract(part, in: document)
                return normalizer.normalize(raw.value, of: part, in: document, path: "made#\(index + 1)", id: "r\(index)").value
            }
        } catch {
            return []
        }
    }
}
