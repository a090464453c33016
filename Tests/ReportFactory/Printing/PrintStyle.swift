/// How one report's clerk writes labels and numbers.
struct PrintStyle {
    enum Brackets: CaseIterable { case full, half, halfSpaced }

    var brackets = Brackets.full
    /// What stands between a label's digit and its words.
    var point = "."
    var wideDigits = false
    var wideDecimalPoint = "."
    var groupsThousands = false
    var dash = "-"
    var tradition = false
    /// Short column headings are written with spaces in them, as narrow columns make clerks do.
    var spreadsHeaders = false

    init(irregularities: Set<Irregularity>, mayHoldSpaces: Bool, random: inout SeededGenerator) {
        brackets = random.pick(Brackets.allCases)
        point = random.pick([".", ".", ". "])
        if irregularities.contains(.halfWidth) {
            brackets = random.pick([.half, .halfSpaced])
        }
        if irregularities.contains(.fullWidth) {
            brackets = .full
            point = "．"
            wideDigits = true
            wideDecimalPoint = random.pick([".", "．"])
        }
        if irregularities.contains(.ideographicCommas) { point = "、" }
        groupsThousands = irregularities.contains(.thousands)
        dash = random.pick(["-", "—", "/", "无", "－", "——", "--"])
        spreadsHeaders = mayHoldSpaces && random.chance(0.3)
        tradition = irregularities.contains(.traditional)
    }

    /// Half-width digits as this clerk writes them.
    func digits(_ text: String) -> String {
        guard wideDigits else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map(PrintStyle.widened)))
    }

    private static func widened(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard ("0"..."9").contains(scalar), let wide = Unicode.Scalar(scalar.value - 0x30 + 0xFF10) else { return scalar }
        return wide
    }

    /// Brackets as this clerk writes them.
    func bracketed(_ text: String) -> String {
        switch brackets {
        case .full: text
        case .half: PrintStyle.replacing(text, ["（": "(", "）": ")", "：": ":", "，": ","])
        case .halfSpaced: PrintStyle.replacing(text, ["（": "(", "）": ") "])
        }
    }

    static func replacing(_ text: String, _ map: [Character: String]) -> String {
        var result = ""
        for character in text { result += map[character] ?? String(character) }
        while result.last == " " { result.removeLast() }
        return result
    }
}
