import Codebook
import ReportModel
import Tables

/// Everything on the page that is a count.
struct PageTally {
    /// Years that a report can be of; the first place is for none, the last for any other.
    static let years = 2003...2099
    static let yearPlaces = years.count + 2

    var files = [Int](repeating: 0, count: FileStatus.allCases.count)
    var formats = [Int](repeating: 0, count: DocumentFormat.allCases.count)
    /// By administrative level; the last place is for none.
    var levels = [Int](repeating: 0, count: AdministrativeLevel.allCases.count + 1)
    /// By table: form 2019, form 2021, none.
    var forms = [Int](repeating: 0, count: StatutoryTable.allCases.count * 3)
    /// In the order of the regions' table; the last places are for others and for none.
    var provinces = [Int](repeating: 0, count: RegionTable.shared.provinces.count + 2)
    var cells = [Int](repeating: 0, count: CellStatus.allCases.count)
    /// By rule, three outcomes each.
    var checks = [Int](repeating: 0, count: CheckRule.allCases.count * 3)
    /// By figure, year and size class.
    var sizes = [Int](repeating: 0, count: Figure.all.count * yearPlaces * SizeClass.count)
    var bytes: Int64 = 0

    private static let provincePlaces = Dictionary(
        uniqueKeysWithValues: RegionTable.shared.provinces.enumerated().map { ($0.element, $0.offset) })

    /// The place of a year.
    static func place(of year: Int?) -> Int {
        guard let year else { return 0 }
        return years.contains(year) ? year - years.lowerBound + 1 : yearPlaces - 1
    }

    /// The place of a province; the last places are for others and for none.
    static func place(ofProvince province: String?) -> Int {
        let others = RegionTable.shared.provinces.count
        return province.map { provincePlaces[$0] ?? others } ?? others + 1
    }

    /// The place of a check.
    static func place(of check: Check) -> Int { Code(check.rule).index * 3 + Code(check.outcome).index }

    mutating func add(_ document: PageDocument) {
        files[document.status] += 1
        formats[document.format] += 1
        bytes += document.bytes
        for report in document.reports {
            levels[report.level] += 1
            provinces[report.province] += 1
            for (place, form) in report.forms.enumerated() { forms[place * 3 + form] += 1 }
            for (place, count) in report.cells.enumerated() { cells[place] += count }
            for place in report.checks { checks[place] += 1 }
            for place in report.sizes { sizes[place] += 1 }
        }
    }

    mutating func add(_ check: Check) { checks[PageTally.place(of: check)] += 1 }

    mutating func add(_ other: PageTally) {
        PageTally.add(other.files, to: &files)
        PageTally.add(other.formats, to: &formats)
        PageTally.add(other.levels, to: &levels)
        PageTally.add(other.forms, to: &forms)
        PageTally.add(other.provinces, to: &provinces)
        PageTally.add(other.cells, to: &cells)
        PageTally.add(other.checks, to: &checks)
        PageTally.add(other.sizes, to: &sizes)
        bytes += other.bytes
    }

    private static func add(_ counts: [Int], to sums: inout [Int]) {
        for index in sums.indices { sums[index] += counts[index] }
    }
}
