internal import Codebook
internal import HanText
internal import ReportModel

/// Cuts the lines and grids of a region into pieces.
///
/// Separators (tabs, pipes, cells of a grid) show empty cells; where there are none, blanks only part words.
struct PieceScanner {
    var list = PieceList()
    /// How many of the list's symbols are taken; the others are room.
    var symbolCount = 0
    let trie = Lexicon.shared.forms
    var line: Int32 = 0
    var lineStart = true
    /// Whether something stood since the last separator.
    var hasContent = false
    var sawPipe = false
    var enumeratorKind = Piece.EnumeratorKind.none
    var enumerator: UInt8 = 0
    private var pageBreak = false
    private var pipesMakeRows = false
    private var knowsPipes = false
    /// Pipes stand between cells only: one at the end of a row closes nothing, an empty cell follows it.
    private var pipesStandBetween = false

    static func scan(_ document: Document, _ lines: Range<Int>, except furniture: [Int]) -> PieceList {
        var scanner = PieceScanner()
        scanner.list.pieces.reserveCapacity(320)
        scanner.list.texts.reserveCapacity(160)
        let text = document.text.span
        let source = document.lines.span
        let table = Lexicon.shared.glyphs
        let glyphs = table.span
        for index in lines {
            let line = source[index]
            if beginsWithFraction(text, line.span) { scanner.doubtLastFigure() }
            if !furniture.isEmpty, furniture.contains(index) {
                scanner.notePageBreak()
            } else if line.grid >= 0 {
                scanner.scan(document.grids[Int(line.grid)], text, glyphs)
            } else if PieceScanner.isRow(text, line.span) {
                scanner.line += 1
                scanner.lineStart = true
                let first = scanner.list.pieces.count
                scanner.scanTabs(line, text, glyphs)
                scanner.endLine(first)
            } else {
                let shape = LineShape(text, line.span)
                if shape.hasPipes && !scanner.knowsPipes { scanner.notePipes(document, lines) }
                scanner.scan(line, shape, text, glyphs)
            }
        }
        return scanner.list
    }

    /// Whether a line begins with a point and a digit: the rest of a figure that the line's end has cut.
    private static func beginsWithFraction(_ text: Span<UInt8>, _ span: SourceSpan) -> Bool {
        let start = Int(span.start)
        return start + 1 < Int(span.end) && text[start] == 0x2E && text[start + 1] &- 0x30 <= 9
    }

    /// A part of a figure is not the figure.
    private mutating func doubtLastFigure() {
        guard let last = list.pieces.lastIndex(where: { $0.kind != .blank }), list.pieces[last].kind == .number else { return }
        list.pieces[last].kind = .junk
    }

    /// Whether a line is clearly a row of fields parted by tabs: one tab at least, something that makes no rule, and no blanks at its
    /// ends that want a closer look.
    private static func isRow(_ text: Span<UInt8>, _ span: SourceSpan) -> Bool {
        var index = Int(span.start)
        let end = Int(span.end)
        guard end - index >= 3, isFirm(text[index]) || text[index] >= 0xE4 && text[index] <= 0xE9,
            isFirm(text[end - 1]) || text[end - 3] >= 0xE4 && text[end - 3] <= 0xE9
        else { return false }
        var hasTab = false
        var hasWord = false
        while index < end {
            let byte = text[index]
            if byte == 0x09 {
                if hasWord { return true }
                hasTab = true
                index += 1
            } else if byte >= 0x30 && byte != 0x3A && byte != 0x3D && byte != 0x7C {
                if hasTab { return true }
                hasWord = true
                // Three bytes are one character, or the first three of four.
                index += byte >= 0xE0 ? 3 : 1
            } else {
                index += 1
            }
        }
        return false
    }

    /// A tab or a visible ASCII character.
    private static func isFirm(_ byte: UInt8) -> Bool { byte == 0x09 || byte > 0x20 && byte < 0x7F }

    /// Tells lines that are rows of a table from lines that are one cell each: where pipes part the cells of a line, many lines
    /// hold several.
    private mutating func notePipes(_ document: Document, _ lines: Range<Int>) {
        let text = document.text.span
        var several = 0
        var single = 0
        var open = 0
        for index in lines where document.lines[index].grid < 0 {
            let shape = LineShape(text, document.lines[index].span)
            guard shape.hasPipes && !shape.isRule else { continue }
            if shape.filledCells > 1, text[shape.start] != 0x7C, text[shape.end - 1] != 0x7C { open += 1 }
            // So many cells are a row, even if it is the only one.
            if shape.filledCells >= 5 { several += 2 } else if shape.filledCells > 1 { several += 1 } else if shape.filledCells == 1 { single += 1 }
        }
        pipesMakeRows = several >= max(2, single / 4)
        pipesStandBetween = open >= 2
        knowsPipes = true
    }

    // MARK: - Grids

