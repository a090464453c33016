/// The names of provinces and of the cities of prefecture rank, and the words of which issuers' names are made.
///
/// Source: `Data/regions.csv`, `Data/issuer_words.csv`.
public struct RegionTable: Sendable {
    public static let shared = RegionTable()

    /// Provinces, autonomous regions, municipalities and special administrative regions, and the one corps of that rank.
    public let provinces: [String]
    /// A city that is neither here nor a municipality is of county rank.
    public let prefectureCities: Set<String>
    private let wordsByRole: [String: [String]]

    private init() {
        var provinces: [String] = []
        var cities: Set<String> = []
        for fields in CSVLines(PackageResources.regions_csv).dropFirst() {
            precondition(fields.count == 2, "regions.csv: bad row \(fields)")
            let names = fields[1].split(separator: "|").map(String.init)
            if fields[0] == "prefecture_city" { cities.formUnion(names) } else { provinces += names }
        }
        self.provinces = provinces
        prefectureCities = cities
        var words: [String: [String]] = [:]
        for fields in CSVLines(PackageResources.issuer_words_csv).dropFirst() {
            precondition(fields.count == 2, "issuer_words.csv: bad row \(fields)")
            words[fields[0], default: []] += fields[1].split(separator: "|").map(String.init)
        }
        wordsByRole = words
    }

    /// The words of a role of `issuer_words.csv`; none where there is no such role.
    public func words(_ role: String) -> [String] { wordsByRole[role] ?? [] }
}
