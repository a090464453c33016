internal import HanText
internal import ReportModel

/// What the sentences before the first table call the report: 现公布某县财政局2024年政府信息公开工作年度报告, 由某县财政局编制.
///
/// Pages that print the title outside their text leave nothing else that names the issuer.
struct Preamble {
    struct Name {
        var title: String?
        var issuer: String?
        var year: Int?
    }

    let document: Document
    private let scanner = LineScanner()
    private let reader = TitleReader()

    init(_ document: Document) { self.document = document }

    /// What the first lines say; the first title with an issuer counts, else the body that has made the report.
    func name(_ lines: Range<Int>) -> Name {
        var found = Name()
        var maker: String?
        for line in lines.prefix(60) where document.lines[line].grid < 0 && (30...4000).contains(document.lines[line].span.count) {
            let text = document.text.span
            let scalars = [Unicode.Scalar](text, scanner.trimmed(text, document.lines[line].span))
                .filter { !ScalarClass.isBlank($0.value) }
            if let title = title(scalars) {
                found.year = found.year ?? title.year
                if found.issuer == nil, let issuer = title.issuer { (found.title, found.issuer) = (title.text, issuer) }
            }
            maker = maker ?? self.maker(scalars)
        }
        found.issuer = found.issuer ?? maker
        return found
    }

    private static let ends = ["报告", "報告", "年报", "年報"].map { Array($0.unicodeScalars) }
    /// What leads to the title within its clause.
    private static let leads = ["公布", "发布", "發布", "编制", "編制", "编制了", "发布了", "公布了", "公开", "現將", "现将"].map { Array($0.unicodeScalars) }

    /// The first title of a year's report on disclosure that ends at a mark, 如下 or the line's end.
    private func title(_ text: [Unicode.Scalar]) -> Title? {
        var best: Title?
        for index in text.indices.dropLast() where Preamble.ends.contains(where: { text[index...].hasPrefix($0) }) {
            let end = index + 2
            guard end == text.count || Preamble.isMark(text[end]) || text[end] == "如" else { continue }
            var start = index
            while start > 0, index - start < 60, !Preamble.isMark(text[start - 1]) { start -= 1 }
            var own = text[start..<end]
            // 现公布, 特向社会公布: the last of them before the title's words.
            if let lead = own.indices.last(where: { at in
                Preamble.leads.contains { own[at...].hasPrefix($0) } && !own[..<at].hasSuffix(["信", "息"]) && !own[..<at].hasSuffix(["政", "务"])
            }), let words = Preamble.leads.filter({ own[lead...].hasPrefix($0) }).map(\.count).max() {
                own = own[(lead + words)...]
            } else if own.first == "对" {
                own = own.dropFirst()
            }
            var title = reader.read(Array(own), lines: 0...0)
            guard title.namesDisclosure, title.year != nil else { continue }
            title.issuer = title.issuer.flatMap(Preamble.body)
            if title.issuer != nil { return title }
            best = best ?? title
        }
        return best
    }

    private static let makers = ["编制", "編制", "编写", "撰写", "根据", "依据", "按照", "结合", "汇总"].map { Array($0.unicodeScalars) }

    /// 由某县财政局编制, 由某县财政局根据《…》编制
    private func maker(_ text: [Unicode.Scalar]) -> String? {
        for start in text.indices where text[start] == "由" {
            var end = start + 1
            while end < text.count, end - start <= 30, !Preamble.isMark(text[end]),
                !Preamble.makers.contains(where: { text[end...].hasPrefix($0) })
            { end += 1 }
            guard end < text.count, Preamble.makers.contains(where: { text[end...].hasPrefix($0) }) else { continue }
            if let name = Preamble.body(String(scalars: text[(start + 1)..<end])) { return name }
        }
        return nil
    }

    /// A body's name; nil for 我局, 本单位 and what is none.
    private static func body(_ name: String) -> String? {
        var scalars = Array(name.unicodeScalars)[...]
        if scalars.last == "的" { scalars = scalars.dropLast() }
        guard (3...30).contains(scalars.count), TitleReader.endsLikeIssuer(scalars), let first = scalars.first,
            !["我", "本", "全", "各", "该", "其"].contains(first), scalars.allSatisfy({ ScalarClass.isLetter($0.value) })
        else { return nil }
        return String(scalars: scalars)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass.folded(scalar.value) {
        case 0x2C, 0x3002, 0x3B, 0x3A, 0x28, 0x29, 0x300A, 0x300B, 0x3001, 0x201C, 0x201D, 0x2E: true
        default: false
        }
    }
}
