import ReportModel
import Tables

/// Charts as places and sizes for the template.
enum Charts {
    typealias Node = PageModel.Node

    /// Years that are drawn; the newest are.
    static let years = 24

    /// Columns of reports by year, their statuses one upon the other.
    ///
    /// - Parameter statuses: by place of year and status.
    static func reports(_ statuses: [Int]) -> Node? {
        let kinds = ReportStatus.allCases
        func count(_ place: Int) -> Int { (0..<kinds.count).reduce(0) { $0 + statuses[place * kinds.count + $1] } }
        let filled = (1..<PageTally.yearPlaces - 1).filter { count($0) > 0 }
        if statuses.allSatisfy({ $0 == 0 }) { return nil }
        var node: Node = [
            "legend": kinds.map { status -> Node in
                ["code": status.rawValue, "title": word(Code(status)).title]
            }
        ]
        let undated = count(0) + count(PageTally.yearPlaces - 1)
        if undated > 0 { node["undated"] = ShortText.number(undated) }
        let drawn = filled.suffix(years)
        let older = filled.dropLast(drawn.count).reduce(0) { $0 + count($1) }
        if older > 0 { node["older"] = ShortText.number(older) }
        if drawn.isEmpty { return node }
        // A chart for wide screens would have letters too small on a phone, so that columns stand in lines of eight.
        let highest = max(1, drawn.map(count).max() ?? 1)
        let lines = stride(from: drawn.startIndex, to: drawn.endIndex, by: 8).map { drawn[$0..<min($0 + 8, drawn.endIndex)] }
        node["charts"] = lines.map { line -> Node in
            let columns = line.enumerated().map { index, place -> Node in
                column(index, place, kinds.indices.map { statuses[place * kinds.count + $0] }, highest)
            }
            return ["width": max(360, line.count * 60), "height": 190, "columns": columns]
        }
        return node
    }

    private static func column(_ index: Int, _ place: Int, _ counts: [Int], _ highest: Int) -> Node {
        let left = Double(index * 60 + 10)
        var top = 168.0
        let year = PageTally.years.lowerBound + place - 1
        var rects: [Node] = []
        for (status, count) in zip(ReportStatus.allCases, counts) where count > 0 {
            let height = Double(count) * 146 / Double(highest)
            top -= height
            rects.append([
                "x": ShortText.decimal(left), "y": hundredths(top), "width": 40, "height": hundredths(height),
                "code": status.rawValue,
                "tip": "\(year) \(word(Code(status)).title) \(ShortText.number(count))",
            ])
        }
        return [
            "rects": rects, "middle": ShortText.decimal(left + 20), "top": hundredths(top - 5), "foot": 184,
            "count": ShortText.number(counts.reduce(0, +)), "label": "\(year)",
        ]
    }

    /// Bars by year, parted by the size of a figure.
    ///
    /// - Parameter sizes: of one figure, by place of year and size class.
    static func figure(_ sizes: ArraySlice<Int>) -> Node? {
        func counts(_ place: Int) -> ArraySlice<Int> {
            sizes[(sizes.startIndex + place * SizeClass.count)...].prefix(SizeClass.count)
        }
        let filled = (1..<PageTally.yearPlaces - 1).filter { counts($0).contains { $0 > 0 } }.suffix(years)
        if filled.isEmpty { return nil }
        let bars = filled.enumerated().map { index, place -> Node in
            let counts = counts(place)
            let total = counts.reduce(0, +)
            let year = PageTally.years.lowerBound + place - 1
            var left = 40.0
            var rects: [Node] = []
            for (size, count) in counts.enumerated() where count > 0 {
                let width = Double(count) * 240 / Double(total)
                rects.append([
                    "x": hundredths(left), "y": index * 20 + 2, "width": hundredths(width), "code": "s\(size)",
                    "tip": "\(year) \(SizeClass.titles[size]): \(ShortText.number(count))",
                ])
                left += width
            }
            return [
                "label": "\(year)", "text": index * 20 + 14, "rects": rects, "end": 340, "count": ShortText.number(total),
            ]
        }
        return ["width": 340, "height": bars.count * 20 + 2, "bars": bars]
    }

    private static func word(_ code: Code) -> Word { code.vocabulary.words[code.index] }

    private static func hundredths(_ value: Double) -> String {
        let number = Int((value * 100).rounded())
        let rest = number % 100
        return rest == 0 ? "\(number / 100)" : "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
