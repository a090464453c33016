import Codebook
import ReportModel

/// Makes up the content of reports.
struct ContentMaker {
    /// How full a report's tables are.
    enum Density: CaseIterable {
        /// Nothing but zeros.
        case empty
        /// Nearly all zeros, as towns have it.
        case sparse
        case mixed
        /// Hardly any zero, so that a number in the wrong cell shows.
        case dense
    }

    var random: SeededGenerator
    var irregularities: Set<Irregularity>
    private var density = Density.mixed
    private var scale = 10

    init(random: SeededGenerator, irregularities: Set<Irregularity>) {
        self.random = random
        self.irregularities = irregularities
    }

    mutating func make() -> ReportContent {
        let level = random.pick([ReportContent.Level.town, .town, .town, .county, .county, .city, .province])
        let forms = makeForms()
        let needsZeros = !irregularities.isDisjoint(with: Irregularity.blanking)
        density =
            needsZeros
            ? random.pick([.sparse, .mixed, .mixed]) : random.pick([.empty, .sparse, .sparse, .mixed, .mixed, .dense, .dense])
        scale =
            switch level {
            case .town: 12
            case .county: 60
            case .city: 900
            case .province: 20_000
            }
        if irregularities.contains(.hugeNumbers) {
            scale = 40_000_000
            density = random.pick([.mixed, .dense])
        } else if irregularities.contains(.thousands) {
            scale = 90_000
            density = random.pick([.mixed, .dense])
        }
        var content = ReportContent(
            level: level, issuer: IssuerNames.make(level, using: &random), year: makeYear(forms), forms: forms, values: [:])
        content.values[.disclosures] = makeDisclosures(content.spec(.disclosures))
        content.values[.applications] = makeApplications(content.spec(.applications))
        content.values[.proceedings] = makeProceedings(content.spec(.proceedings))
        return content
    }

    private mutating func makeForms() -> [StatutoryTable: FormVersion] {
        var disclosures = random.chance(0.65) ? FormVersion.form2021 : .form2019
        if irregularities.contains(.unitsInHeader) { disclosures = .form2019 }
        if irregularities.contains(.signs) { disclosures = .form2019 }
        var applications = disclosures
        if irregularities.contains(.mixedForms) { applications = disclosures == .form2019 ? .form2021 : .form2019 }
        return [.disclosures: disclosures, .applications: applications, .proceedings: applications]
    }

    private mutating func makeYear(_ forms: [StatutoryTable: FormVersion]) -> Int {
        let isOld = (forms[.applications] == .form2019) != irregularities.contains(.yearMismatch)
        return isOld ? random.int(2019...2020) : random.int(2021...2025)
    }

    /// A count; `weight` makes it smaller or larger than the usual.
    private mutating func count(_ weight: Double = 1) -> DecimalValue {
        let zeros =
            switch density {
            case .empty: 1.0
            case .sparse: 0.9
            case .mixed: 0.5
            case .dense: 0.04
            }
        if random.chance(zeros) { return .zero }
        let top = max(2, Int(Double(scale) * weight * (0.2 + 2 * Double.random(in: 0..<1, using: &random))))
        return DecimalValue(random.int(1...top))
    }

    private mutating func makeDisclosures(_ spec: TableSpec) -> [[DecimalValue]] {
        spec.rows.map { row in
            spec.cells[row.cells].map { cell in
                switch (cell.unit, cell.column) {
                case (.yuan, _):
                    density == .empty ? .zero : DecimalValue(mantissa: Int64(random.int(10_000...(scale * 3_000_000 + 99_999))), scale: 2)
                case (.tenThousandYuan, _):
                    density == .empty || random.chance(0.3)
                        ? .zero : DecimalValue(mantissa: Int64(random.int(1...(scale * 4000))), scale: UInt8(random.int(1...4)))
                case (_, "change") where irregularities.contains(.signs):
                    DecimalValue(random.int(1...(scale + 3)) * random.pick([1, -1]))
                case (_, "change"): random.chance(0.4) ? DecimalValue(mantissa: -count().mantissa) : count()
                default: count(3)
                }
            }
        }
    }

    private mutating func makeApplications(_ spec: TableSpec) -> [[DecimalValue]] {
        let outcomes = spec.rows.indices.filter { !["received", "carried_in", "total", "carried_out"].contains(spec.rows[$0].code) }
        guard let received = spec.row("received"), let carriedIn = spec.row("carried_in"), let total = spec.row("total"),
            let carriedOut = spec.row("carried_out")
        else { preconditionFailure("the form has no such row") }
        var rows = [[DecimalValue]](repeating: [], count: spec.rows.count)
        for column in 0..<6 {
            let weight = column == 0 ? 1.0 : 0.2
            var sum: Int64 = 0
            for outcome in outcomes {
                let value = count(weight)
                rows[outcome].append(value)
                sum += value.mantissa
            }
            let left = count(weight).mantissa
            let earlier = min(count(weight).mantissa, sum + left)
            rows[total].append(DecimalValue(mantissa: sum))
            rows[carriedOut].append(DecimalValue(mantissa: left))
            rows[carriedIn].append(DecimalValue(mantissa: earlier))
            rows[received].append(DecimalValue(mantissa: sum + left - earlier))
        }
        for index in rows.indices { rows[index].append(rows[index].reduce(.zero, +)) }
        return rows
    }

    private mutating func makeProceedings(_ spec: TableSpec) -> [[DecimalValue]] {
        spec.rows.map { _ in
            let four = (0..<4).map { _ in count(0.2) }
            return four + [four.reduce(.zero, +)]
        }
    }
}
