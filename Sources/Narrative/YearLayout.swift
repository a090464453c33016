internal import Codebook
internal import ReportModel

/// Where the cells of ``YearRecord`` stand in the form.
struct YearLayout: Sendable {
    static let shared = YearLayout()

    /// The applicants' columns in form order.
    let columns: [String]
    let documents: [Int]
    /// Endings that a name may have or lack.
    let suffixes: [[UInt32]]
    private let places: [FormVersion: (carriedIn: [Int], carriedOut: [Int])]
    private let variants: [UInt32: UInt32]

    private init() {
        var places: [FormVersion: (carriedIn: [Int], carriedOut: [Int])] = [:]
        for form in FormVersion.allCases {
            let spec = CodeTable.shared.spec(form, .applications)
            func cells(_ row: String) -> [Int] { spec.cells.indices.filter { spec.cells[$0].row == row } }
            places[form] = (cells("carried_in"), cells("carried_out"))
        }
        self.places = places
        let spec = CodeTable.shared.spec(.form2021, .applications)
        columns = spec.cells.filter { $0.row == "carried_in" }.map(\.column)
        let disclosures = CodeTable.shared.spec(.form2021, .disclosures).cells
        documents = ["regulations", "normative_documents"].flatMap { row in
            ["issued", "repealed", "in_force"].compactMap { column in
                disclosures.firstIndex { $0.row == row && $0.column == column }
            }
        }
        suffixes = ["人民政府", "政府"].map { $0.unicodeScalars.map(\.value) }
        variants = Dictionary(FactVocabulary.shared.variants.map { ($0.variant, $0.standard) }) { first, _ in first }
    }

    func carriedIn(_ form: FormVersion, _ column: Int) -> Int { places[form]?.carriedIn[column] ?? Int.max }
    func carriedOut(_ form: FormVersion, _ column: Int) -> Int { places[form]?.carriedOut[column] ?? Int.max }
    func standard(_ scalar: UInt32) -> UInt32 { variants[scalar] ?? scalar }
}
