internal import Codebook
internal import ReportModel

/// Which form section 2 is printed in.
extension DisclosuresReader {
    /// The headers tell the form; where they are gone, the rows that only one form has, or the number of values in a row.
    func form(of hits: [Hit]) -> FormVersion? {
        var older = 0
        var newer = 0
        for mention in reading.mentions {
            guard let form = mention.naming.columnForm else { continue }
            if form == .form2019 { older += 2 } else { newer += 2 }
        }
        for hit in hits {
            guard let form = hit.naming.rowForm else { continue }
            if form == .form2019 { older += 3 } else { newer += 3 }
        }
        if older != newer { return older > newer ? .form2019 : .form2021 }
        guard older == 0 else { return formOfMostRows(hits) }
        let spec = CodeTable.shared.spec(.form2021, .disclosures)
        let single = Set(spec.rows.indices.filter { spec.rows[$0].cells.count == 1 && spec.rows[$0].code != "fees" })
        let counts = hits.filter { single.contains($0.naming.row2021) }.compactMap { hit in
            hit.run < 0 ? nil : reading.runs[hit.run].pieces.count { reading.list.pieces[$0].kind != .blank }
        }
        if counts.count >= 2, counts.allSatisfy({ $0 == 3 }) { return .form2019 }
        if counts.count >= 2, counts.allSatisfy({ $0 == 1 }) { return .form2021 }
        return nil
    }

    /// The form whose headers stand over more of the rows with values, where the small tables are of both; nil where neither does.
    private func formOfMostRows(_ hits: [Hit]) -> FormVersion? {
        let rows = hits.filter(\.isFilled).compactMap { reading.runs[$0.run].mention }
        let forms = rows.compactMap { headers(over: $0).lazy.compactMap(\.columnForm).first }
        let older = forms.count { $0 == .form2019 }
        return 2 * older == forms.count ? nil : 2 * older > forms.count ? .form2019 : .form2021
    }

    /// Whether the columns over a row are named, and none is one of the row's in this form: the small table is the other form's.
    func isUnderOthers(_ run: Run, _ cells: Range<Int>, _ form: FormVersion) -> Bool {
        guard let label = run.mention else { return false }
        let above = headers(over: label).compactMap(\.column)
        guard !above.isEmpty else { return false }
        let own = Self.codes(form)[cells]
        return !above.contains { own.contains($0) }
    }

    /// What the headers of the row's own small table name.
    private func headers(over label: Mention) -> [Naming] {
        var found: [Naming] = []
        // Of labels that share a piece, the order tells.
        for mention in reading.mentions.reversed()
        where mention.last < label.first || mention.last == label.first && mention.index < label.index {
            if mention.naming.column != nil {
                found.append(mention.naming)
            } else if !found.isEmpty || mention.naming.isHeading {
                break
            }
        }
        return found
    }
}
