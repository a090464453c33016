import Foundation
import Tables
import TestSupport
import Testing

@testable import WorkbookTables

/// A workbook that is not whole is told from one that is.
@Suite struct FinishedWorkbookTests {
    let scratch = Scratch()

    /// A workbook of one sheet with a hundred rows, and what it must hold.
    private func written() throws -> (path: String, content: SheetContent) {
        let path = scratch.at("a.xlsx")
        let workbook = try Workbook(path: path, folder: scratch.at("."))
        let sheet = try workbook.addSheet("one")
        sheet.setWidth(12, of: 0...0)
        sheet.setWidth(30, of: 1...3)
        for row in 0..<100 {
            if row % 10 == 0 { #expect(sheet.link(row, 0, to: "one", 99)) }
            sheet.write("第\(row)行", row, 0)
            sheet.write(Double(row * row), row, 1, .integer)
        }
        return (path, try #require(try workbook.close().first))
    }

    private func failure(_ path: String, _ sheets: [SheetContent]) -> String {
        do throws(WriteFailure) {
            try FinishedWorkbook.check(path, sheets: sheets)
            return ""
        } catch {
            return error.reason
        }
    }

    @Test func aWholeWorkbookPasses() throws {
        let (path, content) = try written()
        #expect(content.columns == 2 && content.links == 10 && content.rows > 5000)
        #expect(failure(path, [content]) == "")
    }

    @Test func rowsLinksColumnsAndSheetsThatAreGoneAreTold() throws {
        let (path, content) = try written()
        func other(_ change: (inout SheetContent) -> Void) -> [SheetContent] {
            var changed = content
            change(&changed)
            return [changed]
        }
        for sheets in [other { $0.rows += 1 }, other { $0.rows -= 80 }, other { $0.links += 1 }, other { $0.columns += 1 }] {
            #expect(failure(path, sheets).contains("rows of xl/worksheets/sheet1.xml are gone"))
        }
        #expect(failure(path, [content, content]).contains("xl/worksheets/sheet2.xml is missing"))
    }

    @Test func aFileCutShortOrChangedIsTold() throws {
        let (path, content) = try written()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        let damaged = scratch.at("b.xlsx")
        for length in [0, 1, whole.count / 3, whole.count / 2, whole.count - 30, whole.count - 1] {
            try whole.prefix(length).write(to: URL(fileURLWithPath: damaged))
            #expect(failure(damaged, [content]).contains("damaged"), "\(length) of \(whole.count) bytes")
        }
        // A page of zeros in the middle, as a write that failed would leave.
        var gap = whole
        gap.replaceSubrange(1000..<1600, with: Data(count: 600))
        try gap.write(to: URL(fileURLWithPath: damaged))
        #expect(failure(damaged, [content]).contains("damaged"))
    }
}
