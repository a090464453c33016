public import Bytes
public import ReportModel

extension Rows {
    /// The rows of `sections`.
    ///
    /// - Parameter scratch: storage for a section's text, reused from call to call.
    @inlinable public static func sections<Sink: RowSink & ~Copyable>(
        _ sections: [Section], of document: Document, id: Span<UInt8>, scratch: inout [UInt8], into sink: inout Sink
    ) {
        for section in sections {
            SectionText.collect(section.body, of: document, into: &scratch)
            let bounds = section.lines.clamped(to: 0..<document.lines.count)
            sink.beginRow()
            sink.identifier(id)
            sink.code(Code(section.kind))
            sink.text(section.heading)
            if bounds.isEmpty {
                sink.null()
                sink.null()
            } else {
                sink.integer(Int(document.lines[bounds.lowerBound].number))
                sink.integer(Int(document.lines[bounds.upperBound - 1].number))
            }
            sink.integer(ScalarCount.visible(scratch.span))
            if scratch.isEmpty { sink.null() } else { sink.text(scratch.span) }
            sink.endRow()
        }
    }
}
