import Bytes
import ReportModel

/// An HTTP answer as a crawler kept it.
struct HTTPMessage {
    var status: Int
    /// As the server named it, if it did.
    var charset: String?

    /// Reads the head of `message` and appends its body to `body`, without transfer and content coding.
    ///
    /// - Throws: `bad_record`, and what inflating throws.
    init(_ message: Span<UInt8>, body: inout ByteBuffer, limits: InflateLimits) throws(StageFailure) {
        guard let (fields, start) = HeaderFields.parse(message), fields.firstLine.hasPrefix("HTTP/") else {
            throw StageFailure(.decode, .badRecord, "the record holds no HTTP answer")
        }
        let words = fields.firstLine.split(separator: " ")
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
        charset = HTTPMessage.charset(fields["content-type"])
        let content = message.extracting(start..<message.count)
        var plain = ByteBuffer()
        let saysChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") == true
        let isChunked = saysChunked ? try HTTPMessage.joinChunks(content, into: &plain) : false
        // Many crawlers keep the coding's name and take the coding off; the bytes tell.
        if isChunked {
            try plain.withSpan { (bytes) throws(StageFailure) in
                try HTTPMessage.decode(bytes, coding: fields["content-encoding"], into: &body, limits: limits)
            }
        } else {
            try HTTPMessage.decode(content, coding: fields["content-encoding"], into: &body, limits: limits)
        }
    }

    private static func decode(
        _ content: Span<UInt8>, coding: String?, into body: inout ByteBuffer, limits: InflateLimits
    ) throws(StageFailure) {
        let coding = coding?.lowercased() ?? ""
        if coding.contains("gzip"), ByteSearch.matches([0x1F, 0x8B], in: content, at: 0) {
            var inflater = GzipInflater(limits: limits)
            do throws(InflateError) {
                try inflater.inflateAll(content, into: &body)
            } catch {
                throw StageFailure(error)
            }
        } else if coding.contains("br"), UTF8Survey(content).badOffset != nil {
            throw StageFailure(
                .decode, .unsupportedFormat, "the body is packed with Brotli; crawl it without that coding")
        } else {
            body.append(content)
        }
    }

    /// Charset of `text/html; charset=gb2312`.
    private static func charset(_ type: String?) -> String? {
        guard let type = type?.lowercased(), let range = type.firstRange(of: "charset=") else { return nil }
        let name = type[range.upperBound...].prefix { $0 != ";" && $0 != " " }
        let bare = name.filter { $0 != "\"" && $0 != "'" }
        return bare.isEmpty ? nil : bare
    }

    /// False where the content is not chunked after all.
    ///
    /// - Throws: `bad_record` where chunks break off: the size of a chunk left in the text would be taken for a figure of the report.
    private static func joinChunks(_ content: Span<UInt8>, into output: inout ByteBuffer) throws(StageFailure) -> Bool {
        var place = 0
        while let chunk = chunk(content, at: place) {
            if chunk.isEmpty { return true }
            output.append(content.extracting(chunk))
            place = chunk.upperBound
            if place < content.count, content[place] == 0x0D { place += 1 }
            guard place < content.count, content[place] == 0x0A else { break }
            place += 1
        }
        if place == 0 { return false }
        throw StageFailure(.decode, .badRecord, "the answer's chunks break off before the last")
    }

    /// The bytes of the chunk whose size stands at a place; nil where none does, or not all of its bytes are there.
    private static func chunk(_ content: Span<UInt8>, at place: Int) -> Range<Int>? {
        let end = ByteSearch.first(0x0A, in: content, from: place)
        guard end < content.count, let size = chunkSize(content.extracting(place..<end)), size < content.count - end
        else { return nil }
        return (end + 1)..<(end + 1 + size)
    }

    private static func chunkSize(_ line: Span<UInt8>) -> Int? {
        var size = 0
        var digits = 0
        for index in line.indices {
            let byte = line[index]
            let lower = byte | 0x20
            if byte >= 0x30 && byte <= 0x39 {
                size = size << 4 | Int(byte - 0x30)
            } else if lower >= 0x61 && lower <= 0x66 {
                size = size << 4 | Int(lower - 0x57)
            } else if digits > 0 && (byte == 0x0D || byte == 0x3B || byte == 0x20) {
                break
            } else {
                return nil
            }
            digits += 1
            if digits > 8 { return nil }
        }
        return digits > 0 ? size : nil
    }
}
