import Decode
import ReportModel
import Settings

/// Lines of JSON as they come; and any text as the field of a line, which must come out as it went in.
final class JSONLinesBody {
    private let decode = DecodeBody(ending: ".jsonl")

    func run(_ bytes: [UInt8]) {
        decode.run(bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        let line = "{\"id\": \"a\", \"text\": \(JSONText.quoted(text))}\n"
        let documents = decode.documents(in: Array(line.utf8))
        require(documents.count == 1, "one line became \(documents.count) documents")
        let wanted = text.hasPrefix("\u{FEFF}") ? Array(text.utf8.dropFirst(3)) : Array(text.utf8)
        if case .success(let document) = documents[0].result, document.format == .text, document.encoding == .utf8 {
            require(document.text == wanted, "a text changed on its way through a line of JSON")
        }
    }
}
