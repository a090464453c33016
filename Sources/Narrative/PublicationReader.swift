internal import HanText

/// Finds the day of publication in a line: a date alone, behind 发布日期 and the like, or before a time of day.
enum PublicationReader {
    /// - Parameters:
    ///   - text: a line as ``DateReader/scalars(_:_:)`` gives it
    ///   - reportYear: the year reported on; a report is published in it or in the three years that follow
    static func day(_ text: [UInt32], _ reportYear: Int?) -> DateReader.Day? {
        let found = labelled(text) ?? alone(text)
        guard let found, isPlausible(found, reportYear) else { return nil }
        return found
    }

    /// The date at the end of a short line behind a name: 某镇人民政府 2025年1月12日.
    static func signed(_ text: [UInt32], _ reportYear: Int?) -> DateReader.Day? {
        for start in 0..<min(text.count, 26) {
            guard let (day, end) = DateReader.day(text, at: start), end == text.count else {
                guard ScalarClass.isLetter(text[start]) else { return nil }
                continue
            }
            return isPlausible(day, reportYear) ? day : nil
        }
        return nil
    }

    private static func isPlausible(_ day: DateReader.Day, _ reportYear: Int?) -> Bool {
        guard let reportYear else { return true }
        return (reportYear...reportYear + 3).contains(day.year)
    }

    /// Behind 日期 or 时间, of several the one that is said to be of publication.
    private static func labelled(_ text: [UInt32]) -> DateReader.Day? {
        var found: DateReader.Day?
        for index in 0..<max(0, min(text.count - 2, 80)) {
            let isCue =
                (text[index] == 0x65E5 && text[index + 1] == 0x671F)
                || (text[index] == 0x65F6 && text[index + 1] == 0x95F4)
            guard isCue else { continue }
            var start = index + 2
            while start < text.count, [0x3A, 0x7C].contains(text[start]) { start += 1 }
            guard let (day, end) = DateReader.day(text, at: start), !goesOn(text, end) else { continue }
            let before = index >= 2 ? (text[index - 2], text[index - 1]) : (0, 0)
            switch before {
            case (0x7EDF, 0x8BA1), (0x622A, 0x6B62), (0x4F1A, 0x8BAE), (0x6D3B, 0x52A8), (0x5B9E, 0x65BD),
                (0x65BD, 0x884C), (0x53D7, 0x7406):
                continue  // 统计 截止 会议 活动 实施 施行 受理
            case (0x53D1, 0x5E03), (0x516C, 0x5F00): return day  // 发布 公开
            default: found = found ?? day
            }
        }
        return found
    }

    /// Whether a period goes on behind a date.
    private static func goesOn(_ text: [UInt32], _ end: Int) -> Bool {
        end < text.count && [0x81F3, 0x5230, 0x8D77, 0x2D, 0x7E].contains(text[end])
    }

    /// A line that is a date, in brackets or not, or begins with a date and the time of day.
    private static func alone(_ text: [UInt32]) -> DateReader.Day? {
        guard let first = text.first else { return nil }
        let start = [0x28, 0x5B, 0x3010].contains(first) ? 1 : 0
        guard let (day, end) = DateReader.day(text, at: start) else { return nil }
        if text.count - end <= 2 { return day }
        let hasTime = text[end] == 0x20 && text[end...].prefix(5).contains(0x3A)
        let hasSource = text[end] == 0x6765 && text[end + 1] == 0x6E90  // 来源
        return hasTime || hasSource ? day : nil
    }
}
