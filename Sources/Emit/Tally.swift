import ReportModel
import Tables

/// What is counted of files and reports when rows are made of them, to be held against what was written and to be told in
/// `run.json`.
struct Tally: Sendable {
    /// By place in ``FileStatus``, ``ReportStatus`` and ``FindingCode``.
    var files = [Int](repeating: 0, count: FileStatus.allCases.count)
    var reports = [Int](repeating: 0, count: ReportStatus.allCases.count)
    var problems = [Int](repeating: 0, count: FindingCode.allCases.count)
    /// By place in ``Table``.
    var rows = [Int](repeating: 0, count: Table.allCases.count)
    var bytesRead: Int64 = 0
    /// Statutory cells with a value, and those whose value is zero.
    var values = 0
    var zeros = 0

    mutating func add(_ file: FileRecord) {
        files[Code(file.status).index] += 1
        rows[Table.files.index] += 1
        rows[Table.errors.index] += file.findings.count
        bytesRead += file.bytes
        for finding in file.findings { problems[Code(finding.code).index] += 1 }
    }

    mutating func add(_ report: Report) {
        reports[Code(report.status).index] += 1
        rows[Table.reports.index] += 1
        rows[Table.panel.index] += 1
        rows[Table.sections.index] += report.sections.count
        rows[Table.facts.index] += report.facts.count
        rows[Table.checks.index] += report.checks.count
        rows[Table.disclosures.index] += Tally.cells(report, .disclosures)
        rows[Table.applications.index] += Tally.cells(report, .applications)
        rows[Table.proceedings.index] += Tally.cells(report, .proceedings)
        count(report.disclosures)
        count(report.applications)
        count(report.proceedings)
    }

    private mutating func count(_ table: FormTable) {
        if table.form == nil { return }
        let cells = table.cells.span
        for index in cells.indices {
            guard let value = cells[index].value else { continue }
            values += 1
            if value.mantissa == 0 { zeros += 1 }
        }
    }

    private static func cells(_ report: Report, _ table: StatutoryTable) -> Int {
        report.table(table).form.map { CellCatalogue.shared.cells($0, table).count } ?? 0
    }

    mutating func amend(_ status: ReportStatus, to amended: ReportStatus, addingChecks checks: Int) {
        rows[Table.checks.index] += checks
        reports[Code(status).index] -= 1
        reports[Code(amended).index] += 1
    }

    mutating func add(_ other: Tally) {
        for index in files.indices { files[index] += other.files[index] }
        for index in reports.indices { reports[index] += other.reports[index] }
        for index in problems.indices { problems[index] += other.problems[index] }
        for index in rows.indices { rows[index] += other.rows[index] }
        bytesRead += other.bytesRead
        values += other.values
        zeros += other.zeros
    }

    func facts(_ manifest: RunManifest, startedAt: String, duplicates: Int) -> RunFacts {
        let codes = FindingCode.allCases
        let found = codes.indices.filter { problems[$0] > 0 }
            .sorted { (problems[$1], $0) < (problems[$0], $1) }
        return RunFacts(
            toolVersion: manifest.toolVersion, startedAt: startedAt,
            files: Dictionary(uniqueKeysWithValues: FileStatus.allCases.map { ($0, files[Code($0).index]) }),
            reports: Dictionary(uniqueKeysWithValues: ReportStatus.allCases.map { ($0, reports[Code($0).index]) }),
            problems: found.map { (codes[$0], problems[$0]) }, rows: Table.allCases.map { ($0, rows[$0.index]) },
            duplicates: duplicates, bytesRead: bytesRead)
    }
}
