/// Prints labels and headings of the form as clerks do.
struct LabelPrinter {
    var style: PrintStyle
    var irregularities: Set<Irregularity>
    var random: SeededGenerator

    /// The label of a row or a group.
    mutating func label(_ canonical: String) -> String {
        var text = canonical
        if irregularities.contains(.shortenedLabels), let short = LabelPrinter.shortened[text] {
            if random.chance(0.8) { text = random.pick(short) }
        }
        if irregularities.contains(.misprints) { text = misprinted(text) }
        text = numbered(text)
        return dressed(text)
    }

    /// The heading of a column, a caption or the note over the table.
    mutating func header(_ canonical: String) -> String {
        var text = canonical
        if irregularities.contains(.misprints) { text = misprinted(text) }
        if style.spreadsHeaders && (2...6).contains(text.count) {
            let half = text.count / 2
            text = text.count == 4 || text.count == 6 ? "\(text.prefix(half)) \(text.suffix(half))" : text.map(String.init).joined(separator: " ")
        }
        return dressed(text)
    }

    /// `第二十条第（一）项`.
    mutating func caption(_ number: String) -> String {
        guard irregularities.contains(.articleVariants) else { return dressed("第二十条第（\(number)）项") }
        return random.pick([
            "第二十条  第(\(number))项", "第二十条第\(number)项", "第二十条 第（\(number)）项", "第20条第（\(number)）项", "第二十条（\(number)）项",
        ])
    }

    /// The heading of a section.
    mutating func heading(_ text: String) -> String { dressed(text) }

    /// Style, characters and stray spaces.
    private mutating func dressed(_ text: String) -> String {
        var text = style.bracketed(text)
        if style.tradition { text = Traditional.print(text) }
        if irregularities.contains(.straySpaces) { text = spaced(text) }
        return text
    }

    private func numbered(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, ("1"..."9").contains(first), text.dropFirst().first == "." else {
            return text
        }
        return style.digits(String(first)) + style.point + text.dropFirst(2)
    }

    private mutating func spaced(_ text: String) -> String {
        guard text.count > 2, random.chance(0.6) else { return text }
        var characters = Array(text)
        for _ in 0..<random.int(1...(characters.count > 5 ? 3 : 1)) {
            let place = random.int(1...(characters.count - 1))
            if characters[place] != " " && characters[place - 1] != " " { characters.insert(" ", at: place) }
        }
        return String(characters)
    }

    /// Some labels come out with one wrong, missing or doubled character; numbering stays whole.
    private mutating func misprinted(_ text: String) -> String {
        if let known = LabelPrinter.misprints[text], random.chance(0.5) { return random.pick(known) }
        let characters = Array(text)
        // Of a label of four characters too little would be left to tell it from its neighbours.
        let mark = characters.firstIndex { "）.、".contains($0) } ?? characters.count
        let start = mark < 4 ? mark + 1 : 0
        // A wrong letter in a unit would make another unit of it.
        guard characters.count - start >= 5, !text.contains("元"), random.chance(0.2) else { return text }
        var result = characters
        let place = random.int((start + 1)...(characters.count - 1))
        guard !"（）()、.0123456789".contains(characters[place]) else { return text }
        switch random.int(0...2) {
        case 0: result.remove(at: place)
        case 1: result.insert(characters[place], at: place)
        default: result[place] = random.pick(["芈", "囗", "工", "己", "末", "人", "千"])
        }
        return String(result)
    }

    private static let misprints: [String: [String]] = [
        "本年废止件数": ["本年度止件数", "本年度废止件数"],
        "本年制发件数": ["本年度发件数", "本年制法件数"],
        "现行有效件数": ["现行有校件数"],
        "2.其他法律行政法规禁止公开": ["2.其他法律行政止公开", "2.其他法律行政法规禁上公开"],
        "1.属于国家秘密": ["1.属于国家秘蜜"],
        "5.属于三类内部事务信息": ["5.属于三类内部事物信息"],
        "8.属于行政查询事项": ["8.属于行政查询事顶"],
        "2.没有现成信息需要另行制作": ["2.没有现成信息需另行制做"],
        "四、结转下年度继续办理": ["四、结转下年继续办理"],
        "三、本年度办理结果": ["三、本年度办里结果"],
    ]

    private static let shortened: [String: [String]] = [
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": ["（二）部分公开"],
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": ["1.逾期不补正", "1.申请人无正当理由逾期不补正"],
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": ["2.逾期未缴费", "2.申请人逾期未按收费通知要求缴纳费用"],
        "（六）其他处理": ["（六）其他"],
        "行政规范性文件": ["规范性文件"],
        "一、本年新收政府信息公开申请数量": ["一、本年新收申请数量", "一、本年新收政府信息公开申请"],
        "二、上年结转政府信息公开申请数量": ["二、上年结转申请数量", "二、上年结转政府信息公开申请"],
        "四、结转下年度继续办理": ["四、结转下年度"],
        "5.要求行政机关确认或重新出具已获取信息": ["5.确认或重新出具已获取信息"],
        "2.其他法律行政法规禁止公开": ["2.法律行政法规禁止公开"],
        "1.本机关不掌握相关政府信息": ["1.本机关不掌握"],
    ]
}
