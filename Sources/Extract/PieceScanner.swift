internal import Codebook
internal import HanText
internal import ReportModel

/// Cuts the lines and grids of a region into pieces.
///
/// Separators (tabs, pipes, cells of a grid) show empty cells; where there are none, blanks only part words.
struct PieceScanner {
    var list = PieceList()
    var line: Int32 = 0
    var lineStart = true
    /// Whether something stood since the last separator.
    var hasContent = false
    var sawPipe = false
    var enumeratorKind = Piece.EnumeratorKind.none
    var enumerator: UInt8 = 0
    private var pageBreak = false
    private var pipesMakeRows = false
    /// Pipes stand between cells only: one at the end of a row closes nothing, an empty cell follows it.
    private var pipesStandBetween = false

    static func scan(_ document: Document, _ lines: Range<Int>, except furniture: [Int]) -> PieceList {
        var scanner = PieceScanner()
        scanner.list.pieces.reserveCapacity(320)
        scanner.list.symbols.reserveCapacity(1600)
        let text = document.text.span
        scanner.notePipes(document, lines, text)
        for index in lines {
            let line = document.lines[index]
            if !furniture.isEmpty, furniture.contains(index) {
                scanner.notePageBreak()
            } else if line.grid >= 0 {
                scanner.scan(document.grids[Int(line.grid)], text)
            } else {
                scanner.scan(line, text)
            }
        }
        return scanner.list
    }

    /// Tells lines that are rows of a table from lines that are one cell each: where pipes part the cells of a line, many lines
    /// hold several.
    private mutating func notePipes(_ document: Document, _ lines: Range<Int>, _ text: Span<UInt8>) {
        var several = 0
        var single = 0
        var open = 0
        for index in lines where document.lines[index].grid < 0 {
            let span = document.lines[index].span
            guard span.range.contains(where: { text[$0] == 0x7C }) else { continue }
            let shape = LineShape(text, span)
            guard !shape.isRule else { continue }
            if shape.filledCells > 1, text[shape.start] != 0x7C, text[shape.end - 1] != 0x7C { open += 1 }
            if shape.filledCells > 1 { several += 1 } else if shape.filledCells == 1 { single += 1 }
        }
        pipesMakeRows = several >= max(2, single / 4)
        pipesStandBetween = open >= 2
    }

    // MARK: - Grids

    private mutating func scan(_ grid: Grid, _ text: Span<UInt8>) {
        var row: Int32 = -1
        for cell in grid.cells {
            if cell.row != row {
                row = cell.row
                line += 1
                lineStart = true
            }
            let before = list.pieces.count
            let context = StretchContext(
                locator: cell.locator, flags: [.delimited, .rowwise], column: cell.column, width: cell.columnSpan, isCell: true)
            scan(text, Int(cell.span.start), Int(cell.span.end), context)
            if list.pieces.count == before { append(.blank, cell.span, context, cell.column, cell.column + cell.columnSpan) }
        }
        enumeratorKind = .none
        hasContent = false
        sawPipe = false
    }

    // MARK: - Lines

    private mutating func scan(_ source: Line, _ text: Span<UInt8>) {
        let shape = LineShape(text, source.span)
        if shape.hasFormFeed { notePageBreak() }
        guard shape.isFurniture == false else {
            notePageBreak()
            return
        }
        guard shape.start < shape.end else { return }
        if shape.isRule { return }
        line += 1
        lineStart = true
        let firstPiece = list.pieces.count
        if shape.tabs > 0 {
            scanTabs(source, shape, text)
        } else if shape.pipes > 0 {
            scanPipes(source, shape, text)
        } else {
            let indent = width(text, Int(source.span.start), shape.start)
            let context = StretchContext(
                locator: source.locator, flags: sawPipe ? [.delimited] : [], column: indent.columns, width: 0,
                isCell: false, characters: indent.characters)
            scan(text, shape.start, shape.end, context)
            if list.pieces.count > firstPiece { hasContent = true }
            if list.pieces.count == firstPiece + 1 { list.pieces[firstPiece].flags.insert(.alone) }
        }
        if pageBreak, firstPiece < list.pieces.count {
            if list.pieces[firstPiece].kind == .number, list.pieces.count == firstPiece + 1 {
                list.pieces[firstPiece].flags.insert(.besidePageBreak)
            }
            pageBreak = false
        }
    }

    private mutating func notePageBreak() {
        if let last = list.pieces.indices.last, list.pieces[last].kind == .number, list.pieces[last].flags.contains(.alone) {
            list.pieces[last].flags.insert(.besidePageBreak)
        }
        pageBreak = true
    }

    /// Fields parted by tabs. Empty fields in front of the first text are where merged cells stood, and say nothing.
    private mutating func scanTabs(_ source: Line, _ shape: LineShape, _ text: Span<UInt8>) {
        let firstPiece = list.pieces.count
        var start = Int(source.span.start)
        let end = Int(source.span.end)
        var field: Int32 = 0
        var sawText = false
        while true {
            var stop = start
            while stop < end && text[stop] != 0x09 { stop += 1 }
            let before = list.pieces.count
            let context = StretchContext(
                locator: source.locator, flags: [.delimited, .rowwise], column: field, width: 1, isCell: true)
            scan(text, start, stop, context)
            if list.pieces.count == before { append(.blank, SourceSpan(start, stop), context, field, field + 1) }
            dropLead(firstPiece, before, &sawText)
            field += 1
            guard stop < end else { break }
            start = stop + 1
        }
        hasContent = false
        sawPipe = false
    }

    /// Takes away the empty cells in front of a row's first text.
    private mutating func dropLead(_ first: Int, _ cell: Int, _ sawText: inout Bool) {
        guard !sawText, list.pieces[cell...].contains(where: { $0.kind == .text }) else { return }
        sawText = true
        guard list.pieces[first..<cell].allSatisfy({ $0.kind == .blank }) else { return }
        list.pieces.removeSubrange(first..<cell)
        list.pieces[first].flags.insert(.startsLine)
    }

    /// Cells parted by pipes. A pipe with nothing since the last one closes an empty cell, unless it opens a line.
    private mutating func scanPipes(_ source: Line, _ shape: LineShape, _ text: Span<UInt8>) {
        let isRow = pipesMakeRows
        var flags: Piece.Flags = [.delimited]
        if isRow { flags.insert(.rowwise) }
        var start = shape.start
        var opensLine = true
        var field: Int32 = 0
        let firstPiece = list.pieces.count
        var sawText = false
        if isRow { hasContent = false }
        while true {
            var stop = start
            while stop < shape.end && text[stop] != 0x7C { stop += 1 }
            let before = list.pieces.count
            let context = StretchContext(locator: source.locator, flags: flags, column: field, width: 1, isCell: true)
            scan(text, start, stop, context)
            if list.pieces.count > before { hasContent = true }
            if isRow { dropLead(firstPiece, before, &sawText) }
            guard stop < shape.end else { break }
            let isLeading = opensLine && list.pieces.count == before && (shape.hasContent || !sawPipe)
            if !hasContent && !isLeading { append(.blank, SourceSpan(start, stop), context, field, field + 1) }
            if !isLeading { field += 1 }
            hasContent = false
            sawPipe = true
            opensLine = false
            start = stop + 1
        }
        if isRow, pipesStandBetween, !hasContent, sawText, text[shape.start] != 0x7C {
            append(.blank, SourceSpan(shape.end, shape.end), StretchContext(locator: source.locator, flags: flags, column: field, width: 1, isCell: true), field, field + 1)
        }
    }
}
