import Foundation

/// A table of CSV: its columns by name, its rows in order.
struct CSVText {
    var columns: [String] = []
    var rows: [[String: String]] = []

    init(_ file: URL) throws {
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var records: [[String]] = []
        func close() {
            fields.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        let bytes = Array(try Data(contentsOf: file))
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && at < bytes.count && bytes[at] == byte:
                field.append(byte)
                at += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: close()
            case UInt8(ascii: "\n") where !isQuoted:
                if field.last == UInt8(ascii: "\r") { field.removeLast() }
                close()
                records.append(fields)
                fields = []
            default: field.append(byte)
            }
        }
        columns = (records.first ?? []).map { $0.hasPrefix("\u{FEFF}") ? String($0.dropFirst()) : $0 }
        rows = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    }
}
