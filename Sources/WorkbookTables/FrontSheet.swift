import Codebook
import ReportModel
import Tables

/// The first sheet: where the numbers come from, how many there are, what every status means, what is not here.
struct FrontSheet {
    static let name = "说明"

    private let sheet: Sheet
    private var row = 0

    static func write(_ facts: RunFacts, leftOut: Set<Table>, cut: [(table: Table, count: Int)], into sheet: Sheet) {
        var front = FrontSheet(sheet: sheet)
        for (column, width) in [26.0, 26, 26, 70, 90].enumerated() { sheet.setWidth(width, of: column...column) }
        front.writeSource(facts)
        front.writeTables(facts, leftOut: leftOut, cut: cut)
        front.writeCounts(facts)
        front.writeWords()
    }

    private init(sheet: Sheet) { self.sheet = sheet }

    private mutating func writeSource(_ facts: RunFacts) {
        line([("政府信息公开工作年度报告数据", .title)])
        line([("Annual reports on open government information, as tables", .text)])
        row += 1
        let files = facts.files.values.reduce(0, +)
        line([
            ("来源 source", .text),
            ("\(files) 个文件，共 \(facts.bytesRead) 字节，见 files 表 · \(files) files of \(facts.bytesRead) bytes, listed in files", .text),
        ])
        line([("格式 forms", .text), (Vocabulary.form.words.map { "\($0.title)（\($0.meaning)）" }.joined(separator: "，"), .text)])
        line([("程序 program", .text), ("gongkai \(facts.toolVersion)", .text)])
        line([("表结构版本 schema version", .text), (Schema.version, .text)])
        line([("代码表版本 codebook version", .text), (CodeTable.version, .text)])
        line([
            ("数字 numbers", .text),
            ("照录原文，不作更改；空白不等于零；金额单位为元 · as printed, never changed; blank is not zero; money in yuan", .text),
        ])
    }

    private mutating func writeTables(_ facts: RunFacts, leftOut: Set<Table>, cut: [(table: Table, count: Int)]) {
        heading(["工作表 sheet", "名称 title", "行数 rows", "备注", "note"])
        for (table, count) in facts.rows {
            var notes: [(String, String)] = []
            if leftOut.contains(table) {
                notes.append(
                    ("行数或篇幅超过一张工作表的上限，未写入；请用 CSV 或 SQLite", "longer than a sheet can be and left out; see the CSV or SQLite"))
            }
            for (_, number) in cut.filter({ $0.table == table && $0.count > 0 }) {
                notes.append(("\(number) 处文字超过 32,767 字，已截断", "\(number) texts longer than 32,767 characters were cut"))
            }
            if !leftOut.contains(table), sheet.link(row, 0, to: table.rawValue, 0) {
                sheet.write(table.rawValue, row, 0, .link)
            } else {
                sheet.write(table.rawValue, row, 0)
            }
            sheet.write(table.schema.title, row, 1)
            sheet.write(Double(count), row, 2, .integer)
            sheet.write(notes.isEmpty ? table.schema.note : notes.map(\.0).joined(separator: "；"), row, 3)
            sheet.write(notes.isEmpty ? table.schema.description : notes.map(\.1).joined(separator: "; "), row, 4)
            row += 1
        }
    }

    private mutating func writeCounts(_ facts: RunFacts) {
        heading(["计数 count", "含义 meaning", "数目 number"])
        for (index, word) in Vocabulary.fileStatus.words.enumerated() {
            count("files: \(word.code)", "文件：\(word.title)", facts.files[FileStatus.allCases[index], default: 0])
        }
        for (index, word) in Vocabulary.reportStatus.words.enumerated() {
            count("reports: \(word.code)", "报告：\(word.title)", facts.reports[ReportStatus.allCases[index], default: 0])
        }
        count("reports: duplicates", "报告：重复", facts.duplicates)
        for (code, number) in facts.problems {
            let word = Vocabulary.problem.words[Code(code).index]
            count("errors: \(word.code)", "问题：\(word.title)", number)
        }
    }

    private mutating func writeWords() {
        heading(["状态 status", "中文 Chinese", "代码 word", "含义", "meaning"])
        let columns: [(String, Vocabulary)] = [
            ("files.status", .fileStatus), ("reports.status", .reportStatus), ("…status（单元格 cell）", .cellStatus),
            ("checks.outcome", .checkOutcome), ("errors.severity", .severity), ("checks.rule", .checkRule),
        ]
        for (column, vocabulary) in columns {
            for word in vocabulary.words {
                sheet.write(column, row, 0)
                sheet.write(word.title, row, 1)
                sheet.write(word.code, row, 2)
                sheet.write(word.note, row, 3)
                sheet.write(word.meaning, row, 4)
                row += 1
            }
        }
    }

    private mutating func heading(_ titles: [String]) {
        row += 1
        for (column, title) in titles.enumerated() { sheet.write(title, row, column, .heading) }
        row += 1
    }

    private mutating func count(_ name: String, _ title: String, _ number: Int) {
        sheet.write(name, row, 0)
        sheet.write(title, row, 1)
        sheet.write(Double(number), row, 2, .integer)
        row += 1
    }

    private mutating func line(_ cells: [(String, CellStyle)]) {
        for (column, cell) in cells.enumerated() { sheet.write(cell.0, row, column, cell.1) }
        row += 1
    }
}
