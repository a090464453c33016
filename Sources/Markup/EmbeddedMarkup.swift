/// Finds HTML that a page carries as a string: in a script, in JSON, in a form field.
enum EmbeddedMarkup {
    private static let least = 200
    private static let most = 4

    /// Candidates, the most promising first, unescaped.
    static func candidates(_ tree: MarkupTree) -> [[UInt8]] {
        var whole: [[UInt8]] = []
        var joined: [[UInt8]] = []
        for range in tree.scriptRanges where range.count >= least {
            let script = Array(tree.scripts[range])
            let literals = ScriptStrings.literals(in: script)
            whole += literals.filter { $0.count >= least }
            joined.append(pieces(literals))
            if literals.isEmpty || script.first(where: { $0 > 0x20 }) == 0x3C { whole.append(script) }
        }
        whole += tree.hiddenValues
        for node in tree.nodes where node.tag == .textarea && node.textRange.count >= least {
            whole.append(Array(tree.text[node.textRange]))
        }
        return best(whole) + best(joined)
    }

    /// What a script writes piece by piece: all from the first literal with a tag to the last.
    private static func pieces(_ literals: [[UInt8]]) -> [UInt8] {
        guard let first = literals.firstIndex(where: { $0.contains(0x3C) }),
            let last = literals.lastIndex(where: { $0.contains(0x3C) }), first < last
        else { return [] }
        return Array(literals[first...last].joined())
    }

    private static func best(_ found: [[UInt8]]) -> [[UInt8]] {
        let markup = found.map { unescaped($0) }.filter { holdsMarkup($0, $0.indices) }
        return Array(markup.sorted { $0.count > $1.count }.prefix(most))
    }

    /// True where a table or paragraphs are tagged.
    static func holdsMarkup(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place + 2 < range.upperBound {
            if text[place] == 0x3C {
                let next = text[place + 1] | 0x20
                if next == 0x74 || next == 0x70 || next == 0x64 { return true }
            }
            place += 1
        }
        return false
    }

    /// Undoes percent signs and entities, each where there is no markup without.
    private static func unescaped(_ text: [UInt8]) -> [UInt8] {
        var text = text
        if !holdsMarkup(text, text.indices) && text.contains(0x25) { text = ScriptStrings.percentDecoded(text) }
        for _ in 0..<2 where !holdsMarkup(text, text.indices) && text.contains(0x26) { text = entitiesDecoded(text) }
        return text
    }

    private static let entities: [(name: [UInt8], value: UInt8)] = [
        (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&quot;".utf8), 0x22),
        (Array("&#34;".utf8), 0x22),
        (Array("&#39;".utf8), 0x27), (Array("&apos;".utf8), 0x27), (Array("&amp;".utf8), 0x26),
    ]

    private static func entitiesDecoded(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            if text[place] == 0x26,
                let entity = entities.first(where: { text[place...].starts(with: $0.name) })
            {
                output.append(entity.value)
                place += entity.name.count
            } else {
                output.append(text[place])
                place += 1
            }
        }
        return output
    }
}
