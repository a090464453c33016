import ReportModel

/// What segment, extract and normalize make of one document.
struct DocumentReading {
    var document: Document
    var parts: [SegmentedReport]
    var raws: [RawReport] = []
    var reports: [Report] = []
    var findings: [Finding]

    /// All tables were found, no cell of them was left open, and each report has a title.
    var isWhole: Bool {
        titles == parts.count && reports.allSatisfy { report in
            [report.disclosures, report.applications, report.proceedings].allSatisfy { table in
                table.form != nil && table.cells.allSatisfy { $0.status != .unreadable && $0.status != .absent }
            }
        }
    }

    /// How many reports have a title that names issuer and year.
    var titles: Int { parts.count { $0.issuer != nil && $0.year != nil } }

    /// How many cells have a value.
    var placed: Int {
        reports.reduce(0) { sum, report in
            [report.disclosures, report.applications, report.proceedings].reduce(sum) {
                $0 + $1.cells.count { $0.value != nil }
            }
        }
    }
}
