import ReportModel

/// Writes pages into a document: lines in reading order, and each table as a grid where it begins.
struct DocumentAssembler {
    private let places: LinePlaces
    private var text: [UInt8] = []
    private var lines: [Line] = []
    private var grids: [Grid] = []

    private init(places: LinePlaces) { self.places = places }

    static func document(of pages: [PageContent]) -> Document {
        var assembler = DocumentAssembler(places: LinePlaces(pages))
        // The table that may go on over the next page, with the page and place where it began.
        var open: PageTable?
        for (index, page) in pages.enumerated() {
            var rest = page
            if let upper = open {
                if let first = page.firstTable, let joined = TableStitcher().stitch(upper, first) {
                    rest.tables.removeFirst()
                    let runsOn = rest.tables.isEmpty && page.lastTable != nil && index + 1 < pages.count
                    open = joined
                    if runsOn {
                        assembler.append(rest, opening: false)
                        continue
                    }
                    assembler.close(&open)
                } else {
                    assembler.close(&open)
                }
            }
            let last = rest.lastTable != nil && index + 1 < pages.count ? rest.tables.last : nil
            assembler.append(rest, opening: last != nil)
            open = last
        }
        assembler.close(&open)
        return Document(
            text: assembler.text, lines: assembler.lines, grids: assembler.grids, format: .pdf, encoding: .utf8)
    }

    /// - Parameter opening: the last table is left open; its anchor is the last line, its grid comes later.
    private mutating func append(_ page: PageContent, opening: Bool) {
        var tables = page.tables[...]
        var number: Int32 = 0
        func place(_ limit: Double, _ assembler: inout DocumentAssembler) {
            while let table = tables.first, table.top < limit {
                tables.removeFirst()
                number += 1
                let at = SourceSpan(assembler.text.count, assembler.text.count)
                let grid = Int32(assembler.grids.count)
                assembler.lines.append(Line(span: at, number: number, page: UInt16(clamping: page.number), grid: grid))
                if !(opening && tables.isEmpty) { assembler.add(table) }
            }
        }
        for line in page.lines {
            place(line.midY, &self)
            number += 1
            lines.append(Line(span: write(places.text(of: line)), number: number, page: UInt16(clamping: page.number)))
        }
        place(.infinity, &self)
    }

    private mutating func close(_ table: inout PageTable?) {
        if let table { add(table) }
        table = nil
    }

    private mutating func add(_ table: PageTable) {
        let ordinal = UInt16(clamping: grids.count + 1)
        var cells: [GridCell] = []
        var (row, cellNumber) = (-1, UInt16(0))
        for cell in table.cells {
            cellNumber = cell.row == row ? cellNumber + 1 : 1
            row = cell.row
            let locator = Locator(
                table: ordinal, row: Int32(cell.row + 1), cell: cellNumber, page: UInt16(clamping: cell.page))
            cells.append(
                GridCell(
                    span: write(cell.text), row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
                    columnSpan: cell.columnSpan, locator: locator))
        }
        grids.append(Grid(rows: table.rows, columns: table.columns, cells: cells))
    }

    private mutating func write(_ scalars: [Unicode.Scalar]) -> SourceSpan {
        let start = text.count
        for scalar in scalars { text += UTF8.encode(scalar)! }
        let span = SourceSpan(start, text.count)
        text.append(UInt8(ascii: "\n"))
        return span
    }
}
