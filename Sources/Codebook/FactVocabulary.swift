/// The words and rules by which figures are found in prose.
///
/// Source: `Data/fact_words.csv`, `Data/fact_kinds.csv`, and `Data/variants.csv` for traditional characters.
public struct FactVocabulary: Sendable {
    public static let shared = FactVocabulary()

    public let words: [FactWord]
    public let rules: [FactKindRule]
    /// Traditional characters and their standard form.
    public let variants: [(variant: UInt32, standard: UInt32)]

    private init() {
        words = CSVLines(PackageResources.fact_words_csv).dropFirst().flatMap { fields in
            precondition(fields.count == 3, "fact_words.csv: bad row \(fields)")
            return fields[2].split(separator: "|").map { FactWord(role: fields[0], code: fields[1], word: String($0)) }
        }
        rules = CSVLines(PackageResources.fact_kinds_csv).dropFirst().map { fields in
            guard fields.count == 8, let stage = Int(fields[4]) else {
                preconditionFailure("fact_kinds.csv: bad row \(fields)")
            }
            return FactKindRule(
                kind: fields[0], units: fields[1].split(separator: "|").map(String.init), all: fields[2].split(separator: "|").map(String.init),
                none: fields[3].split(separator: "|").map(String.init), stage: stage, canBeZero: fields[5] == "yes",
                channels: fields[6].split(separator: "|").map(String.init), defaultUnit: fields[7])
        }
        variants = CSVLines(PackageResources.variants_csv).dropFirst().compactMap { fields in
            guard let variant = fields[0].unicodeScalars.first, let standard = fields[1].unicodeScalars.first else {
                return nil
            }
            return (variant.value, standard.value)
        }
    }
}
