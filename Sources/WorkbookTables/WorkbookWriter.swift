import ReportModel
import Tables

/// Writes the workbook when all rows are known: a table that is too long for a sheet is then left out, and has cost neither memory
/// nor a sheet.
final class WorkbookWriter: FormatWriter {
    private let space: any OutputSpace
    private let rowLimit: Int
    /// In the order of ``Table``, without the late ones and the codebook.
    private var spools: [TableSpool] = []

    init(in space: any OutputSpace, rowLimit: Int) throws(WriteFailure) {
        self.space = space
        self.rowLimit = rowLimit
        for table in Table.allCases where !table.isLate && table != .codebook {
            spools.append(
                try TableSpool(
                    table, in: space, name: ".xlsx-\(table.rawValue)", rowLimit: SheetLimits.rows(of: table, atMost: rowLimit),
                    byteLimit: SheetLimits.bytes))
        }
    }

    func append(_ lane: any FormatLane) throws(WriteFailure) {
        guard let lane = lane as? SpoolLane else { preconditionFailure("a lane of another format") }
        for spool in spools { try spool.append(lane) }
    }

    func finish(_ late: LateRows, _ facts: RunFacts) throws(WriteFailure) -> [WrittenFile] {
        let path = "\(space.path)/\(WorkbookFormat.fileName)"
        let workbook = try Workbook(path: path, folder: space.path)
        let front = try workbook.addSheet(FrontSheet.name)
        var sheets: [TableSheet] = []
        var leftOut: Set<Table> = []
        for (table, count) in facts.rows {
            let isTooLong = count > SheetLimits.rows(of: table, atMost: rowLimit) || spools.contains { $0.table == table && $0.isGivenUp }
            if isTooLong { leftOut.insert(table) }
            sheets.append(TableSheet(table, isTooLong ? nil : try workbook.addSheet(table.rawValue)))
        }

        let places = ErrorPlaces()
        for table in [Table.files, .reports, .errors] { sheets[table.index].share(places) }
        // The problems first: what links to them must know where they are.
        for spool in spools.sorted(by: { ($0.table == .errors ? 0 : 1) < ($1.table == .errors ? 0 : 1) }) {
            try spool.replay(into: &sheets[spool.table.index]) { (sheet) throws(WriteFailure) in try check(sheet, path) }
        }
        Rows.codebook(into: &sheets[Table.codebook.index])
        var (reports, checks, panel) = (sheets[Table.reports.index], sheets[Table.checks.index], sheets[Table.panel.index])
        try late.replay(reports: &reports, checks: &checks, panel: &panel) { (reports, checks, panel) throws(WriteFailure) in
            if let row = checks.takeFailingRow(), !leftOut.contains(.checks) {
                reports.link("checks_failed", to: .checks, row: row)
            }
            for sheet in [reports, checks, panel] { try check(sheet, path) }
        }
        for sheet in sheets {
            sheet.finish()
            try check(sheet, path)
        }
        FrontSheet.write(facts, leftOut: leftOut, cut: sheets.map { ($0.table, $0.cut) }, into: front)
        try workbook.close()
        return [try space.measure(WorkbookFormat.fileName)]
    }

    private func check(_ sheet: TableSheet, _ path: String) throws(WriteFailure) {
        if let failure = sheet.failure { throw WriteFailure(path: path, reason: "\(sheet.table.rawValue): \(failure)") }
    }
}
