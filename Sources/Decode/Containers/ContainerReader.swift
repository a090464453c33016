import Bytes
import ReportModel

/// Reads inputs that are more than one document in plain bytes: compressed ones, containers, and containers in containers.
///
/// Members are handed over one after another, so that memory does not grow with their number. A container that could be
/// read to its end has no row of its own, unless it is empty.
final class ContainerReader {
    let options: DecodeOptions
    let documents: DocumentReader
    let sniffer = ContentSniffer()
    var hasher = SHA256Hasher()
    private var buffers: [SharedBuffer] = []

    init(options: DecodeOptions, documents: DocumentReader) {
        self.options = options
        self.documents = documents
    }

    /// Reads one input file.
    func read<Failure: Error>(
        _ source: any ByteSource, at place: Place, deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        let budget = ContainerBudget(options: options, stored: place.bytes)
        try read(source, at: place, budget, deliver)
        if let failure = budget.failure { try deliver(ContainerReader.failed(place, failure)) }
    }

    /// Reads what stands at a place: a document or a container.
    func read<Failure: Error>(
        _ source: any ByteSource, at place: Place, _ budget: ContainerBudget,
        _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        let headed = HeadedSource(source)
        let found: ContentType?
        do throws(StageFailure) {
            found = try headed.look { $0.isEmpty ? nil : sniffer.type(of: $0, name: place.name) }
        } catch {
            return try deliver(ContainerReader.failed(place, error))
        }
        guard let type = found else { return try deliver(ContainerReader.failed(place, TextReader.empty)) }
        guard type.isContainer else {
            return try deliver(document(headed, at: place))
        }
        switch type {
        case .gzip, .compressed:
            try readCompressed(headed, type, at: place, budget, deliver)
        case .zip:
            try readZip(source, headed, at: place, budget, deliver)
        default:
            guard place.depth < options.maxDepth else {
                return try deliver(ContainerReader.failed(place, tooDeep))
            }
            let checked: any ByteSource
            do throws(StageFailure) {
                let damage = try (source as? GzipSource)?.damage()
                checked = damage.map { BoundedSource(headed, bytes: $0.after, failure: $0.failure) } ?? headed
            } catch {
                return try deliver(ContainerReader.failed(place, error))
            }
            switch type {
            case .warc: try readWARC(checked, at: place, budget, deliver)
            case .jsonLines: try readJSONLines(checked, at: place, budget, deliver)
            case .sevenZip: try readArchive(checked, .sevenZip, at: place, budget, deliver)
            default: try readArchive(checked, .tar, at: place, budget, deliver)
            }
        }
    }

    private func readCompressed<Failure: Error>(
        _ source: HeadedSource, _ type: ContentType, at place: Place, _ budget: ContainerBudget,
        _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        guard place.layers < options.maxDepth else { return try deliver(ContainerReader.failed(place, tooDeep)) }
        let inner: any ByteSource
        do throws(StageFailure) {
            if type == .gzip {
                let size = max(options.maxInflatedSize, options.maxContainerSize)
                inner = GzipSource(source, limits: InflateLimits(size: size, ratio: options.maxInflationRatio))
            } else {
                let reader = try ArchiveReader(source, layout: .compressed)
                guard try reader.next() != nil else { throw TextReader.empty }
                inner = EntrySource(reader, budget: budget, ratio: options.maxInflationRatio)
            }
        } catch {
            return try deliver(ContainerReader.failed(place, error))
        }
        try read(inner, at: place.unpacked(), budget, deliver)
    }

