/// What the page calls formats, problems and rules in Chinese.
struct PageWords: Sendable {
    static let shared = PageWords()

    private let words: [String: String]

    private init() {
        var words: [String: String] = [:]
        for line in String(decoding: PackageResources.words_csv, as: UTF8.self).split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", maxSplits: 2).map(String.init)
            precondition(fields.count == 3, "words.csv: bad row \(line)")
            words["\(fields[0]).\(fields[1])"] = fields[2]
        }
        self.words = words
    }

    func format(_ code: String) -> String { words["format.\(code)"] ?? code }
    func problem(_ code: String) -> String { words["problem.\(code)"] ?? code }
    func rule(_ code: String) -> String { words["rule.\(code)"] ?? code }
}
