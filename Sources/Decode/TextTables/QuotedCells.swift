public import ReportModel
internal import Bytes

/// Cells of a sheet saved as text that hold line breaks: a quote opens in one line and closes in another. Read line by line, the first part of a
/// broken figure would be taken for the figure.
public enum QuotedCells {
    /// The same text with such cells on one line; nil where there are none.
    public static func joined(_ document: Document) -> Document? {
        guard document.format == .text, document.grids.isEmpty,
            ByteSearch.first(UInt8(ascii: "\""), in: document.text.span) < document.text.count
        else { return nil }
        var result: [TextLine] = []
        var isChanged = false
        var index = 0
        while index < document.lines.count {
            var line = TextLine(document, document.lines[index])
            index += 1
            var more = 0
            while let open = open(line.scalars), more < most, index + more < document.lines.count {
                let next = TextLine(document, document.lines[index + more]).scalars
                more += 1
                guard let close = close(next) else {
                    if next.contains(0x22) || next.contains(0x09) { break }
                    continue
                }
                let parts = document.lines[index..<(index + more - 1)].map { TextLine(document, $0).scalars }
                var cell = line.scalars[..<open] + line.scalars[(open + 1)...]
                for part in parts { cell += part }
                line.scalars = Array(cell + next[..<close] + next[(close + 1)...])
                index += more
                more = 0
                isChanged = true
            }
            result.append(line)
        }
        return isChanged ? TextTables.document(result, like: document) : nil
    }

    /// A cell has so many lines at most.
    private static let most = 8

    /// The quote that opens a line's last cell and is not closed in it.
    private static func open(_ line: [UInt32]) -> Int? {
        guard let last = line.lastIndex(of: 0x22), last + 1 < line.count, last == 0 || isSeparator(line[last - 1]),
            !line[(last + 1)...].contains(where: isSeparator)
        else { return nil }
        return last
    }

    /// The quote that closes a cell at the beginning of a line.
    private static func close(_ line: [UInt32]) -> Int? {
        guard let first = line.firstIndex(of: 0x22), first + 1 == line.count || isSeparator(line[first + 1]),
            !line[..<first].contains(where: isSeparator)
        else { return nil }
        return first
    }

    private static func isSeparator(_ value: UInt32) -> Bool { value == 0x09 || value == 0x2C || value == 0x3B }
}
