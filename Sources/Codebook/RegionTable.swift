/// The names of provinces, and of the cities of prefecture rank.
///
/// Source: `Data/regions.csv`.
public struct RegionTable: Sendable {
    public static let shared = RegionTable()

    /// Provinces, autonomous regions, municipalities and special administrative regions.
    public let provinces: [String]
    /// A city that is neither here nor a municipality is of county rank.
    public let prefectureCities: Set<String>

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
    }
}
