import Bytes
import ReportModel
import Tables

/// What is kept of a published report: what the late tables are made from, and how long its rows in them are.
struct ReportReceipt: Hashable, Sendable {
    /// What the report says of itself.
    var own: LateReport
    /// What was published, with the other reports' say.
    var published: LateReport
    /// Rows of `checks` behind the report's own.
    var addedChecks = 0
    /// As published.
    var size: CSVSizes

    func append(to packed: inout PackedWriter) {
        packed.append(wide: own.number)
        packed.append(wide: own.signature)
        packed.append(Code(own.status).index)
        packed.append(Int(own.checksFailed))
        packed.append(Code(published.status).index)
        packed.append(Int(published.checksFailed))
        packed.append(published.original == nil ? 0 : 1)
        if let original = published.original { packed.append(wide: original) }
        packed.append(addedChecks)
        size.append(to: &packed)
    }

    init(own: LateReport, published: LateReport, addedChecks: Int, size: CSVSizes) {
        self.own = own
        self.published = published
        self.addedChecks = addedChecks
        self.size = size
    }

    init(from packed: inout PackedReader) {
        let number = packed.wide()
        let signature = packed.wide()
        let statuses = ReportStatus.allCases
        own = LateReport(
            number: number, signature: signature, status: statuses[packed.count(atMost: statuses.count - 1)],
            checksFailed: Int32(clamping: packed.count()))
        published = own
        published.status = statuses[packed.count(atMost: statuses.count - 1)]
        published.checksFailed = Int32(clamping: packed.count())
        if packed.count(atMost: 1) == 1 { published.original = packed.wide() }
        addedChecks = packed.count()
        size = CSVSizes(from: &packed)
    }
}
