import ReportModel

/// A line of text as scalars, with its place in the source.
struct TextLine {
    var scalars: [UInt32]
    var number: Int32
    var page: UInt16

    init(_ scalars: [UInt32], like line: TextLine) {
        self.scalars = scalars
        number = line.number
        page = line.page
    }

    /// A row of cells, parted by tabs.
    init(cells: [[UInt32]], like line: TextLine) {
        self.init(Array(cells.map { $0.filter { $0 != 0x09 } }.joined(separator: [0x09])), like: line)
    }

    init(_ document: Document, _ line: Line) {
        scalars = String(decoding: document.text[line.span.range], as: UTF8.self).unicodeScalars.map(\.value)
        number = line.number
        page = line.page
    }

    var utf8: [UInt8] {
        var text = String.UnicodeScalarView()
        for value in scalars { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        return Array(String(text).utf8)
    }

    /// Whether a full stop stands in it: then it is prose.
    var isProse: Bool { scalars.contains(0x3002) }
}
