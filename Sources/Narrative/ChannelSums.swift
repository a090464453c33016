internal import Bytes
internal import ReportModel

/// Holds the items disclosed by channel against the total that stands before them.
struct ChannelSums {
    let document: Document

    func checks(_ facts: [Fact]) -> [Check] {
        var checks: [Check] = []
        var index = 0
        while index < facts.count {
            let total = facts[index]
            index += 1
            guard total.kind == "items_disclosed", total.channel == nil else { continue }
            var parts: [Fact] = []
            var sum: DecimalValue? = DecimalValue(0)
            while index < facts.count, facts[index].section == total.section {
                let fact = facts[index]
                if fact.kind == "items_disclosed" {
                    if fact.channel == nil { break }
                    // A list that adds up and has come to its end is whole: what the next sentence counts is none of it.
                    if let last = parts.last, sum == total.value, hasSentenceEnd(between: last, fact) { break }
                    parts.append(fact)
                    sum = sum?.adding(fact.value)
                } else if fact.kind != "rate" && fact.kind != "change" {
                    break
                }
                index += 1
            }
            if parts.count >= 2, let check = check(total, parts) { checks.append(check) }
        }
        return checks
    }

    private func hasSentenceEnd(between first: Fact, _ second: Fact) -> Bool {
        guard first.text.end < second.text.start else { return false }
        return ByteSearch.first((0xE3, 0x80, 0x82), in: document.text.span, Int(first.text.end)..<Int(second.text.start))
            < Int(second.text.start)
    }

    private func check(_ total: Fact, _ parts: [Fact]) -> Check? {
        var sum = DecimalValue(0)
        for part in parts {
            guard let next = sum.adding(part.value) else { return nil }
            sum = next
        }
        let isAbout = total.approximate || parts.contains(where: \.approximate)
        let span = SourceSpan(Int(total.text.start), max(Int(total.text.end), Int(parts[0].text.end)))
        let outcome: CheckOutcome
        if sum == total.value {
            outcome = .pass
        } else if isAbout || !SentenceScope(document: document).listsParts(span) {
            // Not told as parts, the same item may have gone out by several channels.
            outcome = .notAssessable
        } else if total.value.isLess(than: sum) {
            outcome = .fail
        } else {
            // Fewer: only a list that names the rest is meant to be complete.
            outcome = parts.contains { $0.channel == "other" } ? .fail : .notAssessable
        }
        return Check(
            rule: .narrativeChannels, subject: Subject.text(total, in: document), left: sum, right: total.value,
            outcome: outcome)
    }
}