    private func readZip<Failure: Error>(
        _ source: any ByteSource, _ headed: HeadedSource, at place: Place, _ budget: ContainerBudget,
        _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        var place = place
        let whole: any ByteSource
        let content: ZipContent
        let isCutOff: Bool
        do throws(StageFailure) {
            if source.seekableSize == nil {
                // A zip is read from its end.
                let buffer = buffer(place.slot)
                try readAll(headed, into: buffer, at: place)
                whole = MemorySource(buffer)
                place.slot += 1
            } else {
                whole = source
            }
            content = try headed.look { (head) throws(StageFailure) in try ZipContent(whole, head: head) }
            isCutOff = try !ZipDirectory.hasEnd(whole)
            try whole.seek(to: 0)
        } catch {
            return try deliver(ContainerReader.failed(place, error))
        }
        switch content {
        case .container: break
        case .empty: return try deliver(ContainerReader.empty(place))
        case .docx where isCutOff:
            let failure = StageFailure(.decode, .badDocx, "the document's end is missing; parts of it may be gone")
            return try deliver(ContainerReader.failed(place, failure, .docx))
        case .docx: return try deliver(document(whole, at: place, type: .zip))
        case .foreign(let format): return try deliver(document(whole, at: place, type: .foreign(format)))
        }
        guard place.depth < options.maxDepth else { return try deliver(ContainerReader.failed(place, tooDeep)) }
        let flaw = StageFailure(.decode, .badContainer, "its end is missing; there may have been more files in it")
        try readArchive(whole, .zip, flaw: isCutOff ? flaw : nil, at: place, budget, deliver)
    }

    // MARK: - Documents

    /// Reads all of a source as one document, whose type is told from all of it unless it is known.
    private func document(_ source: any ByteSource, at place: Place, type: ContentType? = nil) -> DecodedDocument {
        let buffer = buffer(place.slot)
        do throws(StageFailure) {
            try readAll(source, into: buffer, at: place)
        } catch {
            return ContainerReader.failed(place, error)
        }
        return buffer.bytes.withSpan { document($0, type ?? sniffer.type(of: $0, name: place.name), at: place) }
    }

    /// Reads one document; see ``DocumentReader/read(_:type:location:charset:)``.
    func document(
        _ bytes: Span<UInt8>, _ type: ContentType, location: String? = nil, charset: String? = nil, at place: Place
    ) -> DecodedDocument {
        do throws(StageFailure) {
            let outcome = try documents.read(bytes, type: type, location: location, charset: charset)
            return DecodedDocument(path: place.path, bytes: place.bytes, sha256: place.sha256, outcome: outcome)
        } catch {
            return ContainerReader.failed(place, error, DocumentReader.format(of: type))
        }
    }

    private func readAll(_ source: any ByteSource, into buffer: SharedBuffer, at place: Place) throws(StageFailure) {
        let isInflated = place.depth > 0 || place.layers > 0
        let limit = isInflated ? options.maxInflatedSize : options.maxFileSize
        buffer.clear()
        while try source.read(into: &buffer.bytes, atMost: 1 << 16) > 0 {
            if Int64(buffer.bytes.count) > limit {
                buffer.clear()
                throw StageFailure(
                    .decode, isInflated ? .inflatedTooLarge : .tooLarge,
                    "it has more bytes than \(isInflated ? "limits.inflated_size" : "limits.file_size") allows, \(limit)")
            }
        }
    }

    /// A buffer that stays with its place; see ``Place/slot``.
    func buffer(_ slot: Int) -> SharedBuffer {
        while buffers.count <= slot { buffers.append(SharedBuffer()) }
        return buffers[slot]
    }

    // MARK: - Problems

    var tooDeep: StageFailure {
        StageFailure(
            .decode, .containerTooDeep, "more containers stand in one another than limits.container_depth allows, \(options.maxDepth)")
    }

    static func failed(_ place: Place, _ failure: StageFailure, _ format: DocumentFormat = .unknown) -> DecodedDocument
    {
        DecodedDocument(path: place.path, bytes: place.bytes, sha256: place.sha256, format: format, failure: failure)
    }

    /// The row of a container in which there was nothing.
    static func empty(_ place: Place) -> DecodedDocument {
        failed(place, StageFailure(.decode, .emptyContainer, "the container holds no files", isSkip: true))
    }
}
