import Bytes
import ReportModel

extension ContainerReader {
    /// Reads the pages of a web archive: its `response`, `resource` and `conversion` records.
    func readWARC<Failure: Error>(
        _ source: any ByteSource, at place: Place, _ budget: ContainerBudget,
        _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        let scanner = SourceScanner(source)
        let block = buffer(place.slot)
        var names = MemberNames()
        var isEmpty = true
        var isFirst = true
        while true {
            let next: WARCRecord?
            do throws(StageFailure) {
                next = try WARCRecord.next(scanner, isFirst: isFirst)
                guard let record = next else { break }
                isFirst = false
                if record.kind == .other || record.length > options.maxFileSize {
                    try require(try scanner.skip(record.length))
                } else {
                    block.clear()
                    try require(try scanner.bytes(Int(record.length), into: &block.bytes))
                }
            } catch {
                return try deliver(ContainerReader.failed(place, error))
            }
            guard let record = next, record.kind != .other else { continue }
            isEmpty = false
            guard budget.addMember(), budget.add(bytes: Int(record.length)) else { return }
            let name = record.address.isEmpty ? "record" : record.address
            let member = place.member(
                String(name.prefix { $0 != "?" && $0 != "#" }), as: names.path(for: name, isAddress: true),
                origin: .known(bytes: record.length, sha256: nil), slots: 2)
            if record.length > options.maxFileSize {
                let failure = StageFailure(
                    .decode, .tooLarge, "it has more bytes than limits.file_size allows, \(options.maxFileSize)")
                try deliver(ContainerReader.failed(member, failure))
            } else {
                try readPage(record.kind, block, buffer(place.slot + 1), at: member, budget, deliver)
            }
            if budget.failure != nil { return }
        }
        if isEmpty { try deliver(ContainerReader.empty(place)) }
    }

    private func require(_ isComplete: Bool) throws(StageFailure) {
        if !isComplete { throw StageFailure(.decode, .badContainer, "the file ends in the middle of a record") }
    }

    private func readPage<Failure: Error>(
        _ kind: WARCRecord.Kind, _ block: SharedBuffer, _ body: SharedBuffer, at place: Place,
        _ budget: ContainerBudget,
        _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        var charset: String?
        body.clear()
        if kind == .response {
            let limits = InflateLimits(size: options.maxInflatedSize, ratio: options.maxInflationRatio)
            do throws(StageFailure) {
                let message = try block.bytes.withSpan { (bytes) throws(StageFailure) in
                    try HTTPMessage(bytes, body: &body.bytes, limits: limits)
                }
                guard (200..<300).contains(message.status) else {
                    throw StageFailure(
                        .decode, .httpError, "the server answered \(message.status) and not with the page", isSkip: true
                    )
                }
                charset = message.charset
            } catch {
                return try deliver(ContainerReader.failed(place, error))
            }
        } else {
            block.bytes.withSpan { body.bytes.append($0) }
        }
        try readMember(body, charset: charset, at: place, budget, deliver)
    }

    /// Reads a member that is all in memory.
    func readMember<Failure: Error>(
        _ body: SharedBuffer, charset: String?, at place: Place, _ budget: ContainerBudget,
        _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        var place = place
        let digest = body.bytes.withSpan { hasher.hash($0).hex }
        place.origin = .known(bytes: Int64(body.bytes.count), sha256: digest)
        if body.bytes.isEmpty { return try deliver(ContainerReader.failed(place, TextReader.empty)) }
        let type = body.bytes.withSpan { sniffer.type(of: $0, name: place.name) }
        if type.isContainer {
            try read(MemorySource(body), at: place, budget, deliver)
        } else {
            try deliver(body.bytes.withSpan { document($0, type, charset: charset, at: place) })
        }
    }
}
