import Bytes
import ReportModel
import Tables

/// What the page counts of one document, so that it can be counted again without the document.
struct PageDocument {
    var path: String
    var status: Int
    var format: Int
    var bytes: Int64
    var findings: [Finding]
    var reports: [PageEntry]

    init(_ file: FileRecord, reports: [Report]) {
        path = file.path
        status = Code(file.status).index
        format = Code(file.format).index
        bytes = file.bytes
        findings = file.findings
        self.reports = reports.map { PageEntry($0) }
    }

    func append(to packed: inout PackedWriter) {
        packed.append(path)
        packed.append(status)
        packed.append(format)
        packed.append(signed: bytes)
        packed.append(findings.count)
        for finding in findings {
            packed.append(Stage.allCases.firstIndex(of: finding.stage) ?? 0)
            packed.append(finding.severity == .error ? 1 : 0)
            packed.append(FindingCode.allCases.firstIndex(of: finding.code) ?? 0)
            packed.append(finding.message)
            packed.append(Int(finding.locator.page))
            packed.append(Int(finding.locator.table))
            packed.append(signed: Int64(finding.locator.row))
            packed.append(Int(finding.locator.cell))
        }
        packed.append(reports.count)
        for report in reports { report.append(to: &packed) }
    }

    init(from packed: inout PackedReader) {
        path = packed.text()
        status = packed.count(atMost: FileStatus.allCases.count - 1)
        format = packed.count(atMost: DocumentFormat.allCases.count - 1)
        bytes = packed.signed()
        findings = []
        for _ in 0..<packed.count(atMost: 1 << 24) where packed.isSound {
            let stage = Stage.allCases[packed.count(atMost: Stage.allCases.count - 1)]
            let severity: Severity = packed.count(atMost: 1) == 1 ? .error : .warning
            let code = FindingCode.allCases[packed.count(atMost: FindingCode.allCases.count - 1)]
            let message = packed.text()
            let page = UInt16(truncatingIfNeeded: packed.number())
            let table = UInt16(truncatingIfNeeded: packed.number())
            let row = Int32(truncatingIfNeeded: packed.signed())
            let locator = Locator(table: table, row: row, cell: UInt16(truncatingIfNeeded: packed.number()), page: page)
            findings.append(Finding(stage, severity, code, message, at: locator))
        }
        reports = []
        for _ in 0..<packed.count(atMost: 1 << 24) where packed.isSound { reports.append(PageEntry(from: &packed)) }
    }
}

/// What the page counts of one report. Numbers are places in the lists of ``PageTally``.
struct PageEntry {
    /// The issuer, or the title where it is not known.
    var name: String
    var year: Int?
    var level: Int
    var province: Int
    var forms: [Int]
    /// Reported, blank, inferred, unreadable, absent.
    var cells: [Int]
    var checks: [Int]
    var sizes: [Int]

    init(_ report: Report) {
        let counts = CellCounts(report)
        name = report.issuer ?? report.title ?? ""
        year = report.year
        level = report.level.map { Code($0).index } ?? AdministrativeLevel.allCases.count
        province = PageTally.place(ofProvince: report.province)
        forms = StatutoryTable.allCases.map { report.table($0).form.map { Code($0).index } ?? 2 }
        cells = [counts.reported, counts.blank, counts.inferred, counts.unreadable, counts.absent]
        checks = report.checks.map { PageTally.place(of: $0) }
        let place = PageTally.place(of: report.year)
        sizes = Figure.all.enumerated().compactMap { index, figure in
            guard let value = figure.value(in: report), let size = SizeClass.place(of: value) else { return nil }
            return (index * PageTally.yearPlaces + place) * SizeClass.count + size
        }
    }

    func append(to packed: inout PackedWriter) {
        packed.append(name)
        packed.append(signed: Int64(year ?? -1))
        packed.append(level)
        packed.append(province)
        for list in [forms, cells, checks, sizes] {
            packed.append(list.count)
            for number in list { packed.append(number) }
        }
    }

    init(from packed: inout PackedReader) {
        func list(_ packed: inout PackedReader) -> [Int] {
            let count = packed.count(atMost: 1 << 20)
            var numbers: [Int] = []
            for _ in 0..<count where packed.isSound { numbers.append(packed.count()) }
            return numbers
        }
        name = packed.text()
        let year = Int(packed.signed())
        self.year = year < 0 ? nil : year
        level = packed.count(atMost: AdministrativeLevel.allCases.count)
        province = packed.count()
        forms = list(&packed)
        cells = list(&packed)
        checks = list(&packed)
        sizes = list(&packed)
    }
}
