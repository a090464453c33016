public import ReportModel

extension Rows {
    /// The row of `files`.
    @inlinable public static func file<Sink: RowSink & ~Copyable>(_ file: FileRecord, into sink: inout Sink) {
        sink.beginRow()
        sink.text(file.path)
        sink.code(Code(file.status))
        sink.identifier(file.reportID)
        sink.code(Code(file.format))
        sink.code(Code(file.encoding))
        sink.integer(Int(file.bytes))
        sink.identifier(file.sha256)
        sink.integer(file.findings.count)
        sink.endRow()
    }

    /// The rows of `errors`.
    @inlinable public static func errors<Sink: RowSink & ~Copyable>(_ file: FileRecord, into sink: inout Sink) {
        for finding in file.findings {
            sink.beginRow()
            sink.text(file.path)
            sink.code(Code(finding.stage))
            sink.code(Code(finding.severity))
            sink.code(Code(finding.code))
            sink.text(finding.message)
            sink.place(finding.locator)
            sink.endRow()
        }
    }
}
