import Bytes
import ReportModel
import Tables

/// Writes all tables as Parquet.
final class ParquetWriter: FormatWriter {
    private let options: ParquetOptions
    private let layouts: ParquetLayouts
    private let space: any OutputSpace
    private let pages: PageWriter
    private let files: TableFiles
    private let errors: TableFiles
    private let sections: TableFiles
    private let facts: TableFiles
    private let disclosures: TableFiles
    private let applications: TableFiles
    private let proceedings: TableFiles
    /// The roles of the columns of the three statutory tables.
    private let disclosureRoles: [CellRole]
    private let applicationRoles: [CellRole]
    private let proceedingRoles: [CellRole]
    /// Lanes so far, and reports.
    private var lanes = 0
    private var reports = 0

    init(_ options: ParquetOptions, _ layouts: ParquetLayouts, in space: any OutputSpace) throws(WriteFailure) {
        self.options = options
        self.layouts = layouts
        self.space = space
        let pages = PageWriter(isCompressed: options.compression == .gzip)
        self.pages = pages
        func make(_ table: Table) throws(WriteFailure) -> TableFiles {
            try TableFiles(layouts[table], options, in: space, with: pages)
        }
        files = try make(.files)
        errors = try make(.errors)
        sections = try make(.sections)
        facts = try make(.facts)
        disclosures = try make(.disclosures)
        applications = try make(.applications)
        proceedings = try make(.proceedings)
        disclosureRoles = CellRole.roles(of: layouts[.disclosures])
        applicationRoles = CellRole.roles(of: layouts[.applications])
        proceedingRoles = CellRole.roles(of: layouts[.proceedings])
    }

    func append(_ lane: any FormatLane) throws(WriteFailure) {
        guard let lane = lane as? ParquetLane else { preconditionFailure("a lane of another format") }
        lanes += 1
        try files.file(nil).append(0..<lane.files.rows, of: lane.files, number: lanes)
        try errors.file(nil).append(0..<lane.errors.rows, of: lane.errors, number: lanes)
        if options.partition == .none {
            try sections.file(nil).append(0..<lane.sections.rows, of: lane.sections, number: lanes)
            try facts.file(nil).append(0..<lane.facts.rows, of: lane.facts, number: lanes)
        }
        var sectionStart = 0
        var factStart = 0
        for (index, report) in lane.reports.enumerated() {
            let year = report.year
            if options.partition == .year {
                try append(sectionStart..<report.sections, of: lane.sections, year, to: sections)
                try append(factStart..<report.facts, of: lane.facts, year, to: facts)
                sectionStart = report.sections
                factStart = report.facts
            }
            try append(lane.disclosures, index, year, to: disclosures, disclosureRoles)
            try append(lane.applications, index, year, to: applications, applicationRoles)
            try append(lane.proceedings, index, year, to: proceedings, proceedingRoles)
            try keepWithinBounds([sections, facts, disclosures, applications, proceedings])
        }
    }

    /// Reports after which memory is looked at.
    private static let stride = 16

    /// A year without a row has no file.
    private func append(
        _ rows: Range<Int>, of lane: borrowing TableLane, _ year: Int?, to table: TableFiles
    ) throws(WriteFailure) {
        if !rows.isEmpty { try table.file(year).append(rows, of: lane, number: lanes) }
    }

    private func append(
        _ lane: borrowing CellLane, _ index: Int, _ year: Int?, to table: TableFiles, _ roles: [CellRole]
    ) throws(WriteFailure) {
        let run = lane.runs[index]
        if run.count > 0 { try table.file(year).append(run, of: lane, roles, number: lanes) }
    }

    /// Where tables are written in parts, the parts share their memory: the largest is written when they hold too much.
    private func keepWithinBounds(_ tables: [TableFiles]) throws(WriteFailure) {
        if options.partition == .none { return }
        reports += 1
        if reports % ParquetWriter.stride != 0 { return }
        var total = 0
        var largest: (file: TableFile, bytes: Int)?
        for table in tables {
            for file in table.ordered {
                let bytes = file.heldBytes
                total += bytes
                if bytes > largest?.bytes ?? 0 { largest = (file, bytes) }
            }
        }
        if total > options.limits.partitions { try largest?.file.writeGroup() }
    }

    func finish(_ late: LateRows, _ facts: RunFacts) throws(WriteFailure) -> [WrittenFile] {
        let version = facts.toolVersion
        let early = TableWork { [self] () throws(WriteFailure) in
            var written: [WrittenFile] = []
            for table in [files, errors, sections, self.facts, disclosures, applications, proceedings] {
                written += try table.finish(toolVersion: version)
            }
            return written + (try writeCodebook(toolVersion: version))
        }
        // Tables in parts share their memory, and only a report's own row knows its year.
        let parts: [[Table]] = options.partition == .year ? [[.reports, .checks, .panel]] : [[.reports, .panel], [.checks]]
        let late = parts.map { tables in
            TableWork { [self] () throws(WriteFailure) in try write(tables, of: late, toolVersion: version) }
        }
        let written = try TableWork.files(of: late + [early], space.concurrently)
        return Table.allCases.flatMap { table in written.filter { $0.table == table } }
    }

    private func writeCodebook(toolVersion: String) throws(WriteFailure) -> [WrittenFile] {
        let table = try TableFiles(layouts[.codebook], options, in: space, with: pages)
        var lane = TableLane(layouts[.codebook])
        Rows.codebook(into: &lane)
        try table.file(nil).append(0..<lane.rows, of: lane, number: 1)
        return try table.finish(toolVersion: toolVersion)
    }

    /// Writes some of the late tables.
    private func write(
        _ tables: [Table], of late: LateRows, toolVersion: String
    ) throws(WriteFailure) -> [WrittenFile] {
        let pages = PageWriter(isCompressed: options.compression == .gzip)
        var files: [Table: TableFiles] = [:]
        for table in tables { files[table] = try TableFiles(layouts[table], options, in: space, with: pages) }
        let ordered = tables.compactMap { files[$0] }
        let yearColumn = Table.reports.schema.index(of: ParquetLayouts.partitionColumn) ?? 0
        // Reports that are taken over at a time; reports of several years never are.
        let stride = options.partition == .year ? 1 : 64
        var reports = TableLane(layouts[.reports])
        var checks = TableLane(layouts[.checks])
        var panel = TableLane(layouts[.panel])
        var given = 0
        var number = 0
        func takeOver(_ lane: inout TableLane, _ year: Int?, into files: TableFiles?) throws(WriteFailure) {
            if lane.rows > 0 { try files?.file(year).append(0..<lane.rows, of: lane, number: number) }
            lane.removeAll()
        }
        func takeOver(
            _ reports: inout TableLane, _ checks: inout TableLane, _ panel: inout TableLane
        ) throws(WriteFailure) {
            number += 1
            let year = reports.rows == 0 ? nil : reports.number(row: reports.rows - 1, column: yearColumn)
            try takeOver(&reports, year, into: files[.reports])
            try takeOver(&checks, year, into: files[.checks])
            try takeOver(&panel, year, into: files[.panel])
            try keepWithinBounds(ordered)
        }
        try late.replay(Set(tables), reports: &reports, checks: &checks, panel: &panel) {
            (reports, checks, panel) throws(WriteFailure) in
            given += 1
            if given % stride == 0 { try takeOver(&reports, &checks, &panel) }
        }
        try takeOver(&reports, &checks, &panel)
        var written: [WrittenFile] = []
        for table in ordered { written += try table.finish(toolVersion: toolVersion) }
        return written
    }
}
