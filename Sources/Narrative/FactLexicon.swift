internal import Codebook
internal import HanText

/// The narrative's vocabulary, compiled for scanning.
final class FactLexicon: Sendable {
    static let shared = FactLexicon(.shared)

    let glyphs: GlyphTable
    let words: CodeTrie
    let wordEntries: [FactWordEntry]
    let units: CodeTrie
    let unitClasses: [UnitClasses]
    let unitTexts: [String]
    let afters: CodeTrie
    let afterEntries: [Features]
    let rules: [FactRule]
    /// The features that some rule asks for, and words for a sum: a part of a list without any of them is of an unknown kind.
    let telling: Features
    /// Of each rule: its kind, and the unit of a zero that is told in words.
    let kinds: [(kind: String, unit: String)]
    let channels: [String]
    /// The channels that sum up those named before them: 其他方式, 等新媒体.
    let sumChannels: Set<Int>
    /// The features that the algorithm itself knows by name.
    let bits: FeatureBits
    let unitBits: UnitBits

    init(_ vocabulary: FactVocabulary) {
        let folded = FactLexicon.folding(vocabulary)
        let words = vocabulary.words.filter { $0.role != "unit" && $0.role != "after" }
        var symbols = [UInt16](repeating: 0, count: 0x10000)
        var symbolCount: UInt16 = 1
        for code in vocabulary.words.flatMap(\.word.utf16) where symbols[Int(folded[Int(code)])] == 0 {
            symbols[Int(folded[Int(code)])] = symbolCount
            symbolCount += 1
        }
        precondition(symbolCount <= GlyphTable.number, "too many characters in the vocabulary")
        func spelled(_ word: String) -> [UInt16] { word.utf16.map { symbols[Int(folded[Int($0)])] } }

        var features = BitNames()
        var classNames = BitNames()
        var channels: [String] = []
        var trie = CodeTrie(symbols: Int(symbolCount))
        var entries: [FactWordEntry] = []
        for row in words {
            let at = trie.insert(spelled(row.word), entry: entries.count)
            if at == entries.count { entries.append(FactWordEntry()) }
            let role = ChannelRole(named: row.role)
            // Neutral words say nothing: they keep the words within them from being read.
            if row.code != "neutral" {
                entries[at].features.formUnion(Features(rawValue: features.bit(role == .none ? row.code : row.role)))
            }
            if role != .none {
                let channel = channels.firstIndex(of: row.code) ?? channels.count
                if channel == channels.count { channels.append(row.code) }
                entries[at].channel = Int16(channel)
                entries[at].channelRole = role
            }
        }
        self.words = trie
        wordEntries = entries
        sumChannels = Set(channels.indices.filter { ["other", "new_media", "media"].contains(channels[$0]) })
        self.channels = channels

        trie = CodeTrie(symbols: Int(symbolCount))
        var unitClasses: [UnitClasses] = []
        var unitTexts: [String] = []
        for row in vocabulary.words where row.role == "unit" {
            let at = trie.insert(spelled(row.word), entry: unitTexts.count)
            if at == unitTexts.count {
                unitTexts.append(row.word)
                unitClasses.append([])
            }
            unitClasses[at].formUnion(UnitClasses(rawValue: UInt32(classNames.bit(row.code))))
        }
        units = trie
        self.unitClasses = unitClasses
        self.unitTexts = unitTexts

        trie = CodeTrie(symbols: Int(symbolCount))
        var afterEntries: [Features] = []
        for row in vocabulary.words where row.role == "after" {
            _ = trie.insert(spelled(row.word), entry: afterEntries.count)
            afterEntries.append(Features(rawValue: features.bit(row.code)))
        }
        afters = trie
        self.afterEntries = afterEntries

        rules = vocabulary.rules.map { rule in
            FactRule(
                all: Features(rawValue: features.bits(rule.all)), none: Features(rawValue: features.bits(rule.none)),
                units: UnitClasses(rawValue: UInt32(classNames.bits(rule.units))), stage: rule.stage,
                canBeZero: rule.canBeZero, countsItems: rule.kind == "items_disclosed",
                channel: rule.channels.first.map { ChannelRole(named: $0) } ?? .none,
                secondChannel: rule.channels.dropFirst().first.map { ChannelRole(named: $0) } ?? .none)
        }
        bits = FeatureBits { Features(rawValue: features.bits($0)) }
        telling = rules.reduce(into: bits.total) { $0.formUnion($1.all) }
        kinds = vocabulary.rules.map { ($0.kind, $0.defaultUnit) }
        let unitBits = UnitBits { UnitClasses(rawValue: UInt32(classNames.bit($0))) }
        self.unitBits = unitBits
        let starts = zip(unitTexts, unitClasses).filter { !$1.contains(unitBits.none) }.compactMap(\.0.utf16.first).map
        { folded[Int($0)] }
        glyphs = GlyphTable(folded: folded, symbols: symbols, unitStarts: Set(starts))
    }

    /// The half-width, standard form of every code unit.
    private static func folding(_ vocabulary: FactVocabulary) -> [UInt16] {
        var folded = (0..<0x10000).map { UInt16(truncatingIfNeeded: ScalarClass.folded(UInt32($0))) }
        for (variant, standard) in vocabulary.variants where variant < 0x10000 && standard < 0x10000 {
            folded[Int(variant)] = UInt16(standard)
        }
        // Marks that print like others.
        for (code, standard) in [(0x301C, 0x7E), (0xFE50, 0x2C), (0x300E, 0x201C), (0x300F, 0x201D)] {
            folded[code] = UInt16(standard)
        }
        return folded
    }
}
