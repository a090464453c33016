import ReportModel
import Tables

/// What is counted while rows are made, to be held against what was written and to be told in `run.json`.
struct Tally: Sendable {
    /// By place in ``FileStatus``, ``ReportStatus`` and ``FindingCode``.
    var files = [Int](repeating: 0, count: FileStatus.allCases.count)
    var reports = [Int](repeating: 0, count: ReportStatus.allCases.count)
    var problems = [Int](repeating: 0, count: FindingCode.allCases.count)
    var findings = 0
    /// The cells of every report's recognised forms.
    var cells = 0
    var bytesRead: Int64 = 0

    mutating func count(_ file: FileRecord) {
        files[Code(file.status).index] += 1
        findings += file.findings.count
        bytesRead += file.bytes
        for finding in file.findings { problems[Code(finding.code).index] += 1 }
    }

    mutating func count(_ report: Report) {
        reports[Code(report.status).index] += 1
        for kind in StatutoryTable.allCases {
            if let form = report.table(kind).form { cells += CellCatalogue.shared.cells(form, kind).count }
        }
    }

    mutating func add(_ other: Tally) {
        for index in files.indices { files[index] += other.files[index] }
        for index in reports.indices { reports[index] += other.reports[index] }
        for index in problems.indices { problems[index] += other.problems[index] }
        findings += other.findings
        cells += other.cells
        bytesRead += other.bytesRead
    }
}
