import ReportModel

extension MetadataFields {
    /// How far from its start a page is searched, in lines.
    private static let headLines = 200

    /// Takes what stands as `label: value` in the lines before a report, and gives back the lines without those.
    mutating func takeLines(_ lines: [Line], text: [UInt8]) -> [Line] {
        var taken: Set<Int> = []
        var index = 0
        while index < min(lines.count, MetadataFields.headLines) {
            let line = lines[index]
            if startsNarrative(text, line.span) { break }
            var used = 1
            if line.grid < 0, line.span.count <= 600, let statements = MetadataFields.statements(text[line.span.range])
            {
                for (offset, statement) in statements.enumerated() {
                    var value = statement.value
                    // A label at the end of its line has its value on the next.
                    if value.allSatisfy({ MetadataLabel.ignored.contains($0) }), offset == statements.count - 1,
                        let next = valueLine(after: index, lines, text)
                    {
                        value = Array(String(decoding: text[next.range], as: UTF8.self).unicodeScalars)
                        used = 2
                    }
                    var string = String.UnicodeScalarView()
                    string.append(contentsOf: value)
                    offer(statement.label, String(string))
                }
                for position in index..<index + used { taken.insert(position) }
            }
            index += used
        }
        if taken.isEmpty { return lines }
        return lines.indices.filter { !taken.contains($0) }.map { lines[$0] }
    }

    /// The labels of a line with what follows each; nil where the line does not start with a label.
    static func statements(_ line: ArraySlice<UInt8>) -> [(label: MetadataLabel, value: [Unicode.Scalar])]? {
        guard line.contains(0x3A) || line.contains(0x9A) else { return nil }
        let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
        var found: [(label: MetadataLabel, start: Int, colon: Int)] = []
        for (place, scalar) in scalars.enumerated() where scalar == ":" || scalar == "：" {
            guard let (label, start) = MetadataLabel.ending(at: place, in: scalars) else { continue }
            if let last = found.last, start <= last.colon { continue }
            found.append((label, start, place))
        }
        guard let first = found.first, scalars[..<first.start].allSatisfy({ MetadataLabel.ignored.contains($0) }) else {
            return nil
        }
        return found.indices.map { index in
            let end = index + 1 < found.count ? found[index + 1].start : scalars.count
            return (found[index].label, Array(scalars[found[index].colon + 1..<max(end, found[index].colon + 1)]))
        }
    }

    /// A short line that is no label itself.
    private func valueLine(after index: Int, _ lines: [Line], _ text: [UInt8]) -> SourceSpan? {
        guard index + 1 < lines.count, lines[index + 1].grid < 0 else { return nil }
        let span = lines[index + 1].span
        if span.count > 90 || startsNarrative(text, span) { return nil }
        return MetadataFields.statements(text[span.range]) == nil ? span : nil
    }

    /// True for the first section's heading, and for a line as only paragraphs are.
    private func startsNarrative(_ text: [UInt8], _ span: SourceSpan) -> Bool {
        span.count > 600 || text[span.range].starts(with: "一、".utf8)
    }
}
