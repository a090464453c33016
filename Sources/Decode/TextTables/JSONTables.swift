/// Tables that a program has printed as JSON: arrays of rows, each an array of cells or an object of named cells, and objects of these.
enum JSONTables {
    /// True where a table was found.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        var result: [TextLine] = []
        var isChanged = false
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            guard let first = line.scalars.first(where: { !CellText.isBlank($0) }), first == 0x5B || first == 0x7B else {
                result.append(line)
                continue
            }
            var text = JSONText(lines, from: index - 1)
            guard let value = text.value(), text.isLineEnd, value.isTable else {
                result.append(line)
                continue
            }
            var rows = Rows()
            rows.add(value, label: nil)
            result += rows.lines
            index = text.line + 1
            isChanged = true
        }
        if isChanged { lines = result }
        return isChanged
    }

    /// Rows put together from values within each other.
    private struct Rows {
        private(set) var lines: [TextLine] = []
        private var header: [[UInt32]] = []

        /// - Parameter label: the name under which the value stands, if it has one that says something.
        mutating func add(_ value: JSONText.Value, label: [UInt32]?) {
            let lead = label.map { [$0] } ?? []
            switch value.content {
            case .scalar(let text): lines.append(TextLine(cells: lead + [text], like: value.line))
            case .array(let elements):
                if elements.allSatisfy({ $0.scalar != nil }) {
                    lines.append(TextLine(cells: lead + elements.compactMap(\.scalar), like: value.line))
                    return
                }
                if let label { lines.append(TextLine(label, like: value.line)) }
                for element in elements { add(element, label: nil) }
            case .object(let members):
                guard members.allSatisfy({ $0.value.scalar != nil }) else {
                    if let label { lines.append(TextLine(label, like: value.line)) }
                    for member in members where !Rows.isCount(member.value) { add(member.value, label: Rows.telling(member.name)) }
                    return
                }
                let names = members.map(\.name)
                if names != header, names.contains(where: { Rows.telling($0) != nil }) {
                    lines.append(TextLine(cells: lead.map { _ in [] } + names, like: value.line))
                    header = names
                }
                lines.append(TextLine(cells: lead + members.compactMap(\.value.scalar), like: value.line))
            }
        }

        /// Whether an array only counts rows or columns.
        private static func isCount(_ value: JSONText.Value) -> Bool {
            guard case .array(let elements) = value.content, elements.count > 1 || elements.first?.scalar == [0x30] else { return false }
            return elements.enumerated().allSatisfy { $0.element.scalar == String($0.offset).unicodeScalars.map(\.value) }
        }

        /// A name that is a word of the report's, not a number or a word of the program's.
        private static func telling(_ name: [UInt32]) -> [UInt32]? { name.contains { $0 >= 0x2E80 } ? name : nil }
    }
}
