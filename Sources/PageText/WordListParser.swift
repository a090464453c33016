/// Reads what `pdftotext -bbox` prints: one element a line, `<page …>` and `<word …>text</word>`.
struct WordListParser {
    /// - Returns: nil where the list is not whole.
    func parse(_ bytes: [UInt8]) -> [PageWords]? {
        var pages: [PageWords] = []
        var isWhole = false
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let open = line.firstIndex(where: { $0 != UInt8(ascii: " ") }), line[open] == UInt8(ascii: "<") else {
                continue
            }
            let element = line[open...]
            if element.starts(with: Array("<word ".utf8)) {
                guard !pages.isEmpty, let word = word(element) else { continue }
                let page = pages[pages.count - 1]
                // What lies off the page is not in print.
                if word.midX < 0 || word.midY < 0 || word.midX > max(page.width, page.height) * 1.01 { continue }
                pages[pages.count - 1].words.append(word)
            } else if element.starts(with: Array("<page ".utf8)) {
                let values = attributes(element)
                guard values.count >= 2 else { continue }
                pages.append(PageWords(number: pages.count + 1, width: values[0], height: values[1], words: []))
            } else if element.starts(with: Array("</doc>".utf8)) {
                isWhole = true
            }
        }
        return isWhole ? pages.map(withTrueSize) : nil
    }

    /// The size in the list is that of the page before it is turned to be shown.
    private func withTrueSize(_ page: PageWords) -> PageWords {
        let isTurned =
            page.height > page.width
            ? page.words.contains { $0.midX > page.width + 2 } : page.words.contains { $0.midY > page.height + 2 }
        var page = page
        if isTurned { (page.width, page.height) = (page.height, page.width) }
        return page
    }

    private func word(_ element: ArraySlice<UInt8>) -> PageWord? {
        guard let start = element.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let values = attributes(element[..<start])
        guard values.count == 4, values.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { return nil }
        var content = element[(start + 1)...]
        if let end = content.lastIndex(of: UInt8(ascii: "<")) { content = content[..<end] }
        let text = CharacterRepair.repair(unescape(String(decoding: content, as: UTF8.self)))
        guard !text.isEmpty, values[2] > values[0], values[3] > values[1] else { return nil }
        return PageWord(left: values[0], top: values[1], right: values[2], bottom: values[3], text: text).fitted
    }

    /// The numbers between quotes, in order.
    private func attributes(_ element: ArraySlice<UInt8>) -> [Double] {
        element.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated().compactMap {
            $0.offset % 2 == 1 ? Double(String(decoding: $0.element, as: UTF8.self)) : nil
        }
    }

    private func unescape(_ text: String) -> String.UnicodeScalarView {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text.unicodeScalars }
        let names: [(String, Unicode.Scalar)] = [
            ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
        ]
        var out = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            if first == "&", let (name, scalar) = names.first(where: { rest.starts(with: $0.0.unicodeScalars) }) {
                out.append(scalar)
                rest = rest.dropFirst(name.unicodeScalars.count)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return out
    }
}
