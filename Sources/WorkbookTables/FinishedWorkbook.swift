import Bytes
import CArchive
import Tables

/// What a sheet's part in a workbook must hold.
struct SheetContent {
    /// Bytes of its rows.
    var rows: Int64
    var columns: Int
    var links: Int
}

/// Reads a finished workbook back. The library packs its parts out of files of its own and does not look whether those were written, so
/// that a part cut short, or one with a gap, would pass for a whole one.
@safe struct FinishedWorkbook {
    private let path: String
    private let archive: OpaquePointer
    private var block = [UInt8](repeating: 0, count: 1 << 16)

    /// What the library puts into each workbook besides the sheets.
    private static let parts: Set<String> = [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/workbook.xml", "xl/styles.xml",
        "xl/theme/theme1.xml", "xl/_rels/workbook.xml.rels",
    ]
    /// Of what stands before the rows and behind them.
    private static let mostBytes = 64 << 20

    /// Holds the file against what was written into it.
    ///
    /// - Parameter sheets: in their order.
    /// - Throws: where the file is not whole.
    static func check(_ path: String, sheets: [SheetContent]) throws(WriteFailure) {
        guard let archive = unsafe archive_read_new() else { throw WriteFailure(path: path, reason: "out of memory") }
        defer { unsafe _ = archive_read_free(archive) }
        // By its table of contents, as every reader of workbooks goes.
        unsafe _ = archive_read_support_format_zip_seekable(archive)
        var reader = unsafe FinishedWorkbook(path: path, archive: archive)
        guard unsafe archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { throw reader.damaged("it cannot be opened") }
        try reader.check(sheets)
    }

    private init(path: String, archive: OpaquePointer) {
        self.path = path
        unsafe self.archive = archive
    }

    private mutating func check(_ sheets: [SheetContent]) throws(WriteFailure) {
        var seen: Set<String> = []
        while let name = try nextPart() {
            seen.insert(name)
            if let index = sheets.indices.first(where: { FinishedWorkbook.name($0) == name }) {
                try checkSheet(name, sheets[index])
            } else {
                try checkPart(name)
            }
        }
        let missing = FinishedWorkbook.parts.union(sheets.indices.map(FinishedWorkbook.name)).subtracting(seen)
        if let name = missing.min() { throw damaged("\(name) is missing") }
    }

    private static func name(_ sheet: Int) -> String { "xl/worksheets/sheet\(sheet + 1).xml" }

    private func damaged(_ what: String) -> WriteFailure {
        WriteFailure(path: path, reason: "the finished workbook is damaged, \(what) (a write may have failed, or the disk is full)")
    }

    // MARK: - Parts

    private mutating func checkPart(_ name: String) throws(WriteFailure) {
        var part: [UInt8] = []
        while try readBlock(name, { part += $0 }) { if part.count > FinishedWorkbook.mostBytes { throw damaged("\(name) is too long") } }
        guard FinishedWorkbook.isWhole(part) else { throw damaged("\(name) is cut") }
    }

    /// The rows are as many bytes as were written, between what stands in front of them and behind.
    private mutating func checkSheet(_ name: String, _ content: SheetContent) throws(WriteFailure) {
        let (begin, end) = content.rows == 0 ? ("<sheetData/>", "") : ("<sheetData>", "</sheetData>")
        var head: [UInt8] = []
        var tail: [UInt8] = []
        var skip: Int64?
        while try readBlock(
            name,
            { block in
                var block = block
                if skip == nil {
                    head += block
                    guard let found = ByteSearch.first(Array(begin.utf8), in: head.span) else { return }
                    block = head[(found + begin.utf8.count)...]
                    head.removeSubrange(found...)
                    skip = content.rows
                }
                let rows = Int(min(skip ?? 0, Int64(block.count)))
                skip? -= Int64(rows)
                tail += block.dropFirst(rows)
            })
        {
            if head.count + tail.count > FinishedWorkbook.mostBytes { throw damaged("\(name) is too long") }
        }
        guard skip == 0, tail.starts(with: end.utf8), FinishedWorkbook.isWhole(head + tail),
            FinishedWorkbook.count("<col ", in: head) == content.columns,
            FinishedWorkbook.count("<hyperlink ", in: tail) == content.links
        else { throw damaged("rows of \(name) are gone") }
    }

    /// Whether an XML document has its beginning and the end of its outermost element. The library's parts are written in two pieces at
    /// most, sheets apart.
    private static func isWhole(_ part: [UInt8]) -> Bool {
        guard part.starts(with: "<?xml".utf8), let root = ByteSearch.first(Array("?>".utf8), in: part.span),
            let open = part[root...].firstIndex(of: 0x3C)
        else { return false }
        let name = part[(open + 1)...].prefix { $0 != 0x20 && $0 != 0x3E && $0 != 0x2F }
        let ending = Array("</".utf8) + name + [0x3E]
        return part.reversed().drop { $0 == 0x0A || $0 == 0x0D }.starts(with: ending.reversed())
    }

    private static func count(_ word: String, in text: [UInt8]) -> Int {
        let word = Array(word.utf8)
        var count = 0
        var at = text.startIndex
        while let found = text[at...].firstIndex(of: word[0]) {
            if text[found...].starts(with: word) { count += 1 }
            at = found + 1
        }
        return count
    }

    // MARK: - The archive

    private func nextPart() throws(WriteFailure) -> String? {
        var entry: OpaquePointer?
        let status = unsafe archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return nil }
        guard status == ARCHIVE_OK, let entry = unsafe entry, let letters = unsafe archive_entry_pathname(entry) else {
            throw damaged("its table of contents cannot be read")
        }
        return unsafe String(cString: letters)
    }

    /// Hands on the next bytes of a part, whose checksum libarchive compares. False behind the last.
    private mutating func readBlock(_ name: String, _ take: (ArraySlice<UInt8>) -> Void) throws(WriteFailure) -> Bool {
        let archive = unsafe archive
        let count = unsafe block.withUnsafeMutableBytes { room in unsafe archive_read_data(archive, room.baseAddress, room.count) }
        guard count >= 0 else { throw damaged("\(name) cannot be unpacked") }
        if count > 0 { take(block[..<count]) }
        return count > 0
    }
}
