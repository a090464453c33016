import Bytes
import ReportModel

/// One line of a JSON Lines file.
struct JSONRecord {
    /// What it calls itself, if it does.
    var name: String?
    var isPage: Bool

    /// Finds the document in an object and appends it to `output`, without its escapes.
    ///
    /// - Throws: `bad_record`.
    init(_ line: Span<UInt8>, fields names: JSONFieldNames, into output: inout ByteBuffer) throws(StageFailure) {
        let wanted = Set(names.html + names.text + names.name)
        guard let fields = JSONObjectScanner.fields(line, wanted: wanted) else {
            throw StageFailure(.decode, .badRecord, "the line is no JSON object")
        }
        let page = JSONRecord.first(names.html, fields)
        guard let body = page ?? JSONRecord.first(names.text, fields) else {
            let known = (names.html + names.text).joined(separator: ", ")
            throw StageFailure(.decode, .badRecord, "the object has none of the fields \(known)")
        }
        isPage = page != nil
        JSONObjectScanner.unescape(line.extracting(body.value), into: &output)
        for field in names.name {
            guard let field = fields[field], !field.value.isEmpty else { continue }
            let text = JSONObjectScanner.text(line, field.value)
            if !field.isString && text == "null" { continue }
            name = text
            break
        }
    }

    private static func first(_ names: [String], _ fields: [String: JSONObjectScanner.Field]) -> JSONObjectScanner
        .Field?
    {
        names.lazy.compactMap { fields[$0] }.first { $0.isString && !$0.value.isEmpty }
    }
}
