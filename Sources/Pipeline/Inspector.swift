import Decode
public import ReportModel

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
            let reading = try ReportReader().read(document, path: decoded.path)
            inspection.document = reading.document
            inspection.findings += reading.findings.filter { Inspector.order($0.stage) <= Inspector.order(last) }
            inspection.reports = reading.parts.indices.map { inspect(reading, $0) }
        } catch {
            inspection.findings.append(error.finding)
        }
        return inspection
    }

    private func inspect(_ reading: DocumentReading, _ index: Int) -> InspectedReport {
        var inspected = InspectedReport(segmented: reading.parts[index], raw: nil, report: nil)
        if last == .segment { return inspected }
        inspected.raw = reading.raws[index]
        if last == .extract { return inspected }
        inspected.report = Narrator().complete(reading.reports[index], of: reading.parts[index], in: reading.document)
        return inspected
    }

    private static func order(_ stage: Stage) -> Int { Stage.allCases.firstIndex(of: stage) ?? 0 }
}
