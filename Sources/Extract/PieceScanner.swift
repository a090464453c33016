internal import Codebook
internal import HanText
internal import ReportModel

/// Cuts the lines and grids of a region into pieces.
///
/// Separators (tabs, pipes, cells of a grid) show empty cells; where there are none, blanks only part words.
struct PieceScanner {
    var list = PieceList()
    private var line: Int32 = 0
    private var lineStart = true
    /// Whether something stood since the last separator.
    private var hasContent = false
    private var sawPipe = false
    private var enumeratorKind = Piece.EnumeratorKind.none
    private var enumerator: UInt8 = 0
    private var pageBreak = false
    private var pipesMakeRows = false

    static func scan(_ document: Document, _ lines: Range<Int>) -> PieceList {
        var scanner = PieceScanner()
        scanner.list.pieces.reserveCapacity(320)
        scanner.list.symbols.reserveCapacity(1600)
        let text = document.text.span
        scanner.notePipes(document, lines, text)
        for index in lines {
            let line = document.lines[index]
            if line.grid >= 0 {
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
        for index in lines where document.lines[index].grid < 0 {
            let span = document.lines[index].span
            guard span.range.contains(where: { text[$0] == 0x7C }) else { continue }
            let shape = LineShape(text, span)
            guard !shape.isRule else { continue }
            if shape.filledCells > 1 { several += 1 } else if shape.filledCells == 1 { single += 1 }
        }
        pipesMakeRows = several >= max(2, single / 4)
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
    }

    // MARK: - Stretches

    private struct StretchContext {
        var locator: Locator
        var flags: Piece.Flags
        var column: Int32
        var width: Int32
        /// A cell: its bounds are known. Otherwise columns are counted along the line.
        var isCell: Bool
        var characters: Int32 = 0
    }

    /// Cuts one cell, or one line without separators.
    private mutating func scan(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ context: StretchContext) {
        var index = start
        var column = context.column
        var characters = context.characters
        var textCharacters: Int32 = 0
        var textStart = -1
        var textEnd = -1
        var textColumn: Int32 = 0
        var textRight: Int32 = 0
        var symbolStart = list.symbols.count
        var afterBlank = true
        var previous: UInt32 = 0
        let lexicon = Lexicon.shared

        func flush(_ scanner: inout PieceScanner) {
            if scanner.list.symbols.count > symbolStart {
                var piece = scanner.makePiece(
                    .text, SourceSpan(textStart, textEnd), context, context.isCell ? context.column : textColumn,
                    context.isCell ? context.column + context.width : textRight)
                piece.narrowLeft = textCharacters
                piece.narrowRight = characters
                piece.symbolStart = Int32(symbolStart)
                piece.symbolEnd = Int32(scanner.list.symbols.count)
                piece.enumeratorKind = scanner.enumeratorKind
                piece.enumerator = scanner.enumerator
                scanner.enumeratorKind = .none
                scanner.list.pieces.append(piece)
            }
            symbolStart = scanner.list.symbols.count
            textStart = -1
        }

        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            if ScalarClass.isBlank(value) {
                column += value == 0x3000 ? 2 : 1
                characters += 1
                // A wide gap parts what stands in neighbouring columns.
                if !context.isCell, afterBlank, textStart >= 0, index > textEnd { flush(&self) }
                afterBlank = true
                index = next
                continue
            }
            if let mark = EnumeratorMark.read(text, index, end, value, afterBlank: afterBlank || textStart < 0, previous: previous) {
                flush(&self)
                enumeratorKind = mark.kind
                enumerator = mark.number
                textStart = index
                textColumn = column
                textCharacters = characters
                let size = width(text, index, mark.end)
                column += size.columns
                characters += size.characters
                textRight = column
                index = mark.end
                textEnd = index
                afterBlank = false
                previous = 0x29
                continue
            }
            if let token = ValueToken.read(text, index, end, value, glued: !afterBlank && textStart >= 0, previous: previous) {
                flush(&self)
                let size = width(text, index, token.rawEnd)
                var piece = makePiece(
                    token.kind, SourceSpan(index, token.rawEnd), context, context.isCell ? context.column : column,
                    context.isCell ? context.column + context.width : column + size.columns)
                piece.narrowLeft = characters
                piece.narrowRight = characters + size.characters
                piece.integer = token.integer
                list.pieces.append(piece)
                enumeratorKind = .none
                column += size.columns
                characters += size.characters
                index = token.rawEnd
                afterBlank = true
                previous = 0
                continue
            }
            let symbol = lexicon.symbol(value)
            if symbol != Lexicon.skipped {
                if textStart < 0 || list.symbols.count == symbolStart && textEnd < 0 {
                    textStart = index
                    textColumn = column
                    textCharacters = characters
                }
                list.symbols.append(symbol)
                textEnd = next
            }
            column += value < 0x2E80 ? 1 : 2
            characters += 1
            if symbol != Lexicon.skipped { textRight = column }
            previous = value
            afterBlank = false
            index = next
        }
        let before = list.pieces.count
        flush(&self)
        // A cell that holds marks only is neither empty nor a number.
        if context.isCell, list.pieces.count == before, textStart < 0, previous != 0, index > start,
            list.pieces.last?.span.end ?? 0 <= Int32(start)
        {
            append(.junk, SourceSpan(start, end), context, context.column, context.column + context.width)
        }
        if context.isCell, list.pieces.count == before + 1, list.pieces[before].kind == .text, isNone(list.pieces[before], text) {
            list.pieces[before].kind = .dash
        }
    }

    /// How much room a stretch takes on the line.
    private func width(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (columns: Int32, characters: Int32) {
        var index = start
        var columns: Int32 = 0
        var characters: Int32 = 0
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            columns += value < 0x2E80 ? 1 : 2
            characters += value == 0x0C ? 0 : 1
            index = next
        }
        return (columns, characters)
    }

    /// 无 alone in a cell.
    private func isNone(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
        piece.symbolEnd - piece.symbolStart == 1 && piece.enumeratorKind == .none && piece.span.count == 3
            && UTF8Cursor.scalar(in: text, at: Int(piece.span.start)).value == 0x65E0
    }

    private mutating func makePiece(
        _ kind: Piece.Kind, _ span: SourceSpan, _ context: StretchContext, _ left: Int32, _ right: Int32
    ) -> Piece {
        var flags = context.flags
        if lineStart {
            flags.insert(.startsLine)
            lineStart = false
        }
        return Piece(
            kind: kind, flags: flags, span: span, line: line, locator: context.locator, left: left, right: right,
            integer: nil)
    }

    private mutating func append(
        _ kind: Piece.Kind, _ span: SourceSpan, _ context: StretchContext, _ left: Int32, _ right: Int32
    ) {
        list.pieces.append(makePiece(kind, span, context, left, right))
    }
}
