import Settings
import Testing

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws(JSONProblem) -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test func readsEveryKindOfValueWithItsPlace() throws {
        let value = try read("{\n  \"a\": [1, -2.5e3, true, null],\n  \"b\": \"甲\\n\\u4e59\\ud83d\\ude00\"\n}")
        guard case .object(let members) = value.content else {
            Issue.record("no object: \(value)")
            return
        }
        #expect(members.map(\.key) == ["a", "b"])
        #expect(members.map(\.line) == [2, 3])
        #expect(members.map(\.column) == [3, 3])
        #expect(members[0].value.column == 8)
        #expect(members[0].value.description == "[1, -2.5e3, true, null]")
        #expect(members[1].value.content == .string("甲\n乙😀"))
    }

    @Test(arguments: [
        ("", 1, 1, "the text ends where a value belongs"),
        ("{", 1, 2, "a key in quotation marks expected"),
        ("{\"a\":1,}", 1, 8, "a key in quotation marks expected"),
        ("{\"a\":1 \"b\":2}", 1, 8, "a comma or } expected"),
        ("{\"a\":1\n\"a\":2}", 2, 1, "a comma or } expected"),
        ("{\"a\":1,\n \"a\":2}", 2, 2, "the key \"a\" stands here twice"),
        ("[1,]", 1, 4, "a value expected"),
        ("[01]", 1, 3, "a comma or ] expected"),
        ("tru", 1, 1, "a value expected"),
        ("\"a", 1, 1, "the string that begins here does not end"),
        ("\"a\nb\"", 1, 3, "a control character inside a string"),
        ("\"\\x\"", 1, 3, "no such escape in JSON"),
        ("\"\\ud800\"", 1, 8, "half a surrogate pair"),
        ("1.", 1, 3, "a digit expected"),
        ("-", 1, 2, "a digit expected"),
        ("// no\n{}", 1, 1, "a value expected"),
        ("{} {}", 1, 4, "something stands behind the end of the value"),
    ])
    func namesThePlaceOfWhatIsWrong(text: String, line: Int, column: Int, message: String) {
        #expect(throws: JSONProblem(line: line, column: column, message: message)) { try read(text) }
    }

    @Test func refusesDeepNestingAndBadBytes() {
        #expect(throws: JSONProblem(line: 1, column: 65, message: "more than 64 levels of nesting")) {
            try read(String(repeating: "[", count: 100_000))
        }
        #expect(throws: JSONProblem(line: 1, column: 1, message: "the file is not UTF-8")) { try JSONReader.read([0x22, 0xFF, 0x22]) }
    }

    @Test func skipsAByteOrderMark() throws {
        #expect(try read("\u{FEFF}true").content == .bool(true))
    }

    @Test func quotesWhatATerminalWouldTakeAmiss() {
        #expect(JSONText.quoted("a\"\\\u{1B}[31m\n\u{9B}甲") == #""a\"\\\u001b[31m\n\u009b甲""#)
    }
}