    private mutating func scan(_ grid: Grid, _ text: Span<UInt8>, _ glyphs: Span<UInt16>) {
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
            scan(text, glyphs, Int(cell.span.start), Int(cell.span.end), context)
            if list.pieces.count == before { append(.blank, cell.span, context, cell.column, cell.column + cell.columnSpan) }
        }
        enumeratorKind = .none
        hasContent = false
        sawPipe = false
    }

    // MARK: - Lines

    private mutating func scan(_ source: Line, _ shape: LineShape, _ text: Span<UInt8>, _ glyphs: Span<UInt16>) {
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
        if shape.hasTabs {
            scanTabs(source, text, glyphs)
        } else if shape.hasPipes {
            scanPipes(source, shape, text, glyphs)
        } else {
            let indent = PieceScanner.width(text, Int(source.span.start), shape.start)
            let context = StretchContext(
                locator: source.locator, flags: sawPipe ? [.delimited] : [], column: indent.columns, width: 0,
                isCell: false, characters: indent.characters)
            scan(text, glyphs, shape.start, shape.end, context)
            if list.pieces.count > firstPiece { hasContent = true }
            if list.pieces.count == firstPiece + 1 {
                list.pieces[firstPiece].flags.insert(.alone)
            } else if sawPipe {
                // Pipes on lines of their own: the line is one cell.
                for index in firstPiece..<list.pieces.count {
                    list.pieces[index].left = 0
                    list.pieces[index].right = 1
                }
            }
        }
        endLine(firstPiece)
    }

    /// A number that stands alone on the first line behind a page break may be a page's.
    private mutating func endLine(_ firstPiece: Int) {
        guard pageBreak, firstPiece < list.pieces.count else { return }
        if list.pieces[firstPiece].kind == .number, list.pieces.count == firstPiece + 1 {
            list.pieces[firstPiece].flags.insert(.besidePageBreak)
        }
        pageBreak = false
    }

    private mutating func notePageBreak() {
        if let last = list.pieces.indices.last, list.pieces[last].kind == .number, list.pieces[last].flags.contains(.alone) {
            list.pieces[last].flags.insert(.besidePageBreak)
        }
        pageBreak = true
    }

    /// Fields parted by tabs. Empty fields in front of the first text are where merged cells stood, and say nothing.
    private mutating func scanTabs(_ source: Line, _ text: Span<UInt8>, _ glyphs: Span<UInt16>) {
        let firstPiece = list.pieces.count
        var start = Int(source.span.start)
        let end = Int(source.span.end)
        var context = StretchContext(
            locator: source.locator, flags: [.delimited, .rowwise], column: 0, width: 1, isCell: true)
        var sawText = false
        while true {
            // Most fields are a figure or nothing.
            var stop = start
            var value: Int64 = 0
            while stop < end && stop < start + 9 && text[stop] &- 0x30 <= 9 {
                value = value &* 10 &+ Int64(text[stop] &- 0x30)
                stop += 1
            }
            if stop == end || text[stop] == 0x09 {
                if stop > start {
                    appendNumber(value, SourceSpan(start, stop), context)
                } else {
                    append(.blank, SourceSpan(start, stop), context, context.column, context.column + 1)
                }
            } else {
                while stop < end && text[stop] != 0x09 { stop += 1 }
                let before = list.pieces.count
                scan(text, glyphs, start, stop, context)
                if list.pieces.count == before {
                    append(.blank, SourceSpan(start, stop), context, context.column, context.column + 1)
                } else if !sawText {
                    sawText = dropLead(firstPiece, before)
                }
            }
            context.column += 1
            guard stop < end else { break }
            start = stop + 1
        }
        hasContent = false
        sawPipe = false
    }

    /// Takes away the empty cells in front of a row's first text. False where the cell holds no text.
    private mutating func dropLead(_ first: Int, _ cell: Int) -> Bool {
        // Text before the cell there is none.
        guard let last = list.texts.last, last >= cell else { return false }
        if first < cell, list.pieces[first..<cell].allSatisfy({ $0.kind == .blank }) {
            list.pieces.removeSubrange(first..<cell)
            list.pieces[first].flags.insert(.startsLine)
            let dropped = Int32(cell - first)
            for index in list.texts.indices.reversed() {
                guard list.texts[index] >= cell else { break }
                list.texts[index] -= dropped
            }
        }
        return true
    }

    /// Cells parted by pipes. A pipe with nothing since the last one closes an empty cell, unless it opens a line.
    private mutating func scanPipes(_ source: Line, _ shape: LineShape, _ text: Span<UInt8>, _ glyphs: Span<UInt16>) {
        let isRow = pipesMakeRows
        var context = StretchContext(
            locator: source.locator, flags: isRow ? [.delimited, .rowwise] : [.delimited], column: 0, width: 1, isCell: true)
        var start = shape.start
        var opensLine = true
        let firstPiece = list.pieces.count
        var sawText = false
        if isRow { hasContent = false }
        while true {
            var stop = start
            while stop < shape.end && text[stop] != 0x7C { stop += 1 }
            let before = list.pieces.count
            scan(text, glyphs, start, stop, context)
            if list.pieces.count > before { hasContent = true }
            if isRow, !sawText { sawText = dropLead(firstPiece, before) }
            guard stop < shape.end else { break }
            let isLeading = opensLine && list.pieces.count == before && (shape.hasContent || !sawPipe)
            if !hasContent && !isLeading { append(.blank, SourceSpan(start, stop), context, context.column, context.column + 1) }
            if !isLeading { context.column += 1 }
            hasContent = false
            sawPipe = true
            opensLine = false
            start = stop + 1
        }
        if isRow, pipesStandBetween, !hasContent, sawText, text[shape.start] != 0x7C {
            append(.blank, SourceSpan(shape.end, shape.end), context, context.column, context.column + 1)
        }
    }
}
