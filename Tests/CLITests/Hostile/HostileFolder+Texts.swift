/// Texts that are none, and formats that are not read.
extension HostileFolder {
    private static let line = Array("政府信息公开工作年度报告\n".utf8)

    static let texts: [HostileInput] = [
        HostileInput("empty.txt", "empty_file", []),
        HostileInput("blanks.txt", "empty_file", text: " \t\r\n\u{3000}\u{A0}\n"),
        HostileInput("mark-only.txt", "empty_file", [0xEF, 0xBB, 0xBF]),
        HostileInput("wide-mark-only.txt", "empty_file", [0xFF, 0xFE]),
        HostileInput("nul.txt", "nul_bytes", line + [0] + line),
        HostileInput("nuls.txt", "nul_bytes", [UInt8](repeating: 0, count: 5000)),
        HostileInput("noise.txt", "bad_encoding", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3 | 0x81) }),
        HostileInput("latin.txt", "bad_encoding", (0..<300).flatMap { _ in Array("caf".utf8) + [0xE9, 0x20] }),
        HostileInput("cut-character.txt", "not_a_report", Array((line + line).dropLast(2))),
        HostileInput("broken-middle.txt", "bad_encoding", line + line + [0xE6, 0x94] + line + line),
        HostileInput("half-surrogate.txt", "bad_encoding", [0xFF, 0xFE, 0x3F, 0x65, 0x00, 0xD8, 0x3F, 0x65]),
        HostileInput("odd-wide.txt", "not_a_report", [0xFF, 0xFE, 0x3F, 0x65, 0x9C, 0x5E, 0x3F]),
        HostileInput("marks-of-all-kinds.txt", "bad_encoding", [0xEF, 0xBB, 0xBF, 0xFF, 0xFE] + line),
        HostileInput("mark-after-mark.txt", "not_a_report", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + line),
        HostileInput("one-line.txt", "not_a_report", (0..<100_000).flatMap { _ in line.dropLast() }),
        HostileInput("too-long.txt", "too_large", (0..<120_000).flatMap { _ in line }),
        HostileInput("line-ends.txt", "too_many_lines", [UInt8](repeating: 0x0A, count: 300_000) + line),
        HostileInput("digits.txt", "not_a_report", [UInt8](repeating: 0x39, count: 1_000_000)),
        HostileInput("separators.txt", "not_a_report", (0..<300_000).flatMap { _ in [0x7C, 0x09, 0x20] as [UInt8] }),
    ]

    static let foreign: [HostileInput] = [
        HostileInput("old.doc", "unsupported_format", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)),
        HostileInput("rich.txt", "unsupported_format", text: "{\\rtf1 {\\object\\objdata 0105}}"),
        HostileInput("program.txt", "unsupported_format", [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 1, count: 600)),
        HostileInput("picture.html", "unsupported_format", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]),
        HostileInput("entities.xml", "unsupported_format", text: laughs + "<a>&e9;</a>"),
        HostileInput("pretty.json", "unsupported_format", text: "{\n  \"text\": \"一\"\n}\n"),
    ]

    /// A few bytes that unfold to gigabytes, and one that asks for another file.
    static let laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e0 \"ha\"><!ENTITY file SYSTEM \"file:///etc/hostname\">"
        + (1...9).map { level in "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">" }.joined() + "]>"
}
