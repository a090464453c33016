import ReportModel

/// Section 3's table: three columns of labels, seven of values.
extension TablePrinter {
    mutating func applications() -> PrintedTable {
        var data = applicationsRows(rows(.applications))
        if irregularities.contains(.repeatedHeader) {
            let place = random.int(3...(data.count - 3))
            split(&data, at: place)
            data.insert(contentsOf: applicationsHeader(repeated: true), at: place)
        }
        var result = irregularities.contains(.missingHeader) ? [] : applicationsHeader(repeated: false)
        if irregularities.contains(.footnote) { result.append(footnote(columns: 10)) }
        return PrintedTable(table: .applications, columns: 10, rows: result + data)
    }

    private mutating func applicationsHeader(repeated: Bool) -> [PrintedRow] {
        let note =
            irregularities.contains(.missingCaption) || repeated && random.chance(0.5)
            ? random.pick(["", "项目"]) : labels.header("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
        let five = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map { PrintedCell(labels.header($0), .header) }
        return [
            PrintedRow(
                role: .header,
                cells: [PrintedCell(note, .header, columns: 3, rows: 3), PrintedCell(labels.header("申请人情况"), .header, columns: 7)]),
            PrintedRow(
                role: .header,
                cells: [
                    PrintedCell(labels.header("自然人"), .header, rows: 2),
                    PrintedCell(labels.header("法人或其他组织"), .header, columns: 5),
                    PrintedCell(labels.header("总计"), .header, rows: 2),
                ]),
            PrintedRow(role: .header, cells: five),
        ]
    }

    /// Groups become cells that span the rows of the group.
    private func applicationsRows(_ rows: [LabelledRow]) -> [PrintedRow] {
        rows.enumerated().map { index, row in
            var cells: [PrintedCell] = []
            for level in row.groups.indices {
                let path = row.groups[...level]
                let isShared = index > 0 && rows[index - 1].groups.starts(with: path)
                guard !isShared else { continue }
                let span = rows[index...].prefix { $0.groups.starts(with: path) }.count
                cells.append(PrintedCell(row.printedGroups[level], .label, rows: span))
            }
            cells.append(PrintedCell(row.label, .label, columns: 3 - row.groups.count))
            return PrintedRow(role: .data, cells: cells + row.cells)
        }
    }

    /// Cuts the cells that span the border before row `place` in two; the lower halves are empty.
    private func split(_ rows: inout [PrintedRow], at place: Int) {
        for index in rows.indices.prefix(place).reversed() {
            for at in rows[index].cells.indices.reversed() {
                let cell = rows[index].cells[at]
                let below = index + cell.rows - place
                guard cell.role == .label, cell.rows > 1, below > 0 else { continue }
                rows[index].cells[at].rows = place - index
                rows[place].cells.insert(PrintedCell("", .label, columns: cell.columns, rows: below), at: 0)
            }
        }
    }
}
