import Bytes
import Tables

/// What is the same in every table of a run.
final class CSVStyle: Sendable {
    let flavor: CSVFlavor
    let headers: CSVHeaders
    let lineEnd: [UInt8]
    let pieces: CSVPieces

    init(flavor: CSVFlavor, headers: CSVHeaders) {
        self.flavor = flavor
        self.headers = headers
        lineEnd = flavor == .spreadsheet ? [0x0D, 0x0A] : [0x0A]
        pieces = CSVPieces(lineEnd: lineEnd)
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
