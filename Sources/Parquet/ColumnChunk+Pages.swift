import Bytes
import ReportModel
import Tables

extension ColumnChunk {
    /// Writes the chunk's pages, and the statistics for the file's metadata.
    func write(
        with pages: PageWriter, pageSize: Int, to stream: any OutputStream
    ) throws(WriteFailure) -> (record: ChunkRecord, statistics: ColumnStatistics) {
        var statistics = statistics
        statistics.nulls += tokens.withSpan { Token.nulls(in: $0) }
        for row in 0..<plain.rows where plain.isNull(row) { statistics.nulls += 1 }
        pages.begin(in: stream)
        switch storage {
        case .code(let vocabulary): try writeCodes(vocabulary, with: pages, &statistics, to: stream)
        case .boolean: try writeTruths(with: pages, &statistics, to: stream)
        case .words:
            for number in 0..<words.count { words.withText(number) { statistics.add($0) } }
            try writeWords(with: pages, pageSize, to: stream)
        case .number(let type):
            for index in 0..<numbers.count { statistics.add(numbers[index]) }
            try writeNumbers(type, with: pages, pageSize, to: stream)
        case .long: break
        }
        try ColumnChunk.write(plain, with: pages, pageSize, to: stream)
        return (pages.end(), statistics)
    }

    private func writeCodes(
        _ vocabulary: Vocabulary, with pages: PageWriter, _ statistics: inout ColumnStatistics,
        to stream: any OutputStream
    ) throws(WriteFailure) {
        // The dictionary holds the words that occur, in the order of the vocabulary.
        let words = vocabulary.words
        var places = [UInt32](repeating: Token.null, count: words.count)
        tokens.withSpan { tokens in
            for index in tokens.indices where tokens[index] != Token.null { places[Int(tokens[index])] = 0 }
        }
        var used: [[UInt8]] = []
        for index in places.indices where places[index] == 0 {
            places[index] = UInt32(used.count)
            used.append(Array(words[index].code.utf8))
        }
        for word in used { statistics.add(word.span) }
        if !used.isEmpty {
            try pages.dictionary(used.count, to: stream) { buffer in
                for word in used {
                    buffer.append(littleEndian: UInt32(word.count))
                    buffer.append(word)
                }
            }
        }
        try writeIndices(map: places.span, count: used.count, with: pages, to: stream)
    }

    private func writeTruths(
        with pages: PageWriter, _ statistics: inout ColumnStatistics, to stream: any OutputStream
    ) throws(WriteFailure) {
        try tokens.withSpan { (tokens) throws(WriteFailure) in
            for index in tokens.indices where tokens[index] != Token.null { statistics.add(tokens[index] == 1) }
            try pages.booleans(tokens, to: stream)
        }
    }

    private func writeWords(
        with pages: PageWriter, _ pageSize: Int, to stream: any OutputStream
    ) throws(WriteFailure) {
        if isWorthADictionary(words.count, words.byteCount + words.count * 4) {
            try pages.dictionary(words.count, to: stream) { buffer in
                for number in 0..<words.count {
                    words.withText(number) { text in
                        buffer.append(littleEndian: UInt32(text.count))
                        buffer.append(text)
                    }
                }
            }
            return try writeIndices(map: Span(), count: words.count, with: pages, to: stream)
        }
        var values = PlainValues()
        for index in 0..<tokens.count {
            if tokens[index] == Token.null {
                values.appendNull()
            } else {
                words.withText(Int(tokens[index])) { values.append(text: $0) }
            }
        }
        try ColumnChunk.write(values, with: pages, pageSize, to: stream)
    }

    private func writeNumbers(
        _ type: NumberType, with pages: PageWriter, _ pageSize: Int, to stream: any OutputStream
    ) throws(WriteFailure) {
        if isWorthADictionary(numbers.count, numbers.count * type.width) {
            try pages.dictionary(numbers.count, to: stream) { buffer in
                for index in 0..<numbers.count {
                    let value = numbers[index]
                    type.append(value.mantissa, scale: value.scale, to: &buffer)
                }
            }
            return try writeIndices(map: Span(), count: numbers.count, with: pages, to: stream)
        }
        var values = PlainValues()
        for index in 0..<tokens.count {
            if tokens[index] == Token.null {
                values.appendNull()
            } else {
                values.append(numbers[Int(tokens[index])], type)
            }
        }
        try ColumnChunk.write(values, with: pages, pageSize, to: stream)
    }

    /// - Parameter size: of the dictionary's page.
    private func isWorthADictionary(_ count: Int, _ size: Int) -> Bool {
        count > 0 && size + tokens.count * RunLength.width(of: count) / 8 < plainSize
    }

    private func writeIndices(
        map: Span<UInt32>, count: Int, with pages: PageWriter, to stream: any OutputStream
    ) throws(WriteFailure) {
        if tokens.isEmpty { return }
        if count == 0 { return try pages.nulls(tokens.count, to: stream) }
        try tokens.withSpan { (tokens) throws(WriteFailure) in
            try pages.indices(tokens, map: map, count: count, to: stream)
        }
    }

    private static func write(
        _ values: borrowing PlainValues, with pages: PageWriter, _ pageSize: Int, to stream: any OutputStream
    ) throws(WriteFailure) {
        var row = 0
        while row < values.rows {
            let end = values.pageEnd(from: row, limit: pageSize)
            try pages.plain(values, row..<end, to: stream)
            row = end
        }
    }
}
