import Bytes
import Codebook
import ReportModel
import Tables

/// Gathers what the lanes counted, and writes the page.
final class PageFile: FormatWriter {
    static let name = "index.html"

    private let links: FileLinks
    private let hasCSV: Bool
    private let space: any OutputSpace
    private var tally = PageTally()
    private var problems = ProblemCases()
    /// The year of each report, by its place in ``PageTally``.
    private var years: [UInt8] = []
    /// The first reports of the run, packed, from which those to review are taken: which they are is known last.
    private var reports = PackedList()

    /// Reports that are kept.
    private static let kept = 16_384

    init(links: FileLinks, hasCSV: Bool, in space: any OutputSpace) {
        self.links = links
        self.hasCSV = hasCSV
        self.space = space
    }

    func append(_ lane: any FormatLane) throws(WriteFailure) {
        guard let lane = lane as? PageLane else { preconditionFailure("a lane of another format") }
        tally.add(lane.tally)
        problems.add(lane.problems)
        for report in lane.reports { years.append(UInt8(PageTally.place(of: report.year))) }
        for report in lane.reports.prefix(max(0, PageFile.kept - reports.count)) {
            var packed = PackedWriter()
            report.append(to: &packed)
            reports.append(packed.bytes)
        }
    }

    func finish(_ late: LateRows, _ facts: RunFacts) throws(WriteFailure) -> [WrittenFile] {
        var statuses = [Int](repeating: 0, count: PageTally.yearPlaces * ReportStatus.allCases.count)
        var review = ReviewList()
        for index in 0..<late.count {
            let state = late[index]
            statuses[Int(years[index]) * ReportStatus.allCases.count + Code(state.columns.status).index] += 1
            for check in state.addedChecks { tally.add(check) }
            if state.columns.status != .clean {
                review.add(index < reports.count ? report(index) : nil, state.columns)
            }
        }
        let model = PageModel(
            tally: tally, problems: problems, statuses: statuses, review: review, facts: facts, links: links,
            hasCSV: hasCSV)
        let file = try space.makeFile(PageFile.name)
        try file.append(Array(PageTemplate.shared.render(model.node).utf8).span)
        return [try file.finish()]
    }

    private func report(_ number: Int) -> PageReport {
        var packed = reports.reader(of: number)
        return PageReport(from: &packed)
    }
}

/// The reports to review that the page names, those with most failed checks first, and how many there are beside them.
struct ReviewList {
    struct Entry {
        var report: PageReport
        var columns: LateColumns
        var number: Int
    }

    static let limit = 400
    private(set) var count = 0
    private var entries: [Entry] = []

    /// - Parameter report: nil where it is not kept.
    mutating func add(_ report: PageReport?, _ columns: LateColumns) {
        count += 1
        guard let report else { return }
        entries.append(Entry(report: report, columns: columns, number: entries.count))
        if entries.count >= 4 * ReviewList.limit { entries = ordered }
    }

    /// The first of them.
    var ordered: [Entry] {
        let sorted = entries.sorted {
            ($1.columns.checksFailed, $0.number) < ($0.columns.checksFailed, $1.number)
        }
        return Array(sorted.prefix(ReviewList.limit))
    }
}
