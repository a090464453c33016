/// Hears `numbering.xml` and `styles.xml`.
final class WordNumberingSink: XMLSink {
    private(set) var numbering = WordNumbering()
    var isDone: Bool { false }

    private var open: [PackedName] = []
    private var abstract: String?
    private var list: String?
    private var level: Int?
    private var style: String?
    private var parents: [String: String] = [:]

    func start(_ name: PackedName, isWord: Bool, attributes: XMLAttributes) {
        open.append(isWord ? name : PackedName())
        guard isWord else { return }
        switch name {
        case Names.abstract: abstract = attributes[XMLAttributes.abstractNumberID]
        case Names.list: list = attributes[XMLAttributes.numberID]
        case Names.abstractOfList: if let list { numbering.lists[list] = attributes.value }
        case Names.level:
            level = attributes[XMLAttributes.level].flatMap { Int($0) }
            if let abstract, let level { numbering.levels[abstract, default: [:]][level] = WordNumbering.Level() }
        case Names.format: change { $0.format = attributes.value ?? $0.format }
        case Names.text: change { $0.text = attributes.value ?? "" }
        case Names.start: change { $0.start = attributes.value.flatMap { Int($0) } ?? 1 }
        case Names.style: style = attributes[XMLAttributes.styleID]
        case Names.parent: if let style { parents[style] = attributes.value }
        case Names.numberID:
            if let style, let list = attributes.value { numbering.styles[style] = (list, styleLevel(style)) }
        case Names.styleLevel:
            if let style, let level = attributes.value.flatMap({ Int($0) }) {
                numbering.styles[style] = (numbering.styles[style]?.list ?? "", level)
            }
        default: break
        }
    }

    func end() {
        guard let name = open.popLast() else { return }
        switch name {
        case Names.abstract: abstract = nil
        case Names.list: list = nil
        case Names.level: level = nil
        case Names.style: style = nil
        default: break
        }
    }

    func characters(_ bytes: [UInt8]) {}

    /// Styles take the list of the style they are based on.
    func finish() -> WordNumbering {
        for style in parents.keys where numbering.styles[style] == nil {
            var ancestor = parents[style]
            var steps = 0
            while let name = ancestor, steps < 20 {
                if let inherited = numbering.styles[name] {
                    numbering.styles[style] = inherited
                    break
                }
                ancestor = parents[name]
                steps += 1
            }
        }
        return numbering
    }

    private func styleLevel(_ style: String) -> Int { numbering.styles[style]?.level ?? 0 }

    private func change(_ body: (inout WordNumbering.Level) -> Void) {
        guard let abstract, let level, var form = numbering.levels[abstract]?[level] else { return }
        body(&form)
        numbering.levels[abstract]?[level] = form
    }

    private enum Names {
        static let abstract = PackedName("abstractNum")
        static let list = PackedName("num")
        static let abstractOfList = PackedName("abstractNumId")
        static let level = PackedName("lvl")
        static let format = PackedName("numFmt")
        static let text = PackedName("lvlText")
        static let start = PackedName("start")
        static let style = PackedName("style")
        static let parent = PackedName("basedOn")
        static let numberID = PackedName("numId")
        static let styleLevel = PackedName("ilvl")
    }
}
