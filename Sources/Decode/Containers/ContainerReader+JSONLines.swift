import Bytes
import ReportModel

extension ContainerReader {
    /// Reads JSON Lines: one object a line, with the document in one of its fields.
    func readJSONLines<Failure: Error>(
        _ source: any ByteSource, at place: Place, _ budget: ContainerBudget,
        _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        let scanner = SourceScanner(source)
        let line = buffer(place.slot)
        let body = buffer(place.slot + 1)
        let limit = Int(min(options.maxFileSize, 1 << 31))
        var names = MemberNames()
        var number: Int32 = 0
        while true {
            line.clear()
            body.clear()
            let end: SourceScanner.LineEnd
            do throws(StageFailure) {
                end = try scanner.line(into: &line.bytes, limit: limit)
            } catch {
                return try deliver(ContainerReader.failed(place, error))
            }
            if end == .end { return }
            number += 1
            if end == .line, line.bytes.withSpan({ BlankText.isBlank($0) }) { continue }
            guard budget.addMember(), budget.add(bytes: line.bytes.count) else { return }
            let record: JSONRecord
            do throws(StageFailure) {
                if end == .tooLong {
                    throw StageFailure(
                        .decode, .tooLarge, "the line has more bytes than limits.file_size allows, \(limit)")
                }
                record = try read(line, into: body)
            } catch {
                // One bad line among others is a row; a file that begins with one is no JSON Lines.
                guard number > 1 else { return try deliver(ContainerReader.failed(place, error)) }
                var failure = error
                failure.finding.locator = Locator(line: number)
                let origin = Place.Origin.known(bytes: Int64(line.bytes.count), sha256: nil)
                let member = place.member("", as: names.path(for: "L\(number)"), origin: origin)
                try deliver(ContainerReader.failed(member, failure))
                continue
            }
            let digest = body.bytes.withSpan { hasher.hash($0).hex }
            let member = place.member(
                "", as: names.path(for: record.name ?? "L\(number)", isAddress: true),
                origin: .known(bytes: Int64(body.bytes.count), sha256: digest))
            let document = body.bytes.withSpan { (text) -> DecodedDocument in
                self.document(text, type(of: text, in: record), charset: "utf-8", at: member)
            }
            try deliver(document)
        }
    }

    /// Text in which markup stands is a page, whatever its field is called.
    private func type(of text: Span<UInt8>, in record: JSONRecord) -> ContentType {
        if record.isPage { return .html }
        if text.isEmpty { return .text }
        let type = sniffer.type(of: text, name: "")
        return type == .html || type == .markedText ? type : .text
    }

    private func read(_ line: SharedBuffer, into body: SharedBuffer) throws(StageFailure) -> JSONRecord {
        if line.bytes.withSpan({ UTF8Survey($0).badOffset }) != nil {
            // A second byte of the GB family may look like a backslash, so the line is converted before it is parsed.
            var converted = ByteBuffer()
            do throws(TextConversionError) {
                var converter = try GB18030Converter()
                try line.bytes.withSpan { (bytes) throws(TextConversionError) in
                    try converter.convert(bytes, into: &converted)
                }
            } catch {
                throw StageFailure(.decode, .badEncoding, "the line is neither UTF-8 nor GB18030")
            }
            line.clear()
            converted.withSpan { line.bytes.append($0) }
        }
        return try line.bytes.withSpan { (bytes) throws(StageFailure) in
            try JSONRecord(bytes, fields: options.jsonFields, into: &body.bytes)
        }
    }
}
