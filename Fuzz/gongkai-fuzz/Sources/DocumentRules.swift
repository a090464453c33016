import ReportModel

/// What holds for every document: spans lie in the text, lines follow one another, a grid's cells tile no place twice.
struct DocumentRules {
    /// - Parameter source: the bytes of the file, where the document is all of it.
    func check(_ document: Document, source: [UInt8]?) {
        require(String(validating: document.text, as: UTF8.self) != nil, "the text is not UTF-8")
        let last = source.map { lineCount($0, document) }
        var end = 0
        var number: Int32 = 1
        var anchors: [Int32] = []
        for line in document.lines {
            requireInside(line.span, document)
            if line.grid >= 0 {
                anchors.append(line.grid)
            } else {
                require(Int(line.span.start) >= end || line.span.isEmpty, "lines overlap at byte \(line.span.start)")
                end = max(end, Int(line.span.end))
            }
            require(line.number >= 1, "a line without a number")
            if document.format == .text {
                require(line.number >= number, "line \(line.number) stands behind line \(number)")
                number = line.number
            }
            if let last { require(Int(line.number) <= last, "line \(line.number) of \(last)") }
        }
        require(anchors == Array(0..<Int32(document.grids.count)), "grids and their places in the text do not agree: \(anchors)")
        for grid in document.grids { check(grid, document) }
    }

    /// How many lines the source can have; nil where its numbers do not count lines.
    private func lineCount(_ source: [UInt8], _ document: Document) -> Int {
        switch document.format {
        case .text, .html: 1 + source.count { $0 == 0x0A || $0 == 0x0D }
        default: .max
        }
    }

    private func requireInside(_ span: SourceSpan, _ document: Document) {
        require(span.start >= 0 && span.start <= span.end && Int(span.end) <= document.text.count, "a span outside the text: \(span)")
        for edge in [Int(span.start), Int(span.end)] where edge < document.text.count {
            require(document.text[edge] & 0xC0 != 0x80, "a span cuts a character at byte \(edge)")
        }
    }

    private func check(_ grid: Grid, _ document: Document) {
        var taken: Set<Int> = []
        for cell in grid.cells {
            requireInside(cell.span, document)
            require(cell.rowSpan >= 1 && cell.columnSpan >= 1, "a cell without extent")
            require(cell.row >= 0 && cell.column >= 0, "a cell outside its table")
            require(Int(cell.row + cell.rowSpan) <= grid.rows, "a cell below its table")
            require(Int(cell.column + cell.columnSpan) <= grid.columns, "a cell right of its table")
            require(!cell.locator.isNone, "a cell without a place")
            // Looking at each place of a very large cell is of no use.
            guard cell.rowSpan < 100, cell.columnSpan < 100 else { continue }
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                    require(taken.insert(Int(row) << 32 | Int(column)).inserted, "two cells at row \(row), column \(column)")
                }
            }
        }
    }
}
