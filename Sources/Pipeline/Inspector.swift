import Decode
import Extract
import Normalize
public import ReportModel
import Segment

/// Takes one file through the stages and keeps what each of them made of it.
public struct Inspector: Sendable {
    /// The stage to stop behind.
    private let last: Stage
    private let options: RunOptions

    /// - Parameter last: `decode`, `segment`, `extract` or `normalize`.
    public init(through last: Stage = .normalize, options: RunOptions = RunOptions()) {
        self.last = last
        self.options = options
    }

    /// Every document of a file: one, or the members of a container.
    ///
    /// - Throws: ``RunFailure`` where there is no such file.
    public func inspect(_ path: String) throws(RunFailure) -> [Inspection] {
        let files = try Inputs.single(path)
        let worker = DecodeWorker(options: options.decode)
        var inspections: [Inspection] = []
        for file in files { worker.decode(file) { inspections.append(inspect($0)) } }
        return inspections
    }

    private func inspect(_ decoded: DecodedDocument) -> Inspection {
        var inspection = Inspection(
            path: decoded.path, bytes: decoded.bytes, sha256: decoded.sha256, format: decoded.format,
            encoding: decoded.encoding, findings: decoded.findings, document: nil, reports: [])
        do throws(StageFailure) {
            let document = try decoded.result.get()
            inspection.document = document
            if last == .decode { return inspection }
            let segmented = try Segmenter().segment(document)
            inspection.findings += segmented.findings
            for (index, part) in segmented.value.enumerated() {
                inspection.reports.append(
                    inspect(part, of: document, path: decoded.path, ordinal: index + 1, findings: &inspection.findings))
            }
        } catch {
            inspection.findings.append(error.finding)
        }
        return inspection
    }

    private func inspect(
        _ part: SegmentedReport, of document: Document, path: String, ordinal: Int, findings: inout [Finding]
    ) -> InspectedReport {
        var inspected = InspectedReport(segmented: part, raw: nil, report: nil)
        if last == .segment { return inspected }
        let raw = Extractor().extract(part, in: document)
        inspected.raw = raw.value
        findings += raw.findings
        if last == .extract { return inspected }
        let identity = ReportNaming().identity(of: path, ordinal: ordinal)
        let report = Normalizer().normalize(raw.value, of: part, in: document, path: identity.path, id: identity.id)
        inspected.report = Narrator().complete(report.value, of: part, in: document)
        findings += report.findings
        return inspected
    }
}
