import Bytes
public import ReportModel

/// Reads inputs, one after another, for one thread. It keeps its buffers, so that a run allocates little per file.
///
/// Whatever is wrong with an input becomes a ``DecodedDocument`` that says so.
public final class DecodeWorker {
    private let options: DecodeOptions
    private let sniffer = ContentSniffer()
    private let containers: ContainerReader
    private let stored = SharedBuffer()
    private var hasher = SHA256Hasher()

    public init(options: DecodeOptions = DecodeOptions()) {
        self.options = options
        containers = ContainerReader(options: options, documents: DocumentReader(options: options))
    }

    /// Reads one input and hands over each document in it: one for an ordinary file, all members of a container in its order.
    ///
    /// - Throws: only what `deliver` throws, which ends the reading.
    public func decode<Failure: Error>(
        _ file: SourceFile, deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        if let problem = file.problem {
            var failure = StageFailure(problem.stage, problem.code, problem.message)
            failure.finding = problem
            return try deliver(DecodedDocument(path: file.path, bytes: file.size, sha256: nil, failure: failure))
        }
        stored.clear()
        let large: FileSource?
        do throws(InputFileError) {
            large = try load(file.location)
        } catch {
            return try deliver(
                DecodedDocument(path: file.path, bytes: file.size, sha256: nil, failure: StageFailure(error)))
        }
        if let large { try decodeLarge(file, large, deliver) } else { try decodeStored(file, deliver) }
    }

    /// Reads a file whole; gives it unread where it is too large for that.
    private func load(_ location: String) throws(InputFileError) -> FileSource? {
        let input = try InputFile(path: location)
        if input.size > options.maxFileSize { return FileSource(input) }
        try input.readAll(into: &stored.bytes, limit: options.maxFileSize)
        return nil
    }

    private func decodeStored<Failure: Error>(
        _ file: SourceFile, _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        let size = Int64(stored.bytes.count)
        let digest = stored.bytes.withSpan { hasher.hash($0).hex }
        let place = Place(path: file.path, name: file.path, origin: .known(bytes: size, sha256: digest))
        if size == 0 { return try deliver(ContainerReader.failed(place, TextReader.empty)) }
        let type = stored.bytes.withSpan { sniffer.type(of: $0, name: file.path) }
        if type.isContainer {
            return try containers.read(MemorySource(stored), at: place, deliver: deliver)
        }
        try deliver(stored.bytes.withSpan { containers.document($0, type, location: file.location, at: place) })
    }

    /// A file beyond the limit for documents: it may be a container, which is read piece by piece.
    private func decodeLarge<Failure: Error>(
        _ file: SourceFile, _ source: FileSource, _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        let place = Place(path: file.path, name: file.path, origin: .known(bytes: source.size, sha256: nil))
        do throws(StageFailure) {
            let type = try HeadedSource(source).look { sniffer.type(of: $0, name: file.path) }
            guard type.isContainer else {
                throw StageFailure(
                    .decode, .tooLarge, "it has \(place.bytes) bytes; at most \(options.maxFileSize) are read")
            }
            try source.seek(to: 0)
        } catch {
            return try deliver(ContainerReader.failed(place, error))
        }
        try containers.read(source, at: place, deliver: deliver)
    }
}
