import ReportModel

/// Section 4's table: fifteen columns, one row; or three tables of five; or nothing but the numbers.
extension TablePrinter {
    mutating func proceedings() -> [PrintedTable] {
        let rows = rows(.proceedings)
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        func header(_ cells: [PrintedCell]) -> PrintedRow { PrintedRow(role: .header, cells: cells) }
        if irregularities.contains(.proceedingsSplit) {
            let captions = random.chance(0.5) ? ["行政复议", "未经复议直接起诉", "复议后起诉"] : ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"]
            return zip(captions, rows).map { caption, row in
                let five = outcomes.map { PrintedCell(labels.header($0), .header) }
                return PrintedTable(
                    table: .proceedings, columns: 5,
                    rows: [
                        PrintedRow(role: .caption, cells: [PrintedCell(labels.header(caption), .caption, columns: 5)]),
                        header(five), PrintedRow(role: .data, cells: row.cells),
                    ])
            }
        }
        let data = PrintedRow(role: .data, cells: rows.flatMap(\.cells))
        if irregularities.contains(.proceedingsBare) || irregularities.contains(.missingHeader) {
            return [PrintedTable(table: .proceedings, columns: 15, rows: [data])]
        }
        let first = outcomes.map { PrintedCell(labels.header($0), .header, rows: 2) }
        let second = [
            PrintedCell(labels.header("未经复议直接起诉"), .header, columns: 5), PrintedCell(labels.header("复议后起诉"), .header, columns: 5),
        ]
        var printed = [
            header([
                PrintedCell(labels.header("行政复议"), .header, columns: 5), PrintedCell(labels.header("行政诉讼"), .header, columns: 10),
            ]),
            header(first + second), header((outcomes + outcomes).map { PrintedCell(labels.header($0), .header) }),
        ]
        if irregularities.contains(.footnote) && random.chance(0.3) { printed.append(footnote(columns: 15)) }
        return [PrintedTable(table: .proceedings, columns: 15, rows: printed + [data])]
    }
}
