internal import Codebook
internal import HanText

/// The narrative's vocabulary, compiled for scanning.
final class FactLexicon: Sendable {
    static let shared = FactLexicon(.shared)

    struct Word {
        var features: Features = []
        /// Index into ``channels``; -1 for none.
        var channel: Int16 = -1
        var channelRole: ChannelRole = .none
    }

    struct Unit {
        var text: String
        var classes: UnitClasses = []
    }

    struct Rule {
        var kind: String
        var units: UnitClasses
        var all: Features
        var none: Features
        var stage: Int
        var canBeZero: Bool
        var channels: [ChannelRole]
        var defaultUnit: String
    }

    enum ChannelRole: UInt8 {
        case none, media, applicant, document

        init(named name: String) {
            switch name {
            case "channel", "media": self = .media
            case "applicant": self = .applicant
            case "document": self = .document
            default: self = .none
            }
        }
    }

    let words: CodeTrie
    let wordEntries: [Word]
    let units: CodeTrie
    let unitEntries: [Unit]
    let afters: CodeTrie
    let afterEntries: [Features]
    let rules: [Rule]
    let channels: [String]
    /// The bits of the features that the algorithm itself knows by name.
    let bits: FeatureBits
    let unitBits: UnitBits
    /// Half-width, standard form of every code unit.
    let folded: [UInt16]
    /// Rough class of every code unit, for the first look.
    let classes: [CodeClass]

    init(_ vocabulary: FactVocabulary) {
        var folded = (0..<0x10000).map { UInt16(truncatingIfNeeded: ScalarClass.folded(UInt32($0))) }
        for (variant, standard) in vocabulary.variants where variant < 0x10000 && standard < 0x10000 {
            folded[Int(variant)] = UInt16(standard)
        }
        // Marks that print like others.
        for (code, standard) in [(0xFF0E, 0x2E), (0x301C, 0x7E), (0xFE50, 0x2C), (0x300E, 0x201C), (0x300F, 0x201D)] {
            folded[code] = UInt16(standard)
        }

        var featureNames: [String: Int] = [:]
        func features(_ names: [String]) -> Features {
            var set: Features = []
            for name in names {
                let bit = featureNames[name] ?? featureNames.count
                featureNames[name] = bit
                precondition(bit < 64, "too many features")
                set.insert(Features(rawValue: 1 << UInt64(bit)))
            }
            return set
        }
        var unitNames: [String: Int] = [:]
        func unitClasses(_ name: String) -> UnitClasses {
            let bit = unitNames[name] ?? unitNames.count
            unitNames[name] = bit
            return UnitClasses(rawValue: 1 << UInt32(bit))
        }

        var words = CodeTrie()
        var wordEntries: [Word] = []
        var units = CodeTrie()
        var unitEntries: [Unit] = []
        var afters = CodeTrie()
        var afterEntries: [Features] = []
        var channels: [String] = []
        for row in vocabulary.words {
            let codes = row.word.utf16.map { folded[Int($0)] }
            switch row.role {
            case "unit":
                let at = units.insert(codes, entry: Int32(unitEntries.count)) ?? Int32(unitEntries.count)
                if Int(at) == unitEntries.count { unitEntries.append(Unit(text: row.word)) }
                unitEntries[Int(at)].classes.insert(unitClasses(row.code))
            case "after":
                let at = afters.insert(codes, entry: Int32(afterEntries.count)) ?? Int32(afterEntries.count)
                if Int(at) == afterEntries.count { afterEntries.append([]) }
                afterEntries[Int(at)].formUnion(features([row.code]))
            default:
                let at = words.insert(codes, entry: Int32(wordEntries.count)) ?? Int32(wordEntries.count)
                if Int(at) == wordEntries.count { wordEntries.append(Word()) }
                let role = ChannelRole(named: row.role)
                wordEntries[Int(at)].features.formUnion(features([role == .none ? row.code : row.role]))
                if role != .none {
                    let channel = channels.firstIndex(of: row.code) ?? channels.count
                    if channel == channels.count { channels.append(row.code) }
                    wordEntries[Int(at)].channel = Int16(channel)
                    wordEntries[Int(at)].channelRole = role
                }
            }
        }
        rules = vocabulary.rules.map { rule in
            return Rule(
                kind: rule.kind, units: unitClasses(rule.units), all: features(rule.all), none: features(rule.none),
                stage: rule.stage, canBeZero: rule.canBeZero, channels: rule.channels.map { ChannelRole(named: $0) },
                defaultUnit: rule.defaultUnit)
        }
        bits = FeatureBits(features)
        let unitBits = UnitBits(unitClasses)
        self.unitBits = unitBits
        self.words = words
        self.wordEntries = wordEntries
        self.units = units
        self.unitEntries = unitEntries
        self.afters = afters
        self.afterEntries = afterEntries
        self.channels = channels
        self.folded = folded
        classes = FactLexicon.classify(
            folded: folded,
            unitStarts: Set(unitEntries.filter { !$0.classes.contains(unitBits.none) }.compactMap(\.text.utf16.first)))
    }

    private static func classify(folded: [UInt16], unitStarts: Set<UInt16>) -> [CodeClass] {
        (0..<0x10000).map { code in
            let standard = folded[code]
            var set: CodeClass = []
            if ScalarClass.isBlank(UInt32(code)) || standard == 0x2A || standard == 0x23 { set.insert(.skipped) }
            if standard >= 0x30 && standard <= 0x39 { set.insert(.digit) }
            if ChineseNumber.digit(UInt32(standard)) != nil || ChineseNumber.multiplier(UInt32(standard)) != nil {
                set.insert(.hanFigure)
            }
            switch standard {
            case 0x3002, 0x21, 0x3F, 0xFF61: set.insert(.sentenceEnd)
            case 0x2C, 0x3B, 0x3A, 0x3001: set.insert(.clauseEnd)
            // 没 未 无
            case 0x6CA1, 0x672A, 0x65E0: set.insert(.negation)
            // 余 多 来 几
            case 0x4F59, 0x591A, 0x6765, 0x51E0: set.insert(.followsFigure)
            // 分, as in 百分之
            case 0x5206: set.insert(.followsFigure)
            default: break
            }
            if unitStarts.contains(standard) { set.insert(.followsFigure) }
            return set
        }
    }
}
