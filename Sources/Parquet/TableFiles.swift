import Tables

/// The file of a table, or its files by year.
final class TableFiles {
    let layout: TableLayout
    private let options: ParquetOptions
    private let space: any OutputSpace
    private let pages: PageWriter
    private let isParted: Bool
    /// By year; under ``noYear`` reports without one, and all of a table that is not parted.
    private var files: [Int: TableFile] = [:]

    private static let noYear = Int.max

    init(
        _ layout: TableLayout, _ options: ParquetOptions, in space: any OutputSpace, with pages: PageWriter
    ) throws(WriteFailure) {
        self.layout = layout
        self.options = options
        self.space = space
        self.pages = pages
        isParted = options.partition == .year && layout.table.isOfReports
        // A table without a row has its file too.
        if !isParted { _ = try file(nil) }
    }

    /// The file for the rows of a year.
    func file(_ year: Int?) throws(WriteFailure) -> TableFile {
        let key = isParted ? year ?? TableFiles.noYear : TableFiles.noYear
        if let file = files[key] { return file }
        let file = try TableFile(layout, options, to: try space.makeFile(name(key)), with: pages)
        files[key] = file
        return file
    }

    private func name(_ key: Int) -> String {
        let table = layout.table.rawValue
        if !isParted { return "\(table).parquet" }
        // What Hive and those who learned from it call a missing value.
        let value = key == TableFiles.noYear ? "__HIVE_DEFAULT_PARTITION__" : String(key)
        return "\(table)/\(ParquetLayouts.partitionColumn)=\(value)/part-0.parquet"
    }

    /// Files in the order of their years.
    var ordered: [TableFile] { files.sorted { $0.key < $1.key }.map(\.value) }

    func finish(toolVersion: String) throws(WriteFailure) -> [WrittenFile] {
        if files.isEmpty { _ = try file(nil) }
        var written: [WrittenFile] = []
        for file in ordered { written.append(try file.finish(toolVersion: toolVersion)) }
        files = [:]
        return written
    }
}
