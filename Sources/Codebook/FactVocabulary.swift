/// A word of the narrative's vocabulary, and what it says.
public struct FactWord: Hashable, Sendable {
    /// `feature` (what a clause speaks of), `document`, `channel`, `applicant`, `cue`, `unit`, `after` or `region`.
    public var role: String
    /// The word's meaning within its role.
    public var code: String
    public var word: String
}

/// A kind of fact, and the features by which it is recognised. Rows are tried in order.
public struct FactKindRule: Hashable, Sendable {
    public var kind: String
    /// A class of measure words: a `unit` code of ``FactWord``.
    public var units: String
    /// Features that must all be there.
    public var all: [String]
    /// Features none of which may be there.
    public var none: [String]
    /// 1: the clause alone is enough. 2: only with what the sentence before it speaks of. 3: only where nothing else fits.
    public var stage: Int
    /// Whether "none received", "none occurred" make a fact with the value zero.
    public var canBeZero: Bool
    /// The roles whose codes fill `channel`: of `media`, `applicant`, `document` the first that is named.
    public var channels: [String]
    /// The unit of a zero that was told in words.
    public var defaultUnit: String
}

/// The words and rules by which figures are found in prose.
///
/// Source: `Data/fact_words.csv`, `Data/fact_kinds.csv`, and `Data/variants.csv` for traditional characters.
public struct FactVocabulary: Sendable {
    public static let shared = FactVocabulary()

    public let words: [FactWord]
    /// Names of regions, by the code of their rank.
    public let regions: [FactWord]
    public let rules: [FactKindRule]
    /// Traditional characters and their standard form.
    public let variants: [(variant: UInt32, standard: UInt32)]

    private init() {
        let all = CSVLines(PackageResources.fact_words_csv).dropFirst().flatMap { fields in
            precondition(fields.count == 3, "fact_words.csv: bad row \(fields)")
            return fields[2].split(separator: "|").map { FactWord(role: fields[0], code: fields[1], word: String($0)) }
        }
        words = all.filter { $0.role != "region" }
        regions = all.filter { $0.role == "region" }
        rules = CSVLines(PackageResources.fact_kinds_csv).dropFirst().map { fields in
            guard fields.count == 8, let stage = Int(fields[4]) else { preconditionFailure("fact_kinds.csv: bad row \(fields)") }
            return FactKindRule(
                kind: fields[0], units: fields[1], all: fields[2].split(separator: "|").map(String.init),
                none: fields[3].split(separator: "|").map(String.init), stage: stage, canBeZero: fields[5] == "yes",
                channels: fields[6].split(separator: "|").map(String.init), defaultUnit: fields[7])
        }
        variants = CSVLines(PackageResources.variants_csv).dropFirst().compactMap { fields in
            guard let variant = fields[0].unicodeScalars.first, let standard = fields[1].unicodeScalars.first else { return nil }
            return (variant.value, standard.value)
        }
    }
}
