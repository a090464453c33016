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

    var trimmedBlanks: String {
        var scalars = Substring(self).unicodeScalars
        guard let first = scalars.first, let last = scalars.last,
            ScalarClass.isBlank(first.value) || ScalarClass.isBlank(last.value)
        else { return self }
        while let first = scalars.first, ScalarClass.isBlank(first.value) { scalars.removeFirst() }
        while let last = scalars.last, ScalarClass.isBlank(last.value) { scalars.removeLast() }
        return String(scalars)
    }

    func containsScalars(_ words: String) -> Bool { Array(unicodeScalars).firstIndex(of: words, ignoringBlanks: false) != nil }

    func hasSuffixScalars(_ words: String) -> Bool { unicodeScalars.suffix(words.unicodeScalars.count).elementsEqual(words.unicodeScalars) }

    func hasPrefixScalars(_ words: String) -> Bool { unicodeScalars.starts(with: words.unicodeScalars) }
}

extension [Unicode.Scalar] {
    /// The index at which `words` begins.
    func firstIndex(of words: String, ignoringBlanks: Bool) -> Int? {
        firstIndex(of: Array(words.unicodeScalars), ignoringBlanks: ignoringBlanks)
    }

    /// The index at which `wanted` begins.
    func firstIndex(of wanted: [Unicode.Scalar], ignoringBlanks: Bool) -> Int? {
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
