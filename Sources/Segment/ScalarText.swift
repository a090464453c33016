internal import HanText

/// Title text is short and read once a report; scalars, not characters, because blanks and marks of any width must be seen.
extension String {
    var trimmedBlanks: String {
        var scalars = Substring(self).unicodeScalars
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
        let wanted = Array(words.unicodeScalars)
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
