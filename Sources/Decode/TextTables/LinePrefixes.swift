/// What programs print in front of every line: `> ` of quoted mail, or the line's number.
enum LinePrefixes {
    /// True where prefixes were taken away.
    static func drop(_ lines: inout [TextLine]) -> Bool {
        let filled = lines.indices.filter { lines[$0].scalars.contains { !CellText.isBlank($0) } }
        guard filled.count >= least else { return false }
        for end in [quoteEnd, numberEnd] {
            let ends = filled.map { end(lines[$0]) }
            guard ends.count(where: { $0 != nil }) * 20 >= filled.count * 19 else { continue }
            for (index, end) in zip(filled, ends) {
                if let end { lines[index].scalars.removeSubrange(0..<end) }
            }
            return true
        }
        return false
    }

    private static let least = 30

    private static func quoteEnd(_ line: TextLine) -> Int? {
        guard line.scalars.first == 0x3E else { return nil }
        return line.scalars.count > 1 && line.scalars[1] == 0x20 ? 2 : 1
    }

    /// Behind the line's own number and the mark that parts it from the text.
    private static func numberEnd(_ line: TextLine) -> Int? {
        let scalars = line.scalars
        guard let start = scalars.firstIndex(where: { $0 != 0x20 }) else { return nil }
        let end = scalars[start...].firstIndex { $0 < 0x30 || $0 > 0x39 } ?? scalars.count
        guard end > start, end - start < 7, scalars[start..<end].reduce(0, { $0 * 10 + Int($1) - 0x30 }) == Int(line.number)
        else { return nil }
        guard end < scalars.count else { return end }
        switch scalars[end] {
        case 0x09, 0x7C: return end + 1
        case 0x3A: return end + 1 < scalars.count && scalars[end + 1] == 0x20 ? end + 2 : end + 1
        case 0x20: return scalars[end...].firstIndex { $0 != 0x20 } ?? scalars.count
        default: return nil
        }
    }
}
