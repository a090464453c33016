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
        if let large { try decode(file, large, deliver) } else { try decodeStored(file, deliver) }
    }

    /// Reads a file whole, unless it is large: then it is opened only.
    private func load(_ location: String) throws(InputFileError) -> FileSource? {
        let input = try InputFile(path: location)
        if input.size > min(DecodeWorker.large, options.maxFileSize) { return FileSource(input) }
        try input.readAll(into: &stored.bytes, limit: options.maxFileSize)
        return nil
    }

    /// Bytes beyond which a file is looked at before it is read.
    private static let large: Int64 = 1 << 20

    private func decodeStored<Failure: Error>(
        _ file: SourceFile, _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        let digest = stored.bytes.withSpan { hasher.hash($0).hex }
        let origin = Place.Origin.known(bytes: Int64(stored.bytes.count), sha256: digest)
        let place = Place(path: file.path, name: file.path, origin: origin)
        if stored.bytes.isEmpty { return try deliver(ContainerReader.failed(place, TextReader.empty)) }
        let type = stored.bytes.withSpan { sniffer.type(of: $0, name: file.path) }
        if type.isContainer {
            return try containers.read(MemorySource(stored), at: place, deliver: deliver)
        }
        try deliver(stored.bytes.withSpan { containers.document($0, type, location: file.location, at: place) })
    }

    /// Reads a large file: a container piece by piece, a document whole.
    private func decode<Failure: Error>(
        _ file: SourceFile, _ source: FileSource, _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        let place = Place(path: file.path, name: file.path, origin: .file(source))
        let isContainer: Bool
        do throws(StageFailure) {
            isContainer = try HeadedSource(source).look { sniffer.type(of: $0, name: file.path).isContainer }
            try source.seek(to: 0)
            if !isContainer {
                guard source.size <= options.maxFileSize else {
                    throw StageFailure(
                        .decode, .tooLarge, "it has \(source.size) bytes, more than limits.file_size allows, \(options.maxFileSize)")
                }
                while try source.read(into: &stored.bytes, atMost: 1 << 20) > 0 {}
            }
        } catch {
            let origin = Place.Origin.known(bytes: source.size, sha256: nil)
            return try deliver(ContainerReader.failed(Place(path: file.path, name: file.path, origin: origin), error))
        }
        if isContainer {
            try containers.read(source, at: place, deliver: deliver)
        } else {
            try decodeStored(file, deliver)
        }
    }
}
