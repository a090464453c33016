import Codebook
import ReportFactory
import ReportModel
import Testing

/// The maker of reports itself: what it says is true has to be so.
@Suite struct FactoryTests {
    @Test func equalSeedsGiveEqualBytes() {
        var one = DocumentFactory(seed: 11)
        var two = DocumentFactory(seed: 11)
        var other = DocumentFactory(seed: 12)
        for family in LayoutFamily.allCases {
            let document = one.document(family: family, irregularities: [.misprints])
            #expect(document.text == two.document(family: family, irregularities: [.misprints]).text)
            #expect(document.text != other.document(family: family, irregularities: [.misprints]).text)
        }
    }

    @Test(arguments: LayoutFamily.allCases)
    func everyNumberOfTheTruthStandsInPrint(family: LayoutFamily) {
        var factory = DocumentFactory(seed: 21)
        for _ in 0..<10 {
            let document = factory.document(family: family)
            var printed: [String: Int] = [:]
            let isDigit = { (character: Character) in ("0"..."9").contains(character) || character == "." }
            for run in document.string.split(whereSeparator: { !isDigit($0) }) { printed[String(run), default: 0] += 1 }
            for report in document.reports {
                for (table, rows) in report.values where table != .disclosures {
                    for value in rows.joined() {
                        let text = value.map { String($0.mantissa) } ?? ""
                        #expect(printed[text, default: 0] > 0, "\(family) lacks \(text)")
                        printed[text, default: 0] -= 1
                    }
                }
            }
        }
    }

    @Test func sumsAddUpUnlessSpoilt() throws {
        var factory = DocumentFactory(seed: 31)
        for irregularities in [[], [.wrongTotal]] as [Set<Irregularity>] {
            for _ in 0..<40 {
                let report = try #require(factory.document(family: .tabs, irregularities: irregularities).reports.first)
                #expect(addsUp(report) == report.isConsistent)
                #expect(report.isConsistent == irregularities.isEmpty)
            }
        }
    }

    private func addsUp(_ report: SyntheticReport) -> Bool {
        guard let form = report.forms[.applications], let rows = report.values[.applications],
            let procedures = report.values[.proceedings]
        else { return false }
        let spec = CodeTable.shared.spec(form, .applications)
        func number(_ row: String, _ column: Int) -> Int64 { spec.row(row).flatMap { rows[$0][column] }?.mantissa ?? 0 }
        for column in 0..<7 {
            let outcomes = spec.rows.indices.filter { !["received", "carried_in", "total", "carried_out"].contains(spec.rows[$0].code) }
            let sum = outcomes.reduce(0) { $0 + (rows[$1][column]?.mantissa ?? 0) }
            guard sum == number("total", column),
                number("received", column) + number("carried_in", column) == sum + number("carried_out", column)
            else { return false }
        }
        let lines = rows.map { ($0, 6) } + procedures.map { ($0, 4) }
        return lines.allSatisfy { row, total in row[..<total].reduce(0) { $0 + ($1?.mantissa ?? 0) } == row[total]?.mantissa }
    }

    @Test func linesOfTruthNameEveryRowOfTheForm() throws {
        var factory = DocumentFactory(seed: 41)
        let document = factory.document(family: .pdfLines, irregularities: [.severalReports])
        let lines = TruthJSON.lines(document).split(separator: "\n")
        #expect(lines.count == document.reports.count)
        #expect(lines[0].hasPrefix("{\"file\": \"\(document.name)\", "))
        #expect(lines[1].hasPrefix("{\"file\": \"\(document.name)#2\", "))
        let report = document.reports[0]
        for table in StatutoryTable.allCases {
            for row in CodeTable.shared.spec(try #require(report.forms[table]), table).rows {
                #expect(lines[0].contains("\"\(table.rawValue)/\(row.code)\": ["))
            }
        }
    }

    @Test(arguments: Irregularity.allCases)
    func everyIrregularityShows(irregularity: Irregularity) {
        // An irregularity that changes nothing would be tested in vain.
        for family in LayoutFamily.textFamilies where irregularity.applies(to: family) {
            let shows = (0..<20).contains { seed in
                var plain = DocumentFactory(seed: UInt64(seed))
                var odd = DocumentFactory(seed: UInt64(seed))
                return plain.document(family: family).text != odd.document(family: family, irregularities: [irregularity]).text
            }
            #expect(shows, "\(irregularity.rawValue) in \(family.rawValue)")
        }
    }
}
