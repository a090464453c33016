/// Tables that a program has printed as JSON: arrays of rows, each an array of cells or an object of named cells.
enum JSONTables {
    /// True where a table was found.
    static func unfold(_ lines: inout [TextLine]) -> Bool {
        var result: [TextLine] = []
        var isChanged = false
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            guard let first = line.scalars.first(where: { !CellText.isBlank($0) }), first == 0x5B else {
                result.append(line)
                continue
            }
            var text = JSONTables.Text(lines, from: index - 1)
            guard let rows = text.table(), text.isLineEnd else {
                result.append(line)
                continue
            }
            result += rows
            index = text.line + 1
            isChanged = true
        }
        if isChanged { lines = result }
        return isChanged
    }

    /// A place in the lines, and what is read from there.
    private struct Text {
        let lines: [TextLine]
        private(set) var line: Int
        private var at = 0

        init(_ lines: [TextLine], from line: Int) {
            self.lines = lines
            self.line = line
        }

        /// Whether nothing but a comma stands behind what was read.
        var isLineEnd: Bool { lines[line].scalars[at...].allSatisfy { CellText.isBlank($0) || $0 == 0x2C } }

        private var next: UInt32? { at < lines[line].scalars.count ? lines[line].scalars[at] : nil }

        private mutating func skip() {
            while true {
                while let value = next, CellText.isBlank(value) { at += 1 }
                guard next == nil, line + 1 < lines.count else { return }
                line += 1
                at = 0
            }
        }

        private mutating func take(_ mark: UInt32) -> Bool {
            skip()
            guard next == mark else { return false }
            at += 1
            return true
        }

        /// The rows of an array of arrays or objects; nil where it is none.
        mutating func table() -> [TextLine]? {
            guard take(0x5B) else { return nil }
            var rows: [TextLine] = []
            var header: [[UInt32]] = []
            repeat {
                skip()
                let start = lines[line]
                if take(0x5B) {
                    guard let cells = values(until: 0x5D) else { return nil }
                    rows.append(TextLine(cells: cells.map(\.value), like: start))
                } else if take(0x7B) {
                    guard let pairs = values(until: 0x7D, named: true) else { return nil }
                    let names = pairs.map(\.name)
                    if names != header, !names.allSatisfy({ $0.allSatisfy(CellText.isDigit) }) {
                        rows.append(TextLine(cells: names, like: start))
                        header = names
                    }
                    rows.append(TextLine(cells: pairs.map(\.value), like: start))
                } else {
                    return nil
                }
            } while take(0x2C)
            return take(0x5D) ? rows : nil
        }

        private mutating func values(until end: UInt32, named: Bool = false) -> [(name: [UInt32], value: [UInt32])]? {
            var found: [(name: [UInt32], value: [UInt32])] = []
            if take(end) { return found }
            repeat {
                var name: [UInt32] = []
                if named {
                    guard let key = scalar(), take(0x3A) else { return nil }
                    name = key
                }
                guard let value = scalar() else { return nil }
                found.append((name, value))
            } while take(0x2C)
            return take(end) ? found : nil
        }

        /// A string without its quotes, or a number; a word for nothing is empty.
        private mutating func scalar() -> [UInt32]? {
            skip()
            var value: [UInt32] = []
            if take(0x22) {
                while let found = next, found != 0x22 {
                    at += 1
                    guard found == 0x5C, let escaped = next else {
                        value.append(found)
                        continue
                    }
                    at += 1
                    switch escaped {
                    case 0x6E, 0x72, 0x74: value.append(0x20)
                    case 0x75: return nil
                    default: value.append(escaped)
                    }
                }
                return take(0x22) ? value : nil
            }
            while let found = next, found > 0x20, found != 0x2C, found != 0x5D, found != 0x7D, found != 0x5B, found != 0x7B, found != 0x27 {
                value.append(found)
                at += 1
            }
            guard !value.isEmpty else { return nil }
            return CellText.isNothing(value) ? [] : CellText.isValue(value) ? value : nil
        }
    }
}
