import Codebook
import ReportModel

extension Rows {
    /// The rows of `codebook`, the same in every run.
    public static func codebook<Sink: RowSink & ~Copyable>(into sink: inout Sink) {
        for form in FormVersion.allCases {
            for table in StatutoryTable.allCases {
                for cell in CodeTable.shared.spec(form, table).cells {
                    sink.beginRow()
                    sink.code(Code(form))
                    sink.code(Code(table.rawValue, of: .statutoryTable))
                    if cell.article.isEmpty { sink.null() } else { sink.code(Code(cell.article, of: .article)) }
                    sink.code(Code(cell.row, of: .codebookRow))
                    sink.code(Code(cell.column, of: .codebookColumn))
                    sink.text(cell.rowLabel)
                    sink.text(cell.columnLabel)
                    sink.code(Code(cell.unit.rawValue, of: .printedUnit))
                    sink.endRow()
                }
            }
        }
    }
}
