/// Words that stand in the statutory parts of a report and hardly anywhere else on a site.
enum ReportMarks {
    /// A page with this many different marks holds a report, or much of one.
    static let enough = 3

    /// How many different marks stand in a range.
    static func count(in text: [UInt8], _ range: Range<Int>) -> Int {
        var found: UInt32 = 0
        let starts = starts
        var place = range.lowerBound
        let end = range.upperBound - 5
        while place < end {
            let lead = text[place]
            guard lead >= 0xE4 && lead <= 0xE9 else {
                place &+= 1
                continue
            }
            let mark = starts[Int(lead &- 0xE4) << 6 | Int(text[place &+ 1] & 0x3F)]
            if mark != 0, matches(marks[Int(mark)], text, place, range.upperBound) { found |= 1 << UInt32(mark) }
            place &+= 3
        }
        return found.nonzeroBitCount
    }

    private static func matches(_ mark: [UInt8], _ text: [UInt8], _ place: Int, _ end: Int) -> Bool {
        guard place + mark.count <= end else { return false }
        for index in mark.indices where text[place + index] != mark[index] { return false }
        return true
    }

    /// No two start with the same two bytes.
    private static let marks: [[UInt8]] = [
        "", "总体情况", "主动公开政府信息", "收到和处理", "申请人情况", "自然人", "结果维持", "尚未审结", "信息内容", "本年新收",
        "存在的主要问题", "其他需要报告", "第二十条",
    ].map { Array($0.utf8) }

    /// The mark that starts with two bytes, by the lead byte from E4 on and the low six bits of the next.
    private static let starts: [UInt8] = {
        var starts = [UInt8](repeating: 0, count: 6 << 6)
        for (index, mark) in marks.enumerated() where index > 0 {
            let slot = Int(mark[0] - 0xE4) << 6 | Int(mark[1] & 0x3F)
            precondition(starts[slot] == 0, "two marks start alike")
            starts[slot] = UInt8(index)
        }
        return starts
    }()

    // MARK: - Headings

    /// True where a range is a heading of a report: its title, or one of the six sections' with its number.
    static func isHeading(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        let solid = solid(text, range)
        if solid.count > 150 { return false }
        if holdsTitle(solid, solid.indices) { return true }
        guard solid.count > 6, numbers.contains(where: { solid.starts(with: $0) }) else { return false }
        return sections.contains { find($0, solid, 3..<solid.count) }
    }

    /// True where the words of a report's title stand in a range.
    static func holdsTitle(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard find(disclosure, text, range) else { return false }
        guard find(annualReport, text, range) || find(yearbook, text, range) else { return false }
        return range.contains { text[$0] == 0x32 && $0 + 1 < range.upperBound && text[$0 + 1] == 0x30 }
    }

    private static let numbers = ["一", "二", "三", "四", "五", "六"].map { Array($0.utf8) }
    private static let sections = [
        "总体情况", "主动公开政府信息", "收到和处理", "行政复议", "存在的", "需要报告", "改进情况",
    ].map { Array($0.utf8) }
    private static let disclosure = Array("信息公开".utf8)
    private static let annualReport = Array("年度报告".utf8)
    private static let yearbook = Array("年报".utf8)

    /// A range without blanks.
    private static func solid(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
        var folder = TextFolder()
        folder.begin(.cell)
        folder.append(text, range)
        _ = folder.end()
        return folder.text.filter { $0 > 0x20 }
    }

    private static func find(_ word: [UInt8], _ text: [UInt8], _ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place + word.count <= range.upperBound {
            if text[place] == word[0] && matches(word, text, place, range.upperBound) { return true }
            place += 1
        }
        return false
    }
}
