import Bytes
import Codebook
import ReportModel
import Tables

/// What is the same in every row: line ends, and the words of the vocabularies and the constant cells of every statutory
/// cell as bytes with their commas in front. Made once for a run.
final class CSVStyle: Sendable {
    let flavor: CSVFlavor
    let headers: CSVHeaders
    let defuses: Bool
    let lineEnd: [UInt8]
    /// A comma and a word, for every word.
    let words: Pieces
    /// Where the words of a vocabulary begin.
    let wordBase: [Int]
    /// A comma before each constant cell, for every cell of the catalogue.
    let cells: Pieces

    init(flavor: CSVFlavor, headers: CSVHeaders) {
        self.flavor = flavor
        self.headers = headers
        defuses = flavor == .spreadsheet
        lineEnd = flavor == .spreadsheet ? [0x0D, 0x0A] : [0x0A]
        var words = Pieces()
        var bases: [Int] = []
        for vocabulary in Vocabulary.allCases {
            bases.append(words.count)
            for word in vocabulary.words { words.append("," + word.code) }
        }
        self.words = words
        wordBase = bases
        var cells = Pieces()
        for cell in CellCatalogue.shared.cells {
            cells.append(cell.codes.map { "," + $0.vocabulary.words[$0.index].code }.joined())
        }
        self.cells = cells
    }

    /// The first line of a table's file, with the byte order mark where there is one.
    func header(of schema: TableSchema) -> [UInt8] {
        var names = CSVRows(style: self, capacity: 512)
        names.beginRow()
        for column in schema.columns {
            switch headers {
            case .en: names.text(column.name)
            case .zh: names.text(column.title)
            }
        }
        names.endRow()
        let mark: [UInt8] = flavor == .spreadsheet ? [0xEF, 0xBB, 0xBF] : []
        return mark + names.buffer.bytes()
    }
}

/// Pieces of text one behind the other.
struct Pieces: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []

    var count: Int { ends.count }

    mutating func append(_ text: String) {
        bytes += text.utf8
        ends.append(bytes.count)
    }

    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
}
