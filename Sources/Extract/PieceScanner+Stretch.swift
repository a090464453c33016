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
    /// Where the text's symbols have led in the trie.
    var state = LabelTrie.root
    /// How many symbols stood before the first bracket.
    var remark = 0
    /// How many brackets are open, and whether one closed that was not.
    var brackets = 0
    var closesRemark = false
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
        appendNumber(value, SourceSpan(index, stop), context)
        return true
    }

    /// The end of a short ASCII figure that only blanks part from the next one or from the end, and the figure itself; nil where
    /// it is anything else.
    private static func plainFigure(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (end: Int, value: Int64)? {
        var stop = start
        var value: Int64 = 0
        while stop < end && stop < start + 9 && text[stop] &- 0x30 <= 9 {
            value = value &* 10 &+ Int64(text[stop] &- 0x30)
            stop += 1
        }
        var next = stop
        while next < end && text[next] == 0x20 { next += 1 }
        guard next == end || next > stop && text[next] &- 0x30 <= 9 else { return nil }
        return (stop, value)
    }

    /// Cuts one cell, or one line without separators.
    mutating func scan(_ text: Span<UInt8>, _ glyphs: Span<UInt16>, _ start: Int, _ end: Int, _ context: StretchContext) {
        if context.isCell && start < end && text[start] <= 0x39 && takeDigits(text, start, end, context) { return }
        let firstPiece = list.pieces.count
        var at = StretchPlace(context, symbols: symbolCount)
        makeRoom(end - start)
        var index = start
        while index < end {
            let byte = text[index]
            if byte == 0x20 {
                takeBlank(0x20, &at, context)
                index += 1
                continue
            }
            if byte == 0xE6 || byte == 0xE9, at.afterBlank, !context.isCell, let kind = word(text, index, end) {
                flush(&at, context)
                let token = ValueToken(kind: kind, end: index + 3, rawEnd: index + 3, integer: nil)
                appendToken(token, index, (2, 1), &at, context)
                index += 3
                continue
            }
            let next = byte >= 0xE4 && byte <= 0xE9 ? takePlain(text, glyphs, index, end, &at) : index
            index = next > index ? next : takeOther(text, glyphs, index, end, &at, context)
        }
        let hadMarksOnly = at.textStart < 0 && at.previous != 0
        flush(&at, context)
        guard context.isCell else { return }
        // A cell that holds marks only is neither empty nor a number.
        if list.pieces.count == firstPiece, hadMarksOnly {
            append(.junk, SourceSpan(start, end), context, context.column, context.column + context.width)
        }
        if list.pieces.count == firstPiece + 1, PieceScanner.isNone(list.pieces[firstPiece], text) {
            list.pieces[firstPiece].kind = .dash
            list.texts.removeLast()
        }
    }

    private mutating func takeBlank(_ value: UInt32, _ at: inout StretchPlace, _ context: StretchContext) {
        at.column += value == 0x3000 ? 2 : 1
        at.characters += 1
        // A wide gap parts what stands in neighbouring columns.
        if !context.isCell, at.afterBlank, at.textStart >= 0 { flush(&at, context) }
        at.afterBlank = true
    }

    /// Takes what is neither a plain Han character nor a space: a value, the number in front of a label, a mark or a blank; returns
    /// where it ends. A function of its own, so that the loop over plain characters stays small.
    @inline(never)
    private mutating func takeOther(
        _ text: Span<UInt8>, _ glyphs: Span<UInt16>, _ index: Int, _ end: Int, _ at: inout StretchPlace, _ context: StretchContext
    ) -> Int {
        let (value, next) = UTF8Cursor.scalar(in: text, at: index)
        if ScalarClass.isBlank(value) {
            takeBlank(value, &at, context)
            return next
        }
        let isWord = at.afterBlank || at.textStart < 0
        if value >= 0x30, value <= 0x39, isWord, let figure = PieceScanner.plainFigure(text, index, end) {
            flush(&at, context)
            let size = Int32(truncatingIfNeeded: figure.end - index)
            appendToken(ValueToken(figure.value, end: figure.end), index, (size, size), &at, context)
            return figure.end
        }
        // Most characters are Han and number nothing.
        if value < 0x4E00 || value > 0x9FFF || ScalarClass.hanOrdinal(value) > 0 {
            if let mark = EnumeratorMark.read(text, index, end, value, afterBlank: isWord, previous: at.previous) {
                flush(&at, context)
                enumeratorKind = mark.kind
                enumerator = mark.number
                at.open(index)
                at.advance(PieceScanner.width(text, index, mark.end))
                at.textEnd = mark.end
                at.textRight = at.column
                at.afterBlank = false
                at.previous = 0x29
                return mark.end
            }
            if let token = ValueToken.read(
                text, index, end, value, glued: !isWord, previous: context.isCell ? 0 : at.previous)
            {
                flush(&at, context)
                appendToken(token, index, PieceScanner.width(text, index, token.rawEnd), &at, context)
                return token.rawEnd
            }
            if value == 0x25CB || value == 0x3007, isWord, isAlone(text, index, next, end) {
                flush(&at, context)
                let size = PieceScanner.width(text, index, next)
                appendToken(ValueToken(kind: .junk, end: next, rawEnd: next, integer: nil), index, size, &at, context)
                return next
            }
            if at.looseDigits < 0, ScalarClass.digit(value) != nil {
                at.looseDigits = index
                list.looseFigures += 1
            }
        }
        let symbol = value < 0x10000 ? glyphs[Int(value)] & ~Lexicon.plain : Lexicon.unknown
        at.column += value < 0x2E80 ? 1 : 2
        at.characters += 1
        if symbol != Lexicon.skipped {
            at.looseDigits = -1
            if at.textStart < 0 { at.open(index, behind: value < 0x2E80 ? 1 : 2) }
            list.symbols[symbolCount] = symbol
            symbolCount += 1
            if at.state != LabelTrie.dead { at.state = trie.step(at.state, symbol) }
            at.textEnd = next
            at.textRight = at.column
        }
        if ScalarClass.isOpeningBracket(value) {
            if at.remark == 0 { at.remark = symbolCount - at.symbolStart }
            at.brackets += 1
        } else if ScalarClass.isClosingBracket(value) {
            if at.brackets > 0 { at.brackets -= 1 } else { at.closesRemark = true }
        }
        at.previous = value
        at.afterBlank = false
        return next
    }

    /// What 无 or 零 stands for between blanks where a value does, in front of a figure or another such word, or behind one: an empty cell,
    /// or a value that is no figure. Nil elsewhere.
    private func word(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Piece.Kind? {
        guard let kind = PieceScanner.word(text, start, end) else { return nil }
        var index = start + 3
        guard index == end || text[index] == 0x20 else { return nil }
        while index < end, text[index] == 0x20 { index += 1 }
        guard index < end else {
            guard let last = list.pieces.last, last.line == line, last.kind == .number || last.kind == .dash || last.kind == .junk else { return nil }
            return kind
        }
        if text[index] &- 0x30 <= 9 { return kind }
        return PieceScanner.word(text, index, end) != nil && (index + 3 == end || text[index + 3] == 0x20) ? kind : nil
    }

    private static func word(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Piece.Kind? {
        guard start + 3 <= end else { return nil }
        if text[start] == 0xE6, text[start + 1] == 0x97, text[start + 2] == 0xA0 { return .dash }
        return text[start] == 0xE9 && text[start + 1] == 0x9B && text[start + 2] == 0xB6 ? .junk : nil
    }

    /// Whether a ring (`○`, `〇`) stands where a value does: between blanks behind something else, or with nothing beside it. It looks
    /// like a zero and is none that was printed.
    private func isAlone(_ text: Span<UInt8>, _ start: Int, _ next: Int, _ end: Int) -> Bool {
        guard next == end || ScalarClass.isBlank(UTF8Cursor.scalar(in: text, at: next).value) else { return false }
        return !lineStart || (next..<end).allSatisfy { text[$0] == 0x20 || text[$0] == 0x0D }
    }

    /// Makes room for the symbols of so many bytes.
    private mutating func makeRoom(_ bytes: Int) {
        let missing = symbolCount + bytes - list.symbols.count
        if missing > 0 { list.symbols.append(contentsOf: repeatElement(0, count: max(missing, 2048))) }
    }

    /// Takes Han characters that can be nothing but text, as nearly all of a label are; returns where they end.
    @inline(__always)
    private mutating func takePlain(
        _ text: Span<UInt8>, _ glyphs: Span<UInt16>, _ start: Int, _ end: Int, _ at: inout StretchPlace
    ) -> Int {
        var index = start
        var last: UInt32 = 0
        let trie = trie
        var state = at.state
        var taken = symbolCount
        var symbols = list.symbols.mutableSpan
        while index &+ 2 < end {
            let first = text[index]
            guard first >= 0xE4 && first <= 0xE9 else { break }
            let value = UInt32(first & 0x0F) << 12 | UInt32(text[index &+ 1] & 0x3F) << 6 | UInt32(text[index &+ 2] & 0x3F)
            let glyph = glyphs[Int(value)]
            guard glyph & Lexicon.plain != 0 else { break }
            let symbol = glyph & ~Lexicon.plain
            symbols[taken] = symbol
            taken &+= 1
            if state != LabelTrie.dead { state = trie.step(state, symbol) }
            last = value
            index &+= 3
        }
        guard index > start else { return start }
        symbolCount = taken
        if at.textStart < 0 { at.open(start) }
        let count = Int32(truncatingIfNeeded: (index - start) / 3)
        at.advance((2 * count, count))
        at.state = state
        at.looseDigits = -1
        at.textEnd = index
        at.textRight = at.column
        at.previous = last
        at.afterBlank = false
        return index
    }

    /// Ends the text that is being collected.
    private mutating func flush(_ at: inout StretchPlace, _ context: StretchContext) {
        if symbolCount > at.symbolStart {
            var piece = makePiece(
                .text, SourceSpan(at.textStart, at.textEnd), context, context.isCell ? context.column : at.textColumn,
                context.isCell ? context.column + context.width : at.textRight)
            piece.narrowLeft = at.textCharacters
            piece.narrowRight = at.characters
            piece.symbolStart = Int32(at.symbolStart)
            piece.symbolEnd = Int32(symbolCount)
            piece.state = at.state
            if at.remark > 0, at.remark < symbolCount - at.symbolStart { piece.remark = Int32(at.remark) }
            if at.brackets > 0 { piece.flags.insert(.opensRemark) }
            if at.closesRemark { piece.flags.insert(.closesRemark) }
            piece.enumeratorKind = enumeratorKind
            piece.enumerator = enumerator
            enumeratorKind = .none
            list.texts.append(Int32(list.pieces.count))
            list.pieces.append(piece)
            at.symbolStart = symbolCount
            at.state = LabelTrie.root
            at.remark = 0
            at.brackets = 0
            at.closesRemark = false
        }
        at.textStart = -1
    }

    /// How much room a stretch takes on the line.
    static func width(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (columns: Int32, characters: Int32) {
        if start == end { return (0, 0) }
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
    private static func isNone(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
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
        return Piece(kind, flags, span, line: line, context.locator, left: left, right: right)
    }

    /// A value within a stretch.
    private mutating func appendToken(
        _ token: ValueToken, _ index: Int, _ size: (columns: Int32, characters: Int32), _ at: inout StretchPlace,
        _ context: StretchContext
    ) {
        // What stands behind loose digits is not the whole of what was printed.
        let isPart = at.looseDigits >= 0 && token.kind == .number
        let span = SourceSpan(isPart ? at.looseDigits : index, token.rawEnd)
        var piece = makePiece(
            isPart ? .junk : token.kind, span, context, context.isCell ? context.column : at.column,
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
    }

    /// A figure that fills its cell.
    mutating func appendNumber(_ value: Int64, _ span: SourceSpan, _ context: StretchContext) {
        var piece = makePiece(.number, span, context, context.column, context.column + context.width)
        piece.integer = value
        list.pieces.append(piece)
        enumeratorKind = .none
    }

    mutating func append(
        _ kind: Piece.Kind, _ span: SourceSpan, _ context: StretchContext, _ left: Int32, _ right: Int32
    ) {
        list.pieces.append(makePiece(kind, span, context, left, right))
    }
}
