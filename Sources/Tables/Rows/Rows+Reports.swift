public import ReportModel

extension Rows {
    /// The row of `reports` up to the columns that may change late; ``reportEnd(_:into:)`` ends it.
    @inlinable public static func reportStart<Sink: RowSink & ~Copyable>(
        _ report: Report, id: Span<UInt8>, into sink: inout Sink
    ) {
        sink.beginRow()
        sink.identifier(id)
        sink.text(report.path)
        sink.text(report.title)
        sink.text(report.issuer)
        sink.code(report.level.map { Code($0) })
        sink.text(report.province)
        sink.text(report.prefecture)
        sink.text(report.county)
        sink.text(report.township)
        sink.integer(report.year)
        sink.date(report.periodStart)
        sink.date(report.periodEnd)
        sink.date(report.publishedOn)
        sink.text(report.documentNumber)
        sink.text(report.phone)
        sink.code(report.disclosures.form.map { Code($0) })
        sink.code(report.applications.form.map { Code($0) })
        sink.code(report.proceedings.form.map { Code($0) })
        let counts = CellCounts(report)
        sink.integer(counts.expected)
        sink.integer(counts.reported)
        sink.integer(counts.blank)
        sink.integer(counts.inferred)
        sink.integer(counts.unreadable)
        sink.integer(counts.absent)
    }

    /// The columns of `reports` that are known last.
    @inlinable public static func reportEnd<Sink: RowSink & ~Copyable>(_ late: LateColumns, into sink: inout Sink) {
        sink.integer(late.checksFailed)
        sink.code(Code(late.status))
        sink.identifier(late.duplicateOf)
        sink.endRow()
    }

    /// The rows of `checks`.
    @inlinable public static func checks<Sink: RowSink & ~Copyable>(
        _ checks: [Check], id: Span<UInt8>, into sink: inout Sink
    ) {
        let checks = checks.span
        for index in checks.indices {
            sink.beginRow()
            sink.identifier(id)
            sink.code(Code(checks[index].rule))
            sink.text(checks[index].subject.utf8.span)
            sink.decimal(checks[index].left)
            sink.decimal(checks[index].right)
            sink.decimal(checks[index].difference)
            sink.code(Code(checks[index].outcome))
            sink.endRow()
        }
    }

    /// The row of `panel` up to its status; the status and ``panelEnd(_:into:)`` follow.
    @inlinable public static func panelStart<Sink: RowSink & ~Copyable>(
        _ report: Report, id: Span<UInt8>, into sink: inout Sink
    ) {
        sink.beginRow()
        sink.identifier(id)
        sink.text(report.issuer)
        sink.integer(report.year)
    }

    /// The values of a row of `panel`.
    @inlinable public static func panelEnd<Sink: RowSink & ~Copyable>(_ report: Report, into sink: inout Sink) {
        for kind in StatutoryTable.allCases {
            let table = report.table(kind)
            let cells = table.cells.span
            guard let form = table.form else {
                for _ in 0..<PanelLayout.shared.columnCount(of: kind) { sink.null() }
                continue
            }
            let sources = PanelLayout.shared.sources(form, kind).span
            for position in sources.indices {
                let source = sources[position]
                if source >= 0 && source < cells.count, let value = cells[source].value {
                    sink.decimal(value)
                } else {
                    sink.null()
                }
            }
        }
        let stated = StatedFigures(report.facts)
        sink.decimal(stated.items)
        sink.decimal(stated.applications)
        sink.decimal(stated.fees)
        sink.endRow()
    }

    /// The rows of `facts`.
    @inlinable public static func facts<Sink: RowSink & ~Copyable>(
        _ facts: [Fact], id: Span<UInt8>, text: Span<UInt8>, into sink: inout Sink
    ) {
        for fact in facts {
            sink.beginRow()
            sink.identifier(id)
            sink.code(Code(fact.section))
            sink.text(fact.kind)
            sink.text(fact.channel)
            sink.decimal(fact.value)
            sink.text(fact.unit)
            sink.boolean(fact.approximate)
            sink.text(fact.text, of: text)
            sink.place(fact.locator)
            sink.endRow()
        }
    }
}

/// What is known of a report only when every input has been seen.
public struct LateColumns: Hashable, Sendable {
    public var checksFailed: Int
    public var status: ReportStatus
    public var duplicateOf: String?

    public init(checksFailed: Int, status: ReportStatus, duplicateOf: String? = nil) {
        self.checksFailed = checksFailed
        self.status = status
        self.duplicateOf = duplicateOf
    }
}

extension Check {
    /// `left` - `right`, exact; nil where a side is missing or the difference is beyond 64 bits.
    public var difference: DecimalValue? {
        guard var left, var right else { return nil }
        if left.scale == right.scale {
            let (value, overflow) = left.mantissa.subtractingReportingOverflow(right.mantissa)
            return overflow ? nil : DecimalValue(mantissa: value, scale: left.scale)
        }
        guard left.widen(to: right.scale), right.widen(to: left.scale) else { return nil }
        let (value, overflow) = left.mantissa.subtractingReportingOverflow(right.mantissa)
        return overflow ? nil : DecimalValue(mantissa: value, scale: left.scale)
    }
}

extension DecimalValue {
    /// Appends zeros after the point; false where the mantissa would overflow.
    fileprivate mutating func widen(to wider: UInt8) -> Bool {
        while scale < wider {
            let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
            if overflow { return false }
            mantissa = product
            scale += 1
        }
        return true
    }
}
