/// The names of provinces, and of the cities of prefecture rank.
///
/// Source: the rows `region` of `Data/fact_words.csv`.
public struct RegionTable: Sendable {
    public static let shared = RegionTable(FactVocabulary.shared)

    /// Provinces, autonomous regions, municipalities and special administrative regions.
    public let provinces: [String]
    /// A city that is neither here nor a municipality is of county rank.
    public let prefectureCities: Set<String>

    private init(_ vocabulary: FactVocabulary) {
        provinces = vocabulary.regions.filter { $0.code != "prefecture_city" }.map(\.word)
        prefectureCities = Set(vocabulary.regions.filter { $0.code == "prefecture_city" }.map(\.word))
    }
}
