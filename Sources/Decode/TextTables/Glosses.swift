/// How a character is read, in brackets behind it: `規(guī)章`, `政(zheng)府(fu)`. A page's converter has put it there.
enum Glosses {
    private static let least = 5

    /// True where glosses were taken away.
    static func drop(_ lines: inout [TextLine]) -> Bool {
        var count = 0
        var cleaned: [(index: Int, scalars: [UInt32])] = []
        for index in lines.indices where lines[index].scalars.contains(where: { $0 == 0x28 || $0 == 0xFF08 }) {
            let (scalars, glosses) = without(lines[index].scalars)
            count += glosses
            if glosses > 0 { cleaned.append((index, scalars)) }
        }
        guard count >= least else { return false }
        for (index, scalars) in cleaned { lines[index].scalars = scalars }
        return true
    }

    private static func without(_ scalars: [UInt32]) -> (scalars: [UInt32], count: Int) {
        var result: [UInt32] = []
        var count = 0
        var index = 0
        while index < scalars.count {
            if let last = result.last, last >= 0x4E00 && last <= 0x9FFF, let end = end(scalars, index) {
                count += 1
                index = end
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return (result, count)
    }

    /// Where a gloss that begins here ends: a syllable in small Latin letters, with marks for its tone or without; nil for none.
    private static func end(_ scalars: [UInt32], _ start: Int) -> Int? {
        guard scalars[start] == 0x28 || scalars[start] == 0xFF08 else { return nil }
        var index = start + 1
        while index < scalars.count, isLetter(scalars[index]) { index += 1 }
        guard index > start + 1, index - start <= 7, index < scalars.count, scalars[index] == 0x29 || scalars[index] == 0xFF09 else {
            return nil
        }
        return index + 1
    }

    private static func isLetter(_ value: UInt32) -> Bool {
        value >= 0x61 && value <= 0x7A || value >= 0xDF && value <= 0x24F && value != 0xF7 || value >= 0x300 && value <= 0x30F
    }
}
