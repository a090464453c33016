import Bytes
import ReportModel
import Tables

/// Goes through all reports in corpus order when every input has been seen: gives each its last words in the tables, counts
/// what that changes, and writes the receipts.
///
/// `@unchecked Sendable`: run once, by one thread, and then asked by the one that made it.
final class LatePass: @unchecked Sendable {
    /// All reports of the run.
    private let late: LateIndex
    /// The reports that this run has read, as their rows were written.
    private let written: [LateReport]
    private let inputs: InputParts
    private var nextInput: InputParts.Reader
    private let sources: [InputSource]?
    private let earlier: EarlierTables?
    private let amendments: (Int) -> ReportAmendment?
    /// The sizes of the reports that this run has read, and where rows go; nil where there is no CSV.
    private var csv: (sizes: CSVSizes.Reader, tables: LateTables)?

    /// What the amendments add to ``Tally``.
    private(set) var tally: Tally
    /// By input that was read: the receipts of its reports.
    private var reports = PackedLog()
    /// Of earlier inputs whose reports are no longer published as they were.
    private var changed: [(input: Int, receipt: [UInt8])] = []
    private var number = 0
    private var readReports = 0
    private var passed = 0

    init(
        late: LateIndex, written: [LateReport], inputs: InputParts, sources: [InputSource]?, earlier: EarlierTables?,
        csv: (sizes: CSVSizes.Reader, tables: LateTables)?, tally: Tally, amendments: @escaping (Int) -> ReportAmendment?
    ) {
        self.late = late
        self.written = written
        self.inputs = inputs
        nextInput = inputs.reader()
        self.sources = sources
        self.earlier = earlier
        self.csv = csv
        self.tally = tally
        self.amendments = amendments
    }

    var receipts: OutputReceipts { OutputReceipts(inputs: inputs, reports: reports, changed: changed) }

    func run() throws(WriteFailure) {
        guard let sources, let earlier else {
            for _ in 0..<inputs.count { try read() }
            // Rows of no input at all: of one that was never ended.
            while number < late.count { _ = try readReport() }
            return
        }
        for source in sources {
            switch source {
            case .read(let replaced):
                guard let replaced, let tables = csv?.tables else {
                    try read()
                    continue
                }
                let range = earlier.inputs[Int(replaced)].reports
                pass(to: range.lowerBound, of: earlier)
                try tables.replace(earlier.reports[range]) { () throws(WriteFailure) in try read() }
                passed = range.upperBound
            case .earlier(let input): try take(Int(input), of: earlier)
            }
        }
    }

    /// The next input that this run has read.
    private func read() throws(WriteFailure) {
        var read: [ReportReceipt] = []
        for _ in 0..<nextInput.reports() { read.append(try readReport()) }
        reports.append(EarlierTables.pack(read))
    }

    private func readReport() throws(WriteFailure) -> ReportReceipt {
        let known = late.reports[number]
        let amendment = amendments(number)
        let after = amendment.map { known.amended(with: $0) } ?? known
        var size = CSVSizes()
        if let tables = csv?.tables, let rows = csv?.sizes.next() {
            size = try tables.add(
                from: .written, rows, before: written[readReports], after: after, added: amendment?.checks)
        }
        if let amendment {
            tally.amend(known.status, to: after.status, addingChecks: amendment.checks.count)
        }
        var own = known
        own.original = nil
        number += 1
        readReports += 1
        return ReportReceipt(own: own, published: after, addedChecks: amendment?.checks.count ?? 0, size: size)
    }

    /// Leaves out the reports before one of the earlier run.
    private func pass(to report: Int, of earlier: EarlierTables) {
        while passed < report {
            csv?.tables.pass(earlier.reports[passed].size, of: .earlier)
            passed += 1
        }
    }

    private func take(_ input: Int, of earlier: EarlierTables) throws(WriteFailure) {
        let range = earlier.inputs[input].reports
        pass(to: range.lowerBound, of: earlier)
        var reports: [ReportReceipt] = []
        var isChanged = false
        for index in range {
            let kept = earlier.reports[index]
            var now = kept
            let amendment = amendments(number)
            if let amendment {
                now.published = kept.own.amended(with: amendment)
                now.addedChecks = amendment.checks.count
            }
            now.published.original = late.reports[number].original
            if let csv {
                now.size = try csv.tables.add(
                    from: .earlier, kept.size, before: kept.published, after: now.published, added: amendment?.checks)
            }
            tally.amend(kept.own.status, to: now.published.status, addingChecks: now.addedChecks)
            if now != kept { isChanged = true }
            reports.append(now)
            number += 1
        }
        passed = range.upperBound
        if isChanged {
            let whole = earlier.inputs[input]
            var part = InputPart()
            part.extent = whole.extent
            part.tallyCount = whole.tallyCount
            part.tallies = whole.tallies
            part.kept = whole.kept
            var packed = PackedWriter()
            part.append(to: &packed)
            changed.append((input, packed.bytes + EarlierTables.pack(reports)))
        }
    }
}
