import Bytes
import Decode
import Discover
import Emit
import Narrative
import ReportModel

/// The stages, as one thread has them: takes an input, gives rows. Everything that happens to a document happens here, in
/// plain calls.
final class DocumentWorker {
    private let decode: DecodeWorker
    private let reader = ReportReader()
    private let narrator = Narrator()
    private let renderer: Renderer
    private let pool: BatchPool
    /// Documents that brought the program down before, by their paths.
    private let faults: [String: Fault]
    private var output: UnitOutput
    /// The input at hand: its path, and what it has come to.
    private var input = ""
    private var end = UnitOutput.InputEnd()

    /// A batch is handed over when its rows take this many bytes.
    static let batchBytes = 1 << 20

    init(decode: DecodeWorker, renderer: Renderer, pool: BatchPool, faults: [String: Fault]) {
        FaultGuard.attach()
        self.decode = decode
        self.renderer = renderer
        self.pool = pool
        self.faults = faults
        output = UnitOutput(batch: pool.take())
    }

    /// Works on the inputs of one unit.
    ///
    /// - Parameters:
    ///   - emit: takes batches that are full before the unit ends; false where nobody wants more.
    /// - Returns: the rows that are left.
    func work(
        on files: some Sequence<SourceFile>, stop: StopSignal, emit: (UnitOutput) -> Bool
    ) -> UnitOutput {
        for file in files where !stop.isRequested {
            take(file, emit: emit)
            endInput(file)
        }
        FaultGuard.leave()
        return handOver()
    }

    private func endInput(_ file: SourceFile) {
        output.batch.endInput()
        if end.documents != 1 { end.sha256 = nil }
        output.ends.append(end)
        end = UnitOutput.InputEnd()
        output.inputs += 1
    }

    private func take(_ file: SourceFile, emit: (UnitOutput) -> Bool) {
        input = file.path
        if let fault = faults[file.path] {
            return add(FileRecord(path: file.path, bytes: file.size, fault: fault))
        }
        var delivered = 0
        FaultGuard.enter(file.path, .decode)
        decode.decode(file) { decoded in
            delivered += 1
            add(decoded)
            FaultGuard.enter(file.path, .decode)
            if output.batch.byteCount >= DocumentWorker.batchBytes { _ = emit(handOver()) }
        }
        if delivered == 0 {
            // No input disappears, whatever became of it.
            var record = FileRecord(path: file.path, status: .failed, bytes: file.size)
            record.findings = [Finding(.decode, .error, .internalFault, "reading this input gave neither a document nor an error")]
            add(record)
        }
    }

    /// Takes one decoded document through the other stages.
    private func add(_ decoded: DecodedDocument) {
        if let fault = faults[decoded.path] {
            return add(FileRecord(path: decoded.path, bytes: decoded.bytes, fault: fault))
        }
        FaultGuard.enter(decoded.path, .segment)
        var record = FileRecord(path: decoded.path, status: .ok, bytes: decoded.bytes)
        record.sha256 = decoded.sha256
        record.format = decoded.format
        record.encoding = decoded.encoding
        record.findings = decoded.findings
        do throws(StageFailure) {
            let reading = try reader.read(try decoded.result.get(), path: decoded.path)
            record.findings += reading.findings
            let reports = reading.reports.enumerated().map { index, report in
                narrator.complete(report, of: reading.parts[index], in: reading.document)
            }
            for report in reports { output.years.append(ReportYear(report)) }
            record.reportID = reports.first?.id
            record.status = record.findings.isEmpty ? .ok : .warned
            add(record, reports: reports, document: reading.document)
        } catch {
            record.findings.append(error.finding)
            record.status = error.isSkip ? .skipped : .failed
            add(record)
        }
    }

    /// Renders and counts what became of a document.
    private func add(_ record: FileRecord, reports: [Report] = [], document: Document? = nil) {
        FaultGuard.enter(.emit)
        renderer.render(record, reports: reports, document: document, into: output.batch)
        output.count(record)
        end.documents += 1
        end.reports += Int32(reports.count)
        end.sha256 = record.path == input ? record.sha256.flatMap { SHA256Digest(hex: $0) } : nil
        if record.status == .failed {
            end.failed += 1
            if record.findings.contains(where: \.isPassing) { end.isPassing = true }
        }
    }

    private func handOver() -> UnitOutput {
        let full = output
        output = UnitOutput(batch: pool.take())
        return full
    }
}

extension Finding {
    /// Whether it says more of the machine than of the document.
    fileprivate var isPassing: Bool {
        switch code {
        case .unreadableFile, .unreadableFolder, .popplerMissing: true
        default: false
        }
    }
}

extension FileRecord {
    /// A document that is left out because of what it did before.
    fileprivate init(path: String, bytes: Int64, fault: Fault) {
        self.init(path: path, status: .failed, bytes: bytes)
        findings = [fault.finding]
    }
}
