internal import Codebook
internal import HanText
internal import ReportModel

/// Where the scanner is within a stretch, and the text it is collecting.
private struct StretchPlace {
    var column: Int32
    var characters: Int32
    var symbolStart: Int
    var textStart = -1
    var textEnd = -1
    var textColumn: Int32 = 0
    var textRight: Int32 = 0
    var textCharacters: Int32 = 0
    var afterBlank = true
    var previous: UInt32 = 0
    /// Where digits began that are part of no figure and no word since (`861. 29`, `1,2`); -1 for none.
    var looseDigits = -1

    init(_ context: PieceScanner.StretchContext, symbols: Int) {
        column = context.column
        characters = context.characters
        symbolStart = symbols
    }

    /// Text begins; `behind` columns of it have been counted already.
    mutating func open(_ index: Int, behind: Int32 = 0) {
        textStart = index
        textColumn = column - behind
        textCharacters = characters - (behind > 0 ? 1 : 0)
    }

    mutating func advance(_ size: (columns: Int32, characters: Int32)) {
        column += size.columns
        characters += size.characters
    }
}

/// Cutting one cell, or one line without separators, into pieces.
extension PieceScanner {
    struct StretchContext {
        var locator: Locator
        var flags: Piece.Flags
        var column: Int32
        var width: Int32
        /// A cell: its bounds are known. Otherwise columns are counted along the line.
        var isCell: Bool
        var characters: Int32 = 0
    }

    /// Takes a cell that holds a few ASCII digits and blanks only, as most cells do. False where it holds anything else.
    private mutating func takeDigits(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ context: StretchContext) -> Bool {
        var index = start
        var stop = end
        while index < stop && text[index] == 0x20 { index += 1 }
        while stop > index && text[stop - 1] == 0x20 { stop -= 1 }
        guard index < stop, stop - index <= 9 else { return false }
        var value: Int64 = 0
        for at in index..<stop {
            let byte = text[at]
            guard byte >= 0x30 && byte <= 0x39 else { return false }
            value = value * 10 + Int64(byte - 0x30)
        }
        var piece = makePiece(
            .number, SourceSpan(index, stop), context, context.column, context.column + context.width)
        piece.integer = value
        list.pieces.append(piece)
        enumeratorKind = .none
        return true
    }

    /// Cuts one cell, or one line without separators.
    mutating func scan(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ context: StretchContext) {
        if context.isCell && takeDigits(text, start, end, context) { return }
        let lexicon = Lexicon.shared
        let firstPiece = list.pieces.count
        var at = StretchPlace(context, symbols: list.symbols.count)
        var index = start
        while index < end {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            if ScalarClass.isBlank(value) {
                at.column += value == 0x3000 ? 2 : 1
                at.characters += 1
                // A wide gap parts what stands in neighbouring columns.
                if !context.isCell, at.afterBlank, at.textStart >= 0 { flush(&at, context) }
                at.afterBlank = true
                index = next
                continue
            }
            // Most characters are Han and number nothing.
            if value < 0x4E00 || value > 0x9FFF || ScalarClass.hanOrdinal(value) > 0 {
                if let mark = EnumeratorMark.read(
                    text, index, end, value, afterBlank: at.afterBlank || at.textStart < 0, previous: at.previous)
                {
                    flush(&at, context)
                    enumeratorKind = mark.kind
                    enumerator = mark.number
                    at.open(index)
                    at.advance(width(text, index, mark.end))
                    at.textEnd = mark.end
                    at.textRight = at.column
                    at.afterBlank = false
                    at.previous = 0x29
                    index = mark.end
                    continue
                }
                if let token = ValueToken.read(
                    text, index, end, value, glued: !at.afterBlank && at.textStart >= 0,
                    previous: context.isCell ? 0 : at.previous)
                {
                    flush(&at, context)
                    let size = width(text, index, token.rawEnd)
                    // What stands behind loose digits is not the whole of what was printed.
                    let isPart = at.looseDigits >= 0 && token.kind == .number
                    var piece = makePiece(
                        isPart ? .junk : token.kind, SourceSpan(isPart ? at.looseDigits : index, token.rawEnd), context, context.isCell ? context.column : at.column,
                        context.isCell ? context.column + context.width : at.column + size.columns)
                    piece.narrowLeft = at.characters
                    piece.narrowRight = at.characters + size.characters
                    piece.integer = token.integer
                    list.pieces.append(piece)
                    enumeratorKind = .none
                    at.advance(size)
                    at.afterBlank = true
                    at.previous = 0
                    at.looseDigits = -1
                    index = token.rawEnd
                    continue
                }
                if at.looseDigits < 0, ScalarClass.digit(value) != nil {
                    at.looseDigits = index
                    list.looseFigures += 1
                }
            }
            let symbol = lexicon.symbol(value)
            at.column += value < 0x2E80 ? 1 : 2
            at.characters += 1
            if symbol != Lexicon.skipped {
                at.looseDigits = -1
                if at.textStart < 0 { at.open(index, behind: value < 0x2E80 ? 1 : 2) }
                list.symbols.append(symbol)
                at.textEnd = next
                at.textRight = at.column
            }
            at.previous = value
            at.afterBlank = false
            index = next
        }
        let hadMarksOnly = at.textStart < 0 && at.previous != 0
        flush(&at, context)
        guard context.isCell else { return }
        // A cell that holds marks only is neither empty nor a number.
        if list.pieces.count == firstPiece, hadMarksOnly {
            append(.junk, SourceSpan(start, end), context, context.column, context.column + context.width)
        }
        if list.pieces.count == firstPiece + 1, isNone(list.pieces[firstPiece], text) { list.pieces[firstPiece].kind = .dash }
    }

    /// Ends the text that is being collected.
    private mutating func flush(_ at: inout StretchPlace, _ context: StretchContext) {
        if list.symbols.count > at.symbolStart {
            var piece = makePiece(
                .text, SourceSpan(at.textStart, at.textEnd), context, context.isCell ? context.column : at.textColumn,
                context.isCell ? context.column + context.width : at.textRight)
            piece.narrowLeft = at.textCharacters
            piece.narrowRight = at.characters
            piece.symbolStart = Int32(at.symbolStart)
            piece.symbolEnd = Int32(list.symbols.count)
            piece.enumeratorKind = enumeratorKind
            piece.enumerator = enumerator
            enumeratorKind = .none
            list.pieces.append(piece)
        }
        at.symbolStart = list.symbols.count
        at.textStart = -1
    }

    /// How much room a stretch takes on the line.
    func width(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (columns: Int32, characters: Int32) {
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
        piece.kind == .text && piece.symbolEnd - piece.symbolStart == 1 && piece.enumeratorKind == .none && piece.span.count == 3
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

    mutating func append(
        _ kind: Piece.Kind, _ span: SourceSpan, _ context: StretchContext, _ left: Int32, _ right: Int32
    ) {
        list.pieces.append(makePiece(kind, span, context, left, right))
    }
}
