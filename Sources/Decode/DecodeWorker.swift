import Bytes
public import ReportModel

/// Reads inputs, one after another, for one thread. It keeps its buffers, so that a run allocates little per file.
///
/// Whatever is wrong with an input becomes a ``DecodedDocument`` that says so.
public final class DecodeWorker {
    private let options: DecodeOptions
    private let sniffer = ContentSniffer()
    private var stored = ByteBuffer(capacity: 1 << 16)
    private var inflated = ByteBuffer(capacity: 1 << 16)
    private var hasher = SHA256Hasher()
    private var inflater: GzipInflater
    private var reader: TextReader

    /// Memory kept between two inputs.
    private static let kept = 1 << 22

    public init(options: DecodeOptions = DecodeOptions()) {
        self.options = options
        inflater = GzipInflater(limits: InflateLimits(size: options.maxInflatedSize, ratio: options.maxInflationRatio))
        reader = TextReader(maxLines: options.maxLines)
    }

    /// Reads one input and hands over each document in it: one for an ordinary file, all members of a container in its order.
    ///
    /// - Throws: only what `deliver` throws, which ends the reading.
    public func decode<Failure: Error>(
        _ file: SourceFile, deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        if let problem = file.problem {
            var failure = StageFailure(problem.stage, problem.code, problem.message, at: problem.locator)
            failure.finding = problem
            return try deliver(DecodedDocument(path: file.path, bytes: file.size, sha256: nil, failure: failure))
        }
        try deliver(document(file))
    }

    private func document(_ file: SourceFile) -> DecodedDocument {
        stored.removeAll(keepingAtMost: DecodeWorker.kept)
        do throws(InputFileError) {
            let input = try InputFile(path: file.location)
            try input.readAll(into: &stored, limit: options.maxFileSize)
        } catch {
            let size = if case .tooLarge(let size) = error { size } else { file.size }
            return DecodedDocument(path: file.path, bytes: size, sha256: nil, failure: failure(of: error))
        }
        let digest = stored.withSpan { hasher.hash($0).hex }
        let size = Int64(stored.count)
        do throws(StageFailure) {
            let outcome = try stored.withSpan { (bytes) throws(StageFailure) in
                try read(bytes, name: file.path, depth: 0)
            }
            return DecodedDocument(path: file.path, bytes: size, sha256: digest, outcome: outcome)
        } catch {
            return DecodedDocument(path: file.path, bytes: size, sha256: digest, failure: error)
        }
    }

    private func read(_ bytes: Span<UInt8>, name: String, depth: Int) throws(StageFailure) -> Outcome<Document> {
        if bytes.isEmpty { throw TextReader.empty }
        switch sniffer.type(of: bytes, name: name) {
        case .text: return try reader.read(bytes)
        case .gzip where depth == 0: return try readInflated(bytes, name: name)
        case .foreign(let format):
            throw StageFailure(.decode, .unsupportedFormat, format.advice, isSkip: format.isNoneOfOurs)
        case .html, .pdf, .gzip, .zip, .archive, .warc, .jsonLines:
            throw StageFailure(.decode, .unsupportedFormat, "this format is not read")
        }
    }

    private func readInflated(_ bytes: Span<UInt8>, name: String) throws(StageFailure) -> Outcome<Document> {
        let limits = InflateLimits(size: options.maxInflatedSize, ratio: options.maxInflationRatio)
        inflated.removeAll(keepingAtMost: DecodeWorker.kept)
        inflater.reset(limits: limits)
        do throws(InflateError) {
            try inflater.inflateAll(bytes, into: &inflated)
        } catch {
            inflated.removeAll(keepingAtMost: DecodeWorker.kept)
            throw failure(of: error)
        }
        let inner = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        return try inflated.withSpan { (bytes) throws(StageFailure) in try read(bytes, name: inner, depth: 1) }
    }

    // MARK: - Problems

    private func failure(of error: InputFileError) -> StageFailure {
        switch error {
        case .system(let error):
            StageFailure(.decode, .unreadableFile, "it cannot be read: \(error.message)")
        case .notARegularFile:
            StageFailure(.decode, .notARegularFile, "it is no regular file")
        case .tooLarge(let size):
            StageFailure(.decode, .tooLarge, "it has \(size) bytes; at most \(options.maxFileSize) are read")
        }
    }

    private func failure(of error: InflateError) -> StageFailure {
        switch error {
        case .damaged(let offset):
            StageFailure(.decode, .badGzip, "the gzip data is damaged at or before byte \(offset)")
        case .truncated:
            StageFailure(.decode, .badGzip, "the gzip data is cut off")
        case .tooLarge(let limit):
            StageFailure(.decode, .inflatedTooLarge, "it inflates to more than \(limit) bytes")
        case .ratioTooHigh(let limit):
            StageFailure(.decode, .ratioTooHigh, "it inflates to more than \(limit) times its size")
        }
    }
}
