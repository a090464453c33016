import Codebook
import ReportModel

/// Section 2's table: an article's caption, its headers, its rows, four columns wide.
extension TablePrinter {
    mutating func disclosures() -> PrintedTable {
        let spec = content.spec(.disclosures)
        let numerals = ["20.1": "一", "20.5": "五", "20.6": "六", "20.8": "八", "20.9": "九"]
        var result: [PrintedRow] = []
        var article = ""
        for row in rows(.disclosures) {
            let rowSpec = spec.rows[row.row.row]
            if rowSpec.article != article {
                article = rowSpec.article
                if !drops(.missingCaption) {
                    result.append(
                        PrintedRow(role: .caption, cells: [PrintedCell(labels.caption(numerals[article] ?? ""), .caption, columns: 4)]))
                }
                if !drops(.missingHeader) {
                    var cells = [PrintedCell(labels.header("信息内容"), .header)]
                    let columns = spec.cells[rowSpec.cells].map { columnLabel($0) }
                    for (index, column) in columns.enumerated() {
                        cells.append(
                            PrintedCell(labels.header(column), .header, columns: index == columns.count - 1 ? 4 - columns.count : 1))
                    }
                    result.append(PrintedRow(role: .header, cells: cells))
                    if irregularities.contains(.footnote) && random.chance(0.4) { result.append(footnote(columns: 4)) }
                }
            }
            var cells = [PrintedCell(row.label, .label)] + row.cells
            cells[cells.count - 1].columns = max(1, 4 - row.cells.count)
            result.append(PrintedRow(role: .data, cells: cells))
        }
        return PrintedTable(table: .disclosures, columns: 4, rows: result)
    }

    private func columnLabel(_ cell: CellSpec) -> String {
        if cell.unit == .yuan && irregularities.contains(.unitsInHeader) { return "采购总金额（万元，保留四位小数）" }
        return cell.columnLabel
    }

    /// Captions and headers are lost here and there, or all of them.
    private mutating func drops(_ irregularity: Irregularity) -> Bool {
        irregularities.contains(irregularity) && random.chance(0.75)
    }

    mutating func footnote(columns: Int) -> PrintedRow {
        let year = content.year
        let text = random.pick([
            "注：表内数字截至\(year)年12月31日，由各股室报送后汇总。", "说明：没有相应事项的填0，共4类事项。", "备注：1件文件多次登载的计1件。",
        ])
        return PrintedRow(role: .note, cells: [PrintedCell(text, .note, columns: columns)])
    }
}
