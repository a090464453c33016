import Codebook
import Narrative
import Testing

/// The data behind the facts: what a rule names must exist, and nothing may stand twice.
@Suite struct VocabularyTests {
    let vocabulary = FactVocabulary.shared

    @Test func rulesNameWhatTheWordsHave() {
        let features = Set(
            vocabulary.words.filter { !["unit", "after"].contains($0.role) }.map {
                $0.role == "feature" || $0.role == "cue" ? $0.code : $0.role
            })
        let units = Set(vocabulary.words.filter { $0.role == "unit" }.map(\.code))
        for rule in vocabulary.rules {
            #expect(!rule.units.isEmpty && units.isSuperset(of: rule.units), "\(rule.kind)")
            #expect(!rule.all.isEmpty, "\(rule.kind)")
            for feature in rule.all + rule.none { #expect(features.contains(feature), "\(rule.kind): \(feature)") }
            #expect((1...3).contains(rule.stage), "\(rule.kind)")
            #expect(rule.channels.allSatisfy { ["media", "applicant", "document"].contains($0) }, "\(rule.kind)")
            if rule.canBeZero { #expect(!rule.defaultUnit.isEmpty, "\(rule.kind)") }
        }
    }

    @Test func noWordStandsTwice() {
        var seen: Set<String> = []
        for word in vocabulary.words {
            #expect(seen.insert("\(word.role),\(word.code),\(word.word)").inserted, "\(word)")
            #expect(
                !word.word.isEmpty && !word.word.contains(where: \.isWhitespace) && !word.word.contains("\""), "\(word)"
            )
        }
    }

    @Test func aWordIsOneChannelOnly() {
        var channels: [String: String] = [:]
        for word in vocabulary.words where ["channel", "applicant", "document"].contains(word.role) {
            #expect(channels.updateValue("\(word.role)/\(word.code)", forKey: word.word) == nil, "\(word)")
        }
    }

    @Test func everyKindOfTheTablesCanBeFound() {
        let kinds = Set(vocabulary.rules.map(\.kind))
        for kind in [
            "items_disclosed", "documents_issued", "documents_repealed", "documents_in_force", "policy_readings",
            "applications_received", "applications_carried_in", "applications_answered", "applications_granted",
            "applications_denied", "applications_carried_out", "reconsiderations", "lawsuits",
            "reconsiderations_upheld",
            "reconsiderations_corrected", "fees_collected", "trainings", "people_trained", "meetings", "inspections",
            "staff",
        ] { #expect(kinds.contains(kind)) }
    }

    @Test func wordsOfIssuersNames() {
        for role in [
            "government", "department", "no_department", "national", "ministry", "organ", "prefecture_name",
            "county_city", "new_district", "zone", "province_short", "no_region",
        ] {
            let words = RegionTable.shared.words(role)
            #expect(!words.isEmpty, "\(role)")
            #expect(Set(words).count == words.count, "\(role)")
            #expect(words.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) }, "\(role)")
        }
        #expect(RegionTable.shared.words("none").isEmpty)
    }

    @Test func regions() {
        #expect(RegionTable.shared.provinces.count == 35)
        #expect(RegionTable.shared.prefectureCities.count > 285)
        #expect(RegionTable.shared.prefectureCities.isDisjoint(with: RegionTable.shared.provinces))
        #expect(RegionTable.shared.prefectureCities.allSatisfy { $0.hasSuffix("市") })
    }
}
