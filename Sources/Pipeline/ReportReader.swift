import Decode
import Extract
import Normalize
import ReportModel
import Segment

/// Takes a document through segment, extract and normalize.
struct ReportReader {
    private let segmenter = Segmenter()
    private let extractor = Extractor()
    private let normalizer = Normalizer()
    private let naming = ReportNaming()

    /// Reads a document as it stands; where that leaves something open and its tables are drawn or parted in an unusual way, reads
    /// it with plain rows too, and takes the reading that places more cells.
    func read(_ source: Document, path: String) throws(StageFailure) -> DocumentReading {
        let document = QuotedCells.joined(source) ?? source
        let first: Result<DocumentReading, StageFailure>
        do throws(StageFailure) {
            let reading = try readOnce(document, path: path)
            if reading.isWhole { return reading }
            first = .success(reading)
        } catch {
            // Most pages are no reports: only a text may be one whose title cannot be read as it stands.
            if document.format != .text { throw error }
            first = .failure(error)
        }
        FaultGuard.enter(.decode)
        guard let rewritten = TextTables.rewritten(document) else { return try first.get() }
        FaultGuard.enter(.segment)
        guard let second = try? readOnce(rewritten.document, path: path) else { return try first.get() }
        if case .success(let reading) = first, !rewritten.isDrawn || second.placed * 4 < reading.placed * 3, (reading.placed, reading.titles) >= (second.placed, second.titles) { return reading }
        return second
    }

    private func readOnce(_ document: Document, path: String) throws(StageFailure) -> DocumentReading {
        let segmented = try segmenter.segment(document)
        var reading = DocumentReading(document: document, parts: segmented.value, findings: segmented.findings)
        for (index, part) in segmented.value.enumerated() {
            FaultGuard.enter(.extract)
            let raw = extractor.extract(part, in: document)
            reading.findings += raw.findings
            let identity = naming.identity(of: path, ordinal: index + 1)
            FaultGuard.enter(.normalize)
            let report = normalizer.normalize(raw.value, of: part, in: document, path: identity.path, id: identity.id)
            reading.findings += report.findings
            reading.raws.append(raw.value)
            reading.reports.append(report.value)
        }
        return reading
    }
}
