import Codebook
import ReportModel
import Tables

/// What the template is filled with.
struct PageModel {
    typealias Node = [String: Any]

    private(set) var node: Node = [:]
    private let links: FileLinks

    init(
        tally: PageTally, problems: ProblemCases, statuses: [Int], review: ReviewList, facts: RunFacts,
        links: FileLinks, hasCSV: Bool
    ) {
        self.links = links
        let fileCount = tally.files.reduce(0, +)
        let reportCount = statuses.reduce(0, +)
        node["fileCount"] = ShortText.number(fileCount)
        node["reportCount"] = ShortText.number(reportCount)
        if facts.duplicates > 0 { node["duplicates"] = ShortText.number(facts.duplicates) }
        node["size"] = ShortText.size(tally.bytes)
        node["fileTiles"] = FileStatus.allCases.map { tile(Code($0), tally.files[Code($0).index]) }
        node["reportTiles"] = ReportStatus.allCases.map { status in
            let counts = stride(from: Code(status).index, to: statuses.count, by: ReportStatus.allCases.count)
            return tile(Code(status), counts.reduce(0) { $0 + statuses[$1] })
        }
        if let chart = Charts.reports(statuses) { node["yearChart"] = chart }
        node["kinds"] = kinds(tally)
        addProblems(problems)
        addFigures(tally)
        node["checks"] = checks(tally)
        addReview(review)
        node["tables"] = facts.rows.map { entry -> Node in
            let schema = entry.table.schema
            var row: Node = [
                "name": schema.name, "title": schema.title, "english": schema.description.prefix { $0 != "." },
                "rows": ShortText.number(entry.count),
            ]
            if hasCSV { row["link"] = "\(schema.name).csv" }
            return row
        }
        node["version"] = facts.toolVersion
        node["schemaVersion"] = Schema.version
        node["codebookVersion"] = CodeTable.version
    }

    private func word(_ code: Code) -> Word { code.vocabulary.words[code.index] }

    private func tile(_ code: Code, _ count: Int) -> Node {
        ["code": word(code).code, "title": word(code).title, "count": ShortText.number(count)]
    }

    private mutating func addProblems(_ problems: ProblemCases) {
        let order = FindingCode.allCases.enumerated().compactMap { place, code in
            problems.kinds[code].map { (place: place, code: code, kind: $0) }
        }.sorted { ($1.kind.count, $0.place) < ($0.kind.count, $1.place) }
        node["hasProblems"] = !order.isEmpty
        node["problems"] = order.map { _, code, kind -> Node in
            var row: Node = [
                "title": PageWords.shared.problem(code.rawValue), "code": code.rawValue,
                "message": ShortText.short(kind.message, 200), "severity": kind.severity.rawValue,
                "severityTitle": kind.severity == .error ? "错误 error" : "警告 warning",
                "count": ShortText.number(kind.count), "files": ShortText.number(kind.files),
                "first": kind.first.map { entry -> Node in
                    var node = file(entry.path)
                    if !entry.locator.isNone { node["place"] = entry.locator.description }
                    return node
                },
            ]
            if kind.files > kind.first.count { row["more"] = ShortText.number(kind.files - kind.first.count) }
            return row
        }
    }

    private func file(_ path: String) -> Node {
        var node: Node = ["path": ShortText.short(path, 80, keepingEnd: true)]
        if let link = links.link(to: path) { node["link"] = link }
        return node
    }

    private mutating func addFigures(_ tally: PageTally) {
        node["sizes"] = SizeClass.titles.enumerated().map { ["code": "s\($0.offset)", "title": $0.element] as Node }
        let size = PageTally.yearPlaces * SizeClass.count
        node["figures"] = Figure.all.enumerated().map { place, figure -> Node in
            var node: Node = ["title": figure.title, "english": figure.english]
            if let chart = Charts.figure(tally.sizes[place * size..<(place + 1) * size]) { node["chart"] = chart }
            return node
        }
    }

    private func checks(_ tally: PageTally) -> [Node] {
        CheckRule.allCases.map { rule in
            let first = Code(rule).index * 3
            let (pass, fail, open) = (tally.checks[first], tally.checks[first + 1], tally.checks[first + 2])
            return [
                "title": PageWords.shared.rule(rule.rawValue), "code": rule.rawValue, "pass": ShortText.number(pass),
                "fail": ShortText.number(fail), "open": ShortText.number(open),
                "share": ShortText.percent(fail, of: pass + fail),
            ]
        }
    }

    private mutating func addReview(_ review: ReviewList) {
        let entries = review.ordered
        node["hasReview"] = !entries.isEmpty
        node["review"] = entries.map { entry -> Node in
            let status = word(Code(entry.columns.status))
            var row = file(entry.report.path)
            row["name"] = ShortText.short(entry.report.name, 60)
            row["year"] = entry.report.year.map(String.init) ?? ""
            row["status"] = status.code
            row["statusTitle"] = "\(status.title) \(status.code)"
            row["failed"] = ShortText.number(entry.columns.checksFailed)
            row["inferred"] = ShortText.number(Int(entry.report.inferred))
            row["unreadable"] = ShortText.number(Int(entry.report.unreadable))
            row["absent"] = ShortText.number(Int(entry.report.absent))
            return row
        }
        if review.count > entries.count { node["reviewMore"] = ShortText.number(review.count - entries.count) }
    }
}
