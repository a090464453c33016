/// Marks that text formats set round a heading: `== … ==`, `h1. …`, `\section{…}`, and the separators of the empty cells behind it, where a
/// sheet was saved as text.
enum HeadingMarks {
    /// True where anything was taken away.
    static func clean(_ lines: inout [TextLine]) -> Bool {
        var isChanged = false
        for index in lines.indices where lines[index].scalars.count <= longest {
            let bare = bare(lines[index].scalars)
            if bare.count != CellText.trimmed(lines[index].scalars[...]).count {
                lines[index].scalars = bare
                isChanged = true
            }
        }
        return isChanged
    }

    private static let longest = 1200

    private static func bare(_ line: [UInt32]) -> [UInt32] {
        var text = CellText.trimmed(line[...])
        guard let first = text.first else { return text }
        if first == 0x3D {
            let inner = CellText.trimmed(text.drop { $0 == 0x3D })
            if inner.contains(where: { $0 > 0x2E80 }) { text = CellText.trimmed(inner[..<(behindLast(inner) { $0 != 0x3D })]) }
        } else if first == 0x68 || first == 0x48 {
            text = numbered(text) ?? text
        } else if first == 0x5C, let open = text.firstIndex(of: 0x7B), commands.contains(Array(text[1..<open].filter { $0 != 0x2A })) {
            let close = text.lastIndex { $0 == 0x7D } ?? text.endIndex
            let label = text.firstIndex(of: 0x7D) ?? close
            text = CellText.trimmed(text[(open + 1)..<max(open + 1, min(close, label))])
        }
        if let label = text.firstRange(of: anchor) { text = Array(text[..<label.lowerBound]) }
        if text.starts(with: target) { return [] }
        if text.last == 0x2C || line.last == 0x09 { text = withoutEmptyCells(text) }
        return text
    }

    private static let anchor = "}\\label{".unicodeScalars.map(\.value)
    private static let target = "\\hypertarget{".unicodeScalars.map(\.value)
    private static let commands = ["section", "subsection", "subsubsection", "chapter", "title", "textbf", "paragraph"].map {
        $0.unicodeScalars.map(\.value)
    }

    /// The text of `h2. …`, `h2(#name). …`, `h2. {anchor:name}…`; nil where the line is none of these.
    private static func numbered(_ text: [UInt32]) -> [UInt32]? {
        guard text.count > 4, text[1] >= 0x31, text[1] <= 0x36 else { return nil }
        var at = 2
        if text[at] == 0x28, let close = text.firstIndex(of: 0x29), close + 1 < text.count { at = close + 1 }
        guard text[at] == 0x2E else { return nil }
        var rest = CellText.trimmed(text[(at + 1)...])
        if rest.first == 0x7B, let close = rest.firstIndex(of: 0x7D) { rest = CellText.trimmed(rest[(close + 1)...]) }
        return rest
    }

    /// A first cell that has three empty ones behind it, and nothing else.
    private static func withoutEmptyCells(_ text: [UInt32]) -> [UInt32] {
        let end = behindLast(text) { $0 != 0x2C && !CellText.isBlank($0) }
        return text[end...].count { $0 == 0x2C } >= 3 && !text[..<end].contains(0x2C) ? Array(text[..<end]) : text
    }

    private static func behindLast(_ text: [UInt32], _ isMeant: (UInt32) -> Bool) -> Int { (text.lastIndex(where: isMeant) ?? -1) + 1 }
}
