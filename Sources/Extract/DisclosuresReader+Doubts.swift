internal import Codebook
internal import ReportModel

/// What a table of section 2 as a whole says against a row of it.
extension DisclosuresReader {
    struct Doubts {
        /// Some row has fewer cells than columns: empty cells leave no trace, and those that are there may be others'.
        private var blanksGoLost = false
        /// All labels but one stand bare, in a print that shows no empty cells: what stands behind the last may be any row's.
        private var standsApart = false

        init() {}

        init(_ hits: [Hit], _ spec: TableSpec, _ reading: TableReading) {
            var filled = 0
            var bare = 0
            var bareBefore = 0
            var isShown = false
            for hit in hits where hit.isInTable {
                let row = hit.row ?? hit.naming.row(spec.form)
                guard row >= 0 else { continue }
                if hit.run < 0 {
                    bare += 1
                    continue
                }
                let pieces = reading.runs[hit.run].pieces
                if reading.list.pieces[pieces[0]].flags.contains(.delimited) {
                    isShown = true
                    if hit.isFilled, pieces.count < spec.rows[row].cells.count { blanksGoLost = true }
                }
                if hit.isFilled {
                    filled += 1
                    bareBefore = bare
                }
            }
            standsApart = !isShown && filled == 1 && bare >= 2 && bareBefore == bare
        }

        /// Whether a row's values cannot be taken as they stand.
        func concern(_ run: Run, _ width: Int, _ reading: TableReading) -> Bool {
            let shown = run.pieces.count { reading.list.pieces[$0].kind != .blank }
            return shown > 0 && (standsApart || blanksGoLost && shown < width && shown < run.pieces.count)
        }
    }
}
