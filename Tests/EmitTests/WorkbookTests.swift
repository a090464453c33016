import Emit
import Foundation
import ReportModel
import Tables
import TestSupport
import Testing

@testable import WorkbookTables

/// The workbook holds what the CSV holds, as openpyxl and LibreOffice read it.
@Suite struct WorkbookTests {
    let scratch = Scratch()

    private func write(_ corpus: SmallCorpus, rowLimit: Int = SheetLimits.rows) throws {
        let options = EmitOptions(flavor: .plain, formats: [WorkbookFormat(rowLimit: rowLimit)], isDurable: false)
        _ = try corpus.write(to: scratch.at("out"), options)
    }

    @Test(.enabled(if: Tool.hasPython(module: "openpyxl"), "openpyxl is not installed"))
    func everyCellIsThatOfTheCSV() throws {
        try write(.odd)
        let compared = try Tool.python([Tool.scripts + "/compare_workbook.py", scratch.at("out")])
        #expect(compared.status == 0, "\(compared.output)")
        // Seven reports with problems, seven files and seven reports with failed checks.
        #expect(compared.output.hasSuffix(" cells equal, 22 links\n"), "\(compared.output)")
        #expect(scratch.names("out").filter { $0.hasPrefix(".") } == [])
    }

    @Test(.enabled(if: Tool.hasPython(module: "openpyxl"), "openpyxl is not installed"))
    func aTableThatIsTooLongIsLeftOutAndTold() throws {
        try write(.odd, rowLimit: 1000)
        let compared = try Tool.python([Tool.scripts + "/compare_workbook.py", scratch.at("out"), "applications"])
        #expect(compared.status == 0, "\(compared.output)")
        let front = try frontSheet()
        #expect(front.contains("applications|依申请公开情况|1225|行数或篇幅超过一张工作表的上限，未写入；请用 CSV 或 SQLite|longer than a sheet"), "\(front)")
    }

    @Test(.enabled(if: Tool.hasPython(module: "openpyxl"), "openpyxl is not installed"))
    func theFirstSheetSaysWhatTheOthersHold() throws {
        try write(.odd)
        let front = try frontSheet()
        #expect(front.contains("来源 source|8 个文件，共 2247 字节"), "\(front)")
        #expect(front.contains("程序 program|gongkai 9.9.9|"))
        #expect(front.contains("files: failed|文件：失败|1|"))
        #expect(front.contains("reports: review|报告：待核|6|"))
        #expect(front.contains("errors: total_mismatch|问题：合计不符|7|"))
        #expect(front.contains("sections|章节|15|1 处文字超过 32,767 字，已截断|1 texts longer than 32,767 characters were cut"))
        for vocabulary in [Vocabulary.fileStatus, .reportStatus, .cellStatus, .checkOutcome] {
            for word in vocabulary.words {
                #expect(!word.note.isEmpty && !word.meaning.isEmpty)
                #expect(front.contains("|\(word.title)|\(word.code)|\(word.note)|\(word.meaning)"))
            }
        }
    }

    @Test func theSameRowsGiveTheSameBytes() throws {
        try write(.odd)
        let first = scratch.bytes("out/gongkai.xlsx")
        Thread.sleep(forTimeInterval: 2.1)
        try write(.odd)
        #expect(scratch.bytes("out/gongkai.xlsx") == first)
    }

    /// One conversion, as LibreOffice is slow to start.
    @Test(.enabled(if: Tool.has("soffice"), "LibreOffice is not installed"))
    func libreOfficeReadsWhatTheCSVHolds() throws {
        try write(.plain)
        let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
        let converted = try Tool.run(
            "/usr/bin/env",
            [
                "soffice", "-env:UserInstallation=file://\(scratch.at("profile"))", "--headless", "--convert-to", filter,
                "--outdir", scratch.at("sheets"), scratch.at("out/gongkai.xlsx"),
            ])
        try #require(converted.status == 0, "\(converted.output)")
        let compared = try Tool.python([Tool.scripts + "/compare_converted.py", scratch.at("out"), scratch.at("sheets")])
        #expect(compared.status == 0, "\(compared.output)")
        #expect(compared.output.hasSuffix(" cells equal\n"))
    }

    // MARK: - Texts and days

    private func cell(_ text: String) -> (text: String, isCut: Bool) {
        var cell = CellText()
        let isCut = cell.set(text.utf8.span)
        return (cell.string(), isCut)
    }

    @Test(arguments: ["", "a", "=1+2", "中文", "😀", "\u{FFFD}", "line\nline\t", "\u{FF1E}\u{FBBE}"])
    func shortTextsStayAsTheyAre(text: String) {
        #expect(cell(text).text == text)
        #expect(!cell(text).isCut)
    }

    @Test func whatNoSheetHoldsIsReplaced() {
        #expect(cell("a\0b").text == "a\u{FFFD}b")
        #expect(cell("\u{FFFE}x\u{FFFF}").text == "\u{FFFD}x\u{FFFD}")
        #expect(cell("a\r\u{1F}").text == "a_x000D__x001F_")
        #expect(cell("_x0041_ _x004_ _X0041_ _x00e9_").text == "_x005F_x0041_ _x004_ _X0041_ _x005F_x00e9_")
        #expect(cell("_x0041").text == "_x0041")
    }

    @Test(arguments: ["a", "字", "é", "😀", "\t"]) func longTextsAreCutAtAScalar(letter: String) {
        let units = letter.utf16.count
        let fitting = String(repeating: letter, count: SheetLimits.units / units)
        #expect(cell(fitting).text == fitting)
        #expect(!cell(fitting).isCut)
        let (text, isCut) = cell(fitting + letter)
        #expect(isCut)
        #expect(text.hasSuffix(CellText.mark))
        #expect(text.utf16.count <= SheetLimits.units)
        #expect(text.utf16.count > SheetLimits.units - 2)
        #expect((fitting + letter).hasPrefix(text.dropLast(CellText.mark.count)))
    }

    /// The library counts what it is given.
    @Test func writtenFormsCountInFull() {
        let (text, isCut) = cell(String(repeating: "\u{1}", count: 5000))
        #expect(isCut)
        #expect(text.utf16.count <= SheetLimits.units)
        #expect(text.hasSuffix("_x0001_" + CellText.mark))
    }

    @Test(arguments: [
        ("1900-03-01", 61), ("2000-02-29", 36585), ("2024-01-31", 45322), ("2024-12-31", 45657), ("9999-12-31", 2_958_465),
        ("1900-02-28", nil), ("2023-02-29", nil), ("2023-13-01", nil), ("2023-00-10", nil), ("2023-1-1", nil), ("x023-01-01", nil),
    ] as [(String, Double?)]) func daysHaveTheNumbersOfASheet(day: String, number: Double?) {
        #expect(SheetDate.number(day.utf8.span) == number)
    }

    private func frontSheet() throws -> String {
        try Tool.python([
            "-c",
            """
            import openpyxl, sys
            for row in openpyxl.load_workbook(sys.argv[1])["说明"].iter_rows(values_only=True):
                print("|".join("" if value is None else str(value) for value in row))
            """, scratch.at("out/gongkai.xlsx"),
        ]).output
    }
}
