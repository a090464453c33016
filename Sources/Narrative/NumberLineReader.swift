internal import HanText

/// Reads a report's own document number: behind 文号 or 索引号, or a line such as 某政办〔2025〕3号.
enum NumberLineReader {
    static func number(_ text: [UInt32]) -> String? {
        for label in labels {
            if let number = labelled(text, label) { return number }
        }
        return isBareNumber(text) ? string(text[...]) : nil
    }

    /// 文号, 发文字号, 索引号
    private static let labels: [[UInt32]] = [[0x6587, 0x53F7], [0x53D1, 0x6587, 0x5B57, 0x53F7], [0x7D22, 0x5F15, 0x53F7]]

    /// What stands behind a label, a colon or the border of a cell, up to the next label.
    private static func labelled(_ text: [UInt32], _ label: [UInt32]) -> String? {
        guard text.count > label.count + 1, text.count <= 120 else { return nil }
        for start in 0..<(text.count - label.count - 1) where text[start] == label[0] {
            guard text[start..<start + label.count].elementsEqual(label) else { continue }
            var end = start + label.count
            if text[end] == 0x3A || text[end] == 0x7C {
                end += 1
            } else if label.count != 3 || !(ScalarClass.digit(text[end]) != nil || isLatin(text[end])) {
                // Without a mark only 索引号 and a figure are a label and its number.
                continue
            }
            let begin = end
            var hasDigit = false
            // The number ends at 号, or where Chinese goes on behind its figures.
            while end < text.count, end - begin < 40 {
                let value = text[end]
                if value == 0x7C { break }
                if value == 0x3A {
                    hasDigit = false
                    break
                }
                if ScalarClass.digit(value) != nil { hasDigit = true }
                if hasDigit && value >= 0x4E00 && value <= 0x9FFF {
                    if value == 0x53F7 { end += 1 }
                    break
                }
                end += 1
            }
            if hasDigit && end > begin + 2 { return string(text[begin..<end]) }
        }
        return nil
    }

    /// Two to twelve characters, a year in brackets, a number, 号; nothing else.
    private static func isBareNumber(_ text: [UInt32]) -> Bool {
        guard text.count >= 8, text.count <= 30, text.last == 0x53F7,
            let open = text.firstIndex(where: { $0 == 0x3014 || $0 == 0x5B || $0 == 0x28 }), (2...14).contains(open),
            open + 6 < text.count, text[..<open].allSatisfy({ $0 >= 0x4E00 && $0 <= 0x9FFF })
        else { return false }
        let year = text[open + 1..<open + 5].allSatisfy { ScalarClass.digit($0) != nil }
        let close = [0x3015, 0x5D, 0x29].contains(text[open + 5])
        return year && close && text[(open + 6)..<(text.count - 1)].allSatisfy { ScalarClass.digit($0) != nil }
    }

    private static func isLatin(_ value: UInt32) -> Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }

    private static func string(_ text: ArraySlice<UInt32>) -> String {
        String(String.UnicodeScalarView(text.compactMap(Unicode.Scalar.init)))
    }
}
