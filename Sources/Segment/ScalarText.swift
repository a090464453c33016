internal import HanText

/// Title text is short and read once a report; scalars, not characters, because blanks and marks of any width must be seen.
extension String {
    /// The text of scalars.
    init(scalars: some Sequence<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(120)
        for scalar in scalars {
            let value = scalar.value
            if value >= 0x800 && value < 0x10000 {
                bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
            } else if value < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }

    func containsScalars(_ words: String) -> Bool { Array(unicodeScalars).firstIndex(of: Array(words.unicodeScalars)) != nil }
}

extension [Unicode.Scalar] {
    /// The scalars of valid UTF-8.
    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        self.init()
        reserveCapacity(range.count / 2)
        var index = range.lowerBound
        while index < range.upperBound {
            let (value, next) = UTF8Cursor.scalar(in: text, at: index)
            append(Unicode.Scalar(value) ?? "\u{FFFD}")
            index = next
        }
    }

    /// The index at which `wanted` begins, blanks in its midst left out; 0 where nothing is wanted.
    func firstIndex(of wanted: [Unicode.Scalar], ignoringBlanks: Bool = false) -> Int? {
        if wanted.isEmpty { return 0 }
        for start in indices where self[start] == wanted[0] {
            var index = start
            var at = 0
            while index < count && at < wanted.count {
                if self[index] == wanted[at] {
                    at += 1
                } else if !(ignoringBlanks && at > 0 && ScalarClass.isBlank(self[index].value)) {
                    break
                }
                index += 1
            }
            if at == wanted.count { return start }
        }
        return nil
    }
}

extension ArraySlice<Unicode.Scalar> {
    var trimmedBlanks: Self { trimmed { ScalarClass.isBlank($0) } }

    func trimmed(_ isEdge: (UInt32) -> Bool) -> Self {
        var (lower, upper) = (startIndex, endIndex)
        while lower < upper, isEdge(self[lower].value) { lower += 1 }
        while upper > lower, isEdge(self[upper - 1].value) { upper -= 1 }
        return self[lower..<upper]
    }

    func hasPrefix(_ words: [Unicode.Scalar]) -> Bool {
        count >= words.count && words.indices.allSatisfy { self[startIndex + $0] == words[$0] }
    }

    func hasSuffix(_ words: [Unicode.Scalar]) -> Bool { dropFirst(Swift.max(0, count - words.count)).hasPrefix(words) }
}
