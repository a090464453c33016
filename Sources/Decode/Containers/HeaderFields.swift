import Bytes
import ReportModel

/// The `Name: value` lines in front of a WARC record or an HTTP body.
struct HeaderFields {
    /// The line before the fields: a version, a status.
    private(set) var firstLine: String
    private var fields: [String: String] = [:]

    static let longestLine = 1 << 16
    private static let mostLines = 1000

    init(firstLine: String) { self.firstLine = firstLine }

    /// The value of a field; names are compared in lower case.
    subscript(name: String) -> String? { fields[name] }

    /// Takes one line; a line that begins with a blank goes on with the one before, which nobody here asks for.
    mutating func add(_ line: String) {
        guard let colon = line.firstIndex(of: ":"), fields.count < HeaderFields.mostLines else { return }
        let name = line[..<colon].lowercased()
        fields[name] = HeaderFields.trimmed(line[line.index(after: colon)...])
    }

    static func trimmed(_ text: Substring) -> String {
        let blanks: Set<Character> = [" ", "\t", "\r"]
        var text = text.drop { blanks.contains($0) }
        while let last = text.last, blanks.contains(last) { text.removeLast() }
        return String(text)
    }

    /// The fields at the start of `bytes`, and where what follows them begins; nil where they do not end.
    static func parse(_ bytes: Span<UInt8>) -> (fields: HeaderFields, end: Int)? {
        var result: HeaderFields?
        var start = 0
        while start < bytes.count {
            let end = ByteSearch.first(0x0A, in: bytes, from: start)
            if end == bytes.count || end - start > longestLine { return nil }
            let line = trimmed(
                Substring(String(decoding: ByteCopy.bytes(bytes.extracting(start..<end)), as: UTF8.self)))
            start = end + 1
            if result == nil {
                result = HeaderFields(firstLine: line)
            } else if line.isEmpty {
                return result.map { ($0, start) }
            } else {
                result?.add(line)
            }
        }
        return nil
    }
}
