import Bytes
import CXlsxWriter
import Glibc
import Tables

/// A workbook under construction, row by row: only the row at hand is in memory. This file is all that knows libxlsxwriter.
@safe final class Workbook {
    private let path: String
    private let folder: String
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [UnsafeMutablePointer<lxw_format>] = unsafe []
    private var sheets: [Sheet] = []

    /// - Parameters:
    ///   - path: of the file, which comes into being when the workbook is closed.
    ///   - folder: where rows wait until then.
    init(path: String, folder: String) throws(WriteFailure) {
        self.path = path
        self.folder = folder
        unsafe book = folder.withCString { folder in
            var options = unsafe lxw_workbook_options(
                constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return unsafe workbook_new_opt(path, &options)
        }
        guard let book = unsafe book else { throw WriteFailure(path: path, reason: "a workbook cannot be begun") }
        // The same input gives the same bytes, so the workbook does not say when it was made.
        var properties = unsafe lxw_doc_properties()
        unsafe properties.created = 946_684_800
        unsafe workbook_set_properties(book, &properties)
        for style in CellStyle.allCases {
            guard let format = unsafe workbook_add_format(book) else {
                throw WriteFailure(path: path, reason: "out of memory")
            }
            unsafe Workbook.set(style, of: format)
            unsafe formats.append(format)
        }
    }

    deinit {
        if let book = unsafe book { unsafe lxw_workbook_free(book) }
    }

    /// Adds a sheet behind the others.
    func addSheet(_ name: String) throws(WriteFailure) -> Sheet {
        guard let sheet = unsafe workbook_add_worksheet(book, name) else {
            throw WriteFailure(path: path, reason: "the sheet \(name) cannot be begun")
        }
        let added = unsafe Sheet(sheet, formats: formats)
        sheets.append(added)
        return added
    }

    /// Writes the file, and reads it back.
    ///
    /// - Returns: what its sheets hold.
    @discardableResult
    func close() throws(WriteFailure) -> [SheetContent] {
        var contents: [SheetContent] = []
        for sheet in sheets {
            if let failure = sheet.flushed() { throw WriteFailure(path: path, reason: failure) }
            contents.append(sheet.content)
        }
        try checkSpace(for: contents.map(\.rows))
        let open = unsafe book
        unsafe book = nil
        let error = unsafe workbook_close(open)
        if error != LXW_NO_ERROR { throw WriteFailure(path: path, reason: unsafe String(cString: lxw_strerror(error))) }
        try FinishedWorkbook.check(path, sheets: contents)
        return contents
    }

    /// Each sheet is copied before it is packed: a disk that has no room for that is better known beforehand.
    private func checkSpace(for sizes: [Int64]) throws(WriteFailure) {
        var system = statvfs()
        guard unsafe statvfs(folder, &system) == 0 else { throw WriteFailure(path: path, SystemError("statvfs", code: errno)) }
        let free = Int64(clamping: system.f_bavail) * Int64(clamping: system.f_frsize)
        let needed = (sizes.max() ?? 0) + sizes.reduce(0, +) / 2
        if free < needed {
            throw WriteFailure(path: path, reason: "needs \(needed) bytes, and \(free) are free: \(SystemError("write", code: ENOSPC).reason)")
        }
    }

    private static func set(_ style: CellStyle, of format: UnsafeMutablePointer<lxw_format>) {
        if let number = style.numberFormat { unsafe format_set_num_format(format, number) }
        if style.isBold { unsafe format_set_bold(format) }
        if style.isLink {
            unsafe format_set_font_color(format, 0x0563C1)
            unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        }
        if let color = style.background { unsafe format_set_bg_color(format, color) }
        if style.isWrapped {
            unsafe format_set_text_wrap(format)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        if style == .title { unsafe format_set_font_size(format, 16) }
    }
}

/// One sheet. Rows are written from top to bottom; rows and columns count from 0.
@safe final class Sheet {
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: [UnsafeMutablePointer<lxw_format>]
    private var error = LXW_NO_ERROR
    private var links = 0
    private var columns = 0

    fileprivate init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, formats: [UnsafeMutablePointer<lxw_format>]) {
        unsafe self.sheet = sheet
        unsafe self.formats = formats
    }

    /// The library's words for the first cell that could not be written.
    var failure: String? { error == LXW_NO_ERROR ? nil : unsafe String(cString: lxw_strerror(error)) }

    /// Writes a text as a text, whatever it looks like.
    func write(_ text: borrowing CellText, _ row: Int, _ column: Int, _ style: CellStyle) {
        unsafe text.withCString { text in
            unsafe note(worksheet_write_string(sheet, UInt32(row), UInt16(column), text, formats[style.rawValue]))
        }
    }

    func write(_ text: String, _ row: Int, _ column: Int, _ style: CellStyle = .text) {
        var cell = CellText()
        cell.set(text.utf8.span)
        write(cell, row, column, style)
    }

    func write(_ number: Double, _ row: Int, _ column: Int, _ style: CellStyle) {
        unsafe note(worksheet_write_number(sheet, UInt32(row), UInt16(column), number, formats[style.rawValue]))
    }

    func write(_ value: Bool, _ row: Int, _ column: Int) {
        unsafe note(worksheet_write_boolean(sheet, UInt32(row), UInt16(column), value ? 1 : 0, nil))
    }

    /// Lays a link to a cell of another sheet under a cell, whose value is to be written afterwards.
    ///
    /// - Returns: false where the sheet has as many links as it can hold.
    func link(_ row: Int, _ column: Int, to target: String, _ targetRow: Int) -> Bool {
        if links == SheetLimits.links { return false }
        links += 1
        unsafe note(
            worksheet_write_url(sheet, UInt32(row), UInt16(column), "internal:'\(target)'!A\(targetRow + 1)", nil))
        return true
    }

    func setWidth(_ width: Double, of columns: ClosedRange<Int>) {
        self.columns += 1
        unsafe note(
            worksheet_set_column(sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), width, nil))
    }

    func setHeight(_ height: Double, of row: Int) {
        unsafe note(worksheet_set_row(sheet, UInt32(row), height, nil))
    }

    /// Keeps the cells above and left of a cell in sight.
    func freeze(_ row: Int, _ column: Int) { unsafe worksheet_freeze_panes(sheet, UInt32(row), UInt16(column)) }

    /// A filter over some columns, its arrows in `row`.
    func filter(_ row: Int, to lastRow: Int, columns: Int) {
        unsafe note(worksheet_autofilter(sheet, UInt32(row), 0, UInt32(lastRow), UInt16(columns - 1)))
    }

    /// What its part must hold: the rows are those that wait to be packed.
    fileprivate var content: SheetContent {
        let rows = unsafe sheet.pointee.optimize_tmpfile.map { file in unsafe ftello(file) } ?? 0
        return SheetContent(rows: Int64(rows), columns: columns, links: links)
    }

    /// The library does not look whether its waiting rows were written.
    fileprivate func flushed() -> String? {
        if let failure { return failure }
        unsafe lxw_worksheet_write_single_row(sheet)
        guard let file = unsafe sheet.pointee.optimize_tmpfile else { return nil }
        return unsafe fflush(file) == 0 && ferror(file) == 0 ? nil : "its rows cannot be written (is the disk full?)"
    }

    private func note(_ result: lxw_error) { if error == LXW_NO_ERROR { error = result } }
}
