/// What the text of one cell is.
enum CellText {
    static func isBlank(_ value: UInt32) -> Bool {
        switch value {
        case 0x20, 0x09, 0x0B...0x0D, 0xA0, 0x3000, 0x2000...0x200F, 0x202F, 0xFEFF: true
        default: false
        }
    }

    static func trimmed(_ cell: ArraySlice<UInt32>) -> [UInt32] {
        var cell = cell
        while let first = cell.first, isBlank(first) { cell.removeFirst() }
        while let last = cell.last, isBlank(last) { cell.removeLast() }
        return Array(cell)
    }

    /// Shows that a cell goes on in another line.
    static let lineEnd: UInt32 = 0x23CE

    static func isDigit(_ value: UInt32) -> Bool {
        value >= 0x30 && value <= 0x39 || value >= 0xFF10 && value <= 0xFF19
    }

    /// A figure with its unit, or a dash: what stands in a value's cell. An empty cell is none.
    static func isValue(_ cell: [UInt32]) -> Bool {
        guard let first = cell.first, cell.count <= 24 else { return false }
        if cell.allSatisfy(isDash) || cell == [nothing] || cell == [zero] { return true }
        guard isDigit(first) || isDash(first) || first == 0x2B || first == 0xFF0B else { return false }
        var digits = 0
        var others = 0
        var previous: UInt32 = 0
        for value in cell {
            // 3.其他 is a row's number and its label.
            if value >= 0x4E00 && value <= 0x9FFF && (previous == 0x2E || previous == 0xFF0E || previous == 0x3001) { return false }
            // Two figures are two cells.
            if isDigit(value) && isBlank(previous) && digits > 0 { return false }
            if isDigit(value) { digits += 1 } else if value > 0x2E80 && value < 0xFF00 { others += 1 }
            previous = value
        }
        // 1.属于国家秘密 begins with a figure and is a label.
        return digits > 0 && (others <= 2 || cell.contains(0x28) || cell.contains(0xFF08))
    }

    /// The number that counts a row or a column: three digits at most, and nothing else.
    static func serial(_ cell: [UInt32]) -> Int? {
        guard (1...3).contains(cell.count), cell.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return cell.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// 无, and the word for zero.
    static let nothing: UInt32 = 0x65E0
    private static let zero: UInt32 = 0x96F6

    private static func isDash(_ value: UInt32) -> Bool {
        switch value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x2F, 0xFF0F, 0x5C: true
        default: false
        }
    }

    /// How programs print that there is nothing: None, nan, null, Unnamed: 3.
    static func isNothing(_ cell: [UInt32]) -> Bool {
        guard cell.count >= 3, cell.count <= 12, cell.allSatisfy({ $0 < 0x7F }) else { return false }
        let word = String(String.UnicodeScalarView(cell.map { Unicode.Scalar($0) ?? " " })).lowercased()
        return word == "none" || word == "nan" || word == "null" || word.hasPrefix("unnamed: ")
    }

    /// How many columns of a terminal a character takes.
    static func width(_ value: UInt32) -> Int {
        value >= 0x2E80 && value != 0xFEFF ? 2 : value >= 0x0300 && value < 0x0370 ? 0 : 1
    }
}
