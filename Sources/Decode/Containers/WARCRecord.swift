import Bytes
import ReportModel

/// The head of one record of a WARC file.
struct WARCRecord {
    enum Kind { case response, resource, other }

    var kind: Kind
    var address: String
    /// Bytes of the block that follows the head.
    var length: Int64

    /// Reads the next head; nil at the end of the file.
    ///
    /// - Parameter isFirst: false behind a record, which two empty lines end.
    /// - Throws: `bad_container` where there is no record at this place, or the file ends within those lines.
    static func next(_ scanner: SourceScanner, isFirst: Bool) throws(StageFailure) -> WARCRecord? {
        var emptyLines = 0
        var line = ByteBuffer()
        var fields: HeaderFields?
        while true {
            line.removeAll()
            switch try scanner.line(into: &line, limit: HeaderFields.longestLine) {
            case .tooLong: throw StageFailure(.decode, .badContainer, "a record's head has a line without end")
            case .end:
                guard fields == nil else { throw StageFailure(.decode, .badContainer, "the file ends in a record's head") }
                if isFirst || emptyLines >= 2 { return nil }
                throw StageFailure(.decode, .badContainer, "the file ends before its last record does; there may have been more")
            case .line: break
            }
            let text = line.string(0..<line.count)
            if fields == nil {
                // Empty lines part the records.
                if text.isEmpty {
                    emptyLines += 1
                    continue
                }
                guard text.hasPrefix("WARC/") else {
                    throw StageFailure(.decode, .badContainer, "what stands where a record should begin is none")
                }
                fields = HeaderFields(firstLine: text)
            } else if text.isEmpty {
                break
            } else {
                fields?.add(text)
            }
        }
        guard let fields, let length = fields["content-length"].flatMap({ Int64($0) }), length >= 0 else {
            throw StageFailure(.decode, .badContainer, "a record does not tell its length")
        }
        let kind: Kind
        switch fields["warc-type"]?.lowercased() {
        case "response": kind = .response
        case "resource", "conversion": kind = .resource
        default: kind = .other
        }
        let address = (fields["warc-target-uri"] ?? "").filter { $0 != "<" && $0 != ">" }
        return WARCRecord(kind: address.hasPrefix("dns:") ? .other : kind, address: address, length: length)
    }
}
