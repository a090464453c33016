import Bytes
import ReportModel

/// Reads plain text and Markdown: finds out the charset, and cuts the text into lines.
///
/// One reader serves one thread; it keeps its converter and its buffer.
struct TextReader: ~Copyable {
    private let maxLines: Int
    private var converter: GB18030Converter?
    private var converted = ByteBuffer()

    /// Memory kept between two documents.
    private static let kept = 1 << 22

    init(maxLines: Int) { self.maxLines = maxLines }

    /// - Throws: `empty_file`, `bad_encoding`, `nul_bytes`, `too_many_lines`.
    mutating func read(_ bytes: Span<UInt8>) throws(StageFailure) -> Outcome<Document> {
        if bytes.isEmpty { throw TextReader.empty }
        if ByteSearch.matches([0xEF, 0xBB, 0xBF], in: bytes, at: 0) {
            return try readUTF8(bytes.extracting(3..<bytes.count), hasMark: true)
        }
        if ByteSearch.matches([0xFF, 0xFE], in: bytes, at: 0) { return try readUTF16(bytes, bigEndian: false) }
        if ByteSearch.matches([0xFE, 0xFF], in: bytes, at: 0) { return try readUTF16(bytes, bigEndian: true) }
        return try readUTF8(bytes, hasMark: false)
    }

    private mutating func readUTF8(_ bytes: Span<UInt8>, hasMark: Bool) throws(StageFailure) -> Outcome<Document> {
        let survey = UTF8Survey(bytes)
        guard let bad = survey.badOffset else {
            return Outcome(try document(bytes, survey, .utf8))
        }
        let evidence = UTF8Evidence(bytes, from: bad)
        if hasMark || evidence.isUTF8 {
            if evidence.isCutOff {
                let whole = bytes.extracting(0..<bad)
                let document = try document(whole, UTF8Survey(whole), .utf8)
                return Outcome(document, findings: [TextReader.cutOff(at: bad, in: bytes)])
            }
            throw TextReader.badEncoding("not UTF-8", at: bad, in: bytes)
        }
        return try readGB(bytes)
    }

    private mutating func readGB(_ bytes: Span<UInt8>) throws(StageFailure) -> Outcome<Document> {
        // A NUL is no character of the GB family, yet passes through it.
        try TextReader.requireNoNUL(bytes)
        converted.removeAll(keepingAtMost: TextReader.kept)
        var findings: [Finding] = []
        do throws(TextConversionError) {
            if converter == nil { converter = try GB18030Converter() }
            try converter?.convert(bytes, into: &converted)
        } catch {
            switch error {
            case .badSequence(let offset):
                throw TextReader.badEncoding("neither UTF-8 nor GB18030", at: offset, in: bytes)
            case .cutOff(let offset):
                findings.append(TextReader.cutOff(at: offset, in: bytes))
            case .unavailable:
                throw StageFailure(
                    .decode, .badEncoding,
                    "it is not UTF-8, and this system cannot convert GB18030; install glibc's gconv modules")
            }
        }
        let document = try converted.withSpan { (text) throws(StageFailure) in
            guard ChinesePlausibility.isPlausible(text) else {
                throw StageFailure(
                    .decode, .badEncoding, "the bytes are not UTF-8, and read as GB18030 they are no Chinese text")
            }
            return try self.document(text, UTF8Survey(text), .gb18030)
        }
        return Outcome(document, findings: findings)
    }

    private mutating func readUTF16(_ bytes: Span<UInt8>, bigEndian: Bool) throws(StageFailure) -> Outcome<Document> {
        converted.removeAll(keepingAtMost: TextReader.kept)
        var findings: [Finding] = []
        do throws(TextConversionError) {
            try UTF16Converter.convert(bytes.extracting(2..<bytes.count), bigEndian: bigEndian, into: &converted)
        } catch {
            switch error {
            case .cutOff(let offset):
                findings.append(
                    Finding(
                        .decode, .warning, .badEncoding,
                        "the file ends in the middle of a character (byte \(offset + 2))"))
            case .badSequence(let offset):
                throw StageFailure(.decode, .badEncoding, "the bytes are not UTF-16 from byte \(offset + 2) on")
            case .unavailable:
                throw StageFailure(.decode, .badEncoding, "UTF-16 cannot be read")
            }
        }
        let encoding: TextEncoding = bigEndian ? .utf16be : .utf16le
        let document = try converted.withSpan { (text) throws(StageFailure) in
            try self.document(text, UTF8Survey(text), encoding)
        }
        return Outcome(document, findings: findings)
    }

    private borrowing func document(
        _ text: Span<UInt8>, _ survey: UTF8Survey, _ encoding: TextEncoding
    ) throws(StageFailure) -> Document {
        if survey.hasOtherControls { try TextReader.requireNoNUL(text) }
        if BlankText.isBlank(text) { throw TextReader.empty }
        guard text.count < Int32.max else {
            throw StageFailure(.decode, .tooLarge, "the text is larger than 2 GB, the most that can be read")
        }
        guard let lines = LineCutter(maxLines: maxLines).lines(of: text, survey) else {
            throw StageFailure(.decode, .tooManyLines, "the text has more lines than limits.lines allows, \(maxLines)")
        }
        return Document(text: ByteCopy.bytes(text), lines: lines, format: .text, encoding: encoding)
    }

    // MARK: - Problems

    static let empty = StageFailure(.decode, .emptyFile, "there is nothing in it but blanks")

    private static func requireNoNUL(_ bytes: Span<UInt8>) throws(StageFailure) {
        let place = ByteSearch.first(0, in: bytes)
        if place < bytes.count {
            throw StageFailure(
                .decode, .nulBytes, "a zero byte stands at byte \(place); this is no text",
                at: LineCutter.locator(of: place, in: bytes))
        }
    }

    private static func badEncoding(_ what: String, at offset: Int, in bytes: Span<UInt8>) -> StageFailure {
        StageFailure(
            .decode, .badEncoding, "the bytes are \(what) from byte \(offset) on",
            at: LineCutter.locator(of: offset, in: bytes))
    }

    private static func cutOff(at offset: Int, in bytes: Span<UInt8>) -> Finding {
        Finding(
            .decode, .warning, .badEncoding, "the file ends in the middle of a character (byte \(offset))",
            at: LineCutter.locator(of: offset, in: bytes))
    }
}
