import Bytes
import Foundation
import Tables
import TestSupport
import Testing

@testable import Emit

@Suite struct CSVReaderTests {
    let scratch = Scratch()

    private func read(_ text: String) throws -> [[String]] {
        scratch.write(text, to: "t.csv")
        var reader = try CSVReader(path: scratch.at("t.csv"))
        var records: [[String]] = []
        while try reader.next() { records.append((0..<reader.count).map { reader.string($0) }) }
        return records
    }

    @Test(
        arguments: [
            ("", []), ("a", [["a"]]), ("a\n", [["a"]]), ("a\r\n", [["a"]]), ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
            (",\n", [["", ""]]), ("\n", [[""]]), ("\"a,b\"\n", [["a,b"]]), ("\"a\"\"b\"", [["a\"b"]]),
            ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
            ("\"\",\"\"\n", [["", ""]]), ("\u{FEFF}年,报\r\n一,\r\n", [["年", "报"], ["一", ""]]),
            ("a\n\nb", [["a"], [""], ["b"]]),
        ] as [(String, [[String]])])
    func records(_ text: String, _ expected: [[String]]) throws {
        #expect(try read(text) == expected)
    }

    @Test(arguments: [
        ("a\"b\n", "line 1: a quote inside a field without quotes"), ("a\n\"b", "line 2: a quote is not closed"),
        ("\"a\"b\n", "line 1: text behind a closing quote"),
        ("a\rb\n", "line 1: a carriage return without a line feed"),
        ("\"a\nb\"\"\n", "line 1: a quote is not closed"), ("a\r", "line 1: a carriage return without a line feed"),
    ])
    func whatIsNoCSVIsNamed(_ text: String, _ reason: String) {
        #expect(throws: WriteFailure(path: scratch.at("t.csv"), reason: reason, isReading: true)) { try read(text) }
    }

    /// Fields of every kind at every place of the blocks in which the file is read.
    @Test func blocksDoNotShow() throws {
        let fields = ["", "a", "年\"报\"", "x,y", "l1\r\nl2", "=1", " "]
        for padding in [262_130, 262_137, 262_143, 262_144, 262_145] {
            let first = String(repeating: "p", count: padding)
            let line = fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
            let records = try read(first + "\r\n" + line + "\r\n" + line)
            #expect(records == [[first], fields, fields])
        }
    }

    @Test func whatIsWrittenIsRead() throws {
        var rows = CSVRows(style: CSVStyle(flavor: .plain, headers: .en))
        let fields = ["a", "", "\"", "\"\"", "a,b", "\n", "\r\n", " x ", "年", "\t", "'", "'=1", ";", "\\", "\u{FEFF}"]
        for shift in fields.indices {
            rows.beginRow()
            for index in fields.indices { rows.text(fields[(index + shift) % fields.count]) }
            rows.endRow()
        }
        let records = try read(rows.buffer.string(0..<rows.buffer.count))
        #expect(records == fields.indices.map { shift in fields.indices.map { fields[($0 + shift) % fields.count] } })
    }

    @Test(.enabled(if: Tool.hasPython(module: "csv"), "there is no Python"))
    func pythonReadsTheSame() throws {
        var rows = CSVRows(style: CSVStyle(flavor: .spreadsheet, headers: .en))
        let fields = ["a", "", "say \"x\"", "a,b", "l1\nl2", "l1\r\nl2", " x ", "年", "12"]
        rows.beginRow()
        for field in fields { rows.text(field) }
        rows.endRow()
        scratch.write(rows.buffer.string(0..<rows.buffer.count), to: "t.csv")
        let script =
            "import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1],encoding='utf-8',newline='')))))"
        let output = try Tool.python(["-c", script, scratch.at("t.csv")]).output
        let read = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
        #expect(read == [fields])
    }
}
