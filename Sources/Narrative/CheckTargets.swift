internal import Codebook
internal import ReportModel

/// Which kind of fact is held against what.
struct CheckTargets: Sendable {
    static let shared = CheckTargets()

    private var targets: [FormVersion: [String: CheckTarget]] = [:]

    func target(_ fact: Fact, _ report: Report) -> (CheckTarget, FormVersion)? {
        for form in FormVersion.allCases {
            guard let target = targets[form]?[fact.kind], report.table(target.table).form == form else { continue }
            return (target, form)
        }
        return nil
    }

    init() {
        for form in FormVersion.allCases {
            targets[form] = CheckTargets.applications(form)
                .merging(CheckTargets.proceedings(form)) { first, _ in first }
                .merging(CheckTargets.disclosures(form)) { first, _ in first }
        }
    }

    /// The cells of the rows whose code is one of `rows`, or begins with one that ends in a point, in one of `columns`.
    private static func places(_ form: FormVersion, _ table: StatutoryTable, _ rows: [String], _ columns: [String])
        -> [Int]
    {
        CodeTable.shared.spec(form, table).cells.enumerated().compactMap { index, cell in
            guard columns.contains(cell.column) else { return nil }
            return rows.contains { $0.hasSuffix(".") ? cell.row.hasPrefix($0) : cell.row == $0 } ? index : nil
        }
    }

    private static func applications(_ form: FormVersion) -> [String: CheckTarget] {
        let kinds: [(String, [[String]])] = [
            ("applications_received", [["received"], ["received", "carried_in"]]),
            ("applications_carried_in", [["carried_in"]]),
            ("applications_carried_out", [["carried_out"]]),
            ("applications_answered", [["total"], ["received"], ["received", "carried_in"]]),
            ("applications_granted", [["granted"]]),
            ("applications_partially_granted", [["partially_granted"]]),
            ("applications_denied", [["denied."]]),
            ("applications_unavailable", [["unavailable."]]),
            ("applications_not_processed", [["not_processed."]]),
            ("applications_other", [["other", "other."]]),
        ]
        let bodies = [
            "commercial_enterprise", "research_institution", "public_welfare_organization", "legal_service_institution",
            "other",
        ]
        var columns = ["": ["total"], "natural_person": ["natural_person"], "organization": bodies]
        for body in bodies where body != "other" { columns[body] = [body] }
        var targets: [String: CheckTarget] = [:]
        for (kind, rowSets) in kinds {
            var target = CheckTarget(rule: .narrativeApplications, table: .applications)
            target.cells[form] = columns.mapValues { names in rowSets.map { places(form, .applications, $0, names) } }
            targets[kind] = target
        }
        return targets
    }

    private static func proceedings(_ form: FormVersion) -> [String: CheckTarget] {
        let both = ["litigation_direct", "litigation_after_reconsideration"]
        var targets: [String: CheckTarget] = [:]
        for (suffix, column) in [
            ("", "total"), ("_upheld", "upheld"), ("_corrected", "corrected"), ("_pending", "pending"),
            ("_other", "other"),
        ] {
            for (kind, rowSets) in [
                ("reconsiderations", [["reconsideration"]]), ("lawsuits", [both, [both[0]], [both[1]]]),
            ] {
                var target = CheckTarget(rule: .narrativeProceedings, table: .proceedings, needsDisclosure: true)
                target.cells[form] = ["": rowSets.map { places(form, .proceedings, $0, [column]) }]
                targets[kind + suffix] = target
            }
        }
        return targets
    }

    private static func disclosures(_ form: FormVersion) -> [String: CheckTarget] {
        var targets: [String: CheckTarget] = [:]
        let columns =
            form == .form2021
            ? [("documents_issued", "issued"), ("documents_repealed", "repealed"), ("documents_in_force", "in_force")]
            : [("documents_issued", "made"), ("documents_in_force", "total_disclosed")]
        for (kind, column) in columns {
            var target = CheckTarget(rule: .narrativeDocuments, table: .disclosures, onlyZeroInAll: true)
            if column == "total_disclosed" { target.relation = .nothing }
            var cells: [String: [[Int]]] = [:]
            for row in ["regulations", "normative_documents"] {
                cells[row] = [places(form, .disclosures, [row], [column])]
            }
            cells[""] = [places(form, .disclosures, ["regulations", "normative_documents"], [column])]
            target.cells[form] = cells
            targets[kind] = target
        }
        if form == .form2021 {
            for (kind, relation) in [
                ("fees_collected", CheckTarget.Relation.part), ("administrative_charges", .contradiction),
            ] {
                var target = CheckTarget(rule: .narrativeFees, table: .disclosures, relation: relation)
                target.cells[form] = ["": [places(form, .disclosures, ["fees"], ["amount"])]]
                targets[kind] = target
            }
        }
        return targets
    }
}
