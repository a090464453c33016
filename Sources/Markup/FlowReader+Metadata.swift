import ReportModel

extension FlowReader {
    private static let metadataCells = 80
    private static let metadataBytes = 8_000

    /// True where a table describes the document; its fields are taken, it is not to be read further.
    mutating func takeMetadata(_ shape: TableShape, table: Int) -> Bool {
        let range = tree.nodes[table].textRange
        guard shape.cells.count <= FlowReader.metadataCells, range.count <= FlowReader.metadataBytes,
            ReportMarks.count(in: tree.text, range) == 0 || holdsLabel(shape)
        else { return false }
        defer { resumeParagraphs() }
        var texts: [[UInt8]] = []
        let start = folder.text.count
        for cell in shape.cells {
            var inner: [Int] = []
            let span = readCell(cell.node, &inner)
            texts.append(Array(folder.text[span.range]))
            folder.drop(from: start)
            if !inner.isEmpty { return false }
        }
        var statements: [(MetadataLabel, String)] = []
        for row in shape.rows {
            for index in row.cells { take(index, row, shape, texts, &statements) }
        }
        guard statements.count >= 2, statements.count * 5 >= texts.count(where: { !$0.isEmpty }) else { return false }
        for (label, value) in statements { metadata.offer(label, value) }
        return true
    }

    /// A report's title among the values may look like a part of a report.
    private func holdsLabel(_ shape: TableShape) -> Bool {
        guard let first = shape.cells.first(where: { tree.ink(tree.nodes[$0.node].textRange, limit: 1) > 0 }) else {
            return false
        }
        var probe = TextFolder()
        probe.begin(.cell)
        probe.append(tree.text, tree.nodes[first.node].textRange)
        _ = probe.end()
        return MetadataLabel.whole(probe.text) != nil || MetadataFields.statements(probe.text[...]) != nil
    }

    private func take(
        _ index: Int, _ row: TableShape.Row, _ shape: TableShape, _ texts: [[UInt8]],
        _ statements: inout [(MetadataLabel, String)]
    ) {
        let text = texts[index]
        if let label = MetadataLabel.whole(text) {
            statements.append((label, String(decoding: value(of: index, row, shape, texts), as: UTF8.self)))
        } else if let found = MetadataFields.statements(text[...]) {
            for (label, value) in found {
                var string = String.UnicodeScalarView()
                string.append(contentsOf: value)
                statements.append((label, String(string)))
            }
        }
    }

    /// The cell to the right of a label; below it where labels stand side by side.
    private func value(
        of index: Int, _ row: TableShape.Row, _ shape: TableShape, _ texts: [[UInt8]]
    ) -> [UInt8] {
        if index + 1 < row.cells.upperBound && MetadataLabel.whole(texts[index + 1]) == nil { return texts[index + 1] }
        guard let next = shape.rows.first(where: { $0.cells.lowerBound >= row.cells.upperBound && !$0.cells.isEmpty })
        else {
            return []
        }
        let below = next.cells.lowerBound + index - row.cells.lowerBound
        return next.cells.contains(below) && MetadataLabel.whole(texts[below]) == nil ? texts[below] : []
    }
}
