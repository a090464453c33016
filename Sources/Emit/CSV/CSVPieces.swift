import Bytes
import ReportModel
import Tables

/// What rows are put together from, as bytes with the commas in front: words, constant cells, small numbers.
struct CSVPieces: Sendable {
    /// Every word of every vocabulary.
    let words: PieceTable
    /// The constant cells of every statutory cell.
    let cells: PieceTable
    /// The unit of every statutory cell that has one.
    let units: PieceTable
    /// 0 ... 999.
    let numbers: PieceTable
    /// 0 ... 999 twice, as value and print of most cells.
    let twice: PieceTable
    /// The word of every ``CellStatus``, and behind it `,L`: how a locator begins in text.
    let statuses: PieceTable
    /// 0 ... 999 with the line end behind and no comma: how a locator in text ends a row.
    let endings: PieceTable
    let lineEnd: PieceTable
    /// Where the words of a vocabulary begin, by its raw value.
    private let wordStarts: [Vocabulary.RawValue]

    init(lineEnd: [UInt8]) {
        let words = Vocabulary.allCases.map { $0.words.map { Array(",\($0.code)".utf8) } }
        self.words = PieceTable(words.flatMap { $0 })
        var starts: [Int] = []
        var count = 0
        for vocabulary in words {
            starts.append(count)
            count += vocabulary.count
        }
        wordStarts = starts
        let catalogue = CellCatalogue.shared.cells
        cells = PieceTable(catalogue.map { $0.codes.flatMap { CSVPieces.word($0) } })
        units = PieceTable(catalogue.map { $0.table == .disclosures ? CSVPieces.word($0.unit) : [] })
        numbers = PieceTable((0..<1000).map { Array(",\($0)".utf8) })
        twice = PieceTable((0..<1000).map { Array(",\($0),\($0)".utf8) })
        endings = PieceTable((0..<1000).map { Array("\($0)".utf8) + lineEnd })
        statuses = PieceTable(CellStatus.allCases.map { Array(",\($0.rawValue),L".utf8) })
        self.lineEnd = PieceTable([lineEnd])
    }

    func place(of code: Code) -> Int { wordStarts[code.vocabulary.rawValue] + code.index }

    private static func word(_ code: Code) -> [UInt8] { Array(",\(code.vocabulary.words[code.index].code)".utf8) }
}
