public import ReportModel

/// How many cells of a report's recognised forms have which status.
public struct CellCounts: Hashable, Sendable {
    public var expected = 0
    public var reported = 0
    public var blank = 0
    public var inferred = 0
    public var unreadable = 0
    public var absent = 0

    public init(_ report: Report) {
        for kind in StatutoryTable.allCases {
            let table = report.table(kind)
            guard let form = table.form else { continue }
            let expected = CellCatalogue.shared.cells(form, kind).count
            self.expected += expected
            // A cell that was not given is written as absent.
            absent += expected - min(expected, table.cells.count)
            for cell in table.cells.prefix(expected) {
                switch cell.status {
                case .reported: reported += 1
                case .blank: blank += 1
                case .inferred: inferred += 1
                case .unreadable: unreadable += 1
                case .absent: absent += 1
                }
            }
        }
    }
}
