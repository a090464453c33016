/// Page numbers and form feeds, as text pulled out of a PDF has them.
struct PageFurniture {
    private(set) var page = 1
    /// The report's title where pages carry it at their head.
    var runningTitle = ""
    private let style: Int

    init(random: inout SeededGenerator) { style = random.int(0...4) }

    /// The lines of a page's end. `allowsBareNumber` is false where a number alone could be taken for a value.
    mutating func turn(allowsBareNumber: Bool) -> [String] {
        defer { page += 1 }
        if !runningTitle.isEmpty { return ["- \(page) -", "\u{0C}" + runningTitle] }
        switch style {
        case 0: return ["", "- \(page) -", "\u{0C}"]
        case 1: return ["", "— \(page) —", ""]
        case 2: return ["第 \(page) 页 共 9 页", "\u{0C}"]
        case 3: return allowsBareNumber ? ["", "\(page)", "\u{0C}"] : ["\u{0C}"]
        default: return ["-\(page)-", "", "\u{0C}"]
        }
    }
}
