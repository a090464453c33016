/// The features that the algorithm itself asks for; all others are known to the data only.
struct FeatureBits: Sendable {
    let application, reconsideration, lawsuit, document, fee, info, proactive, matter, training, staff,
        attended: Features
    let received, disclosed, issued, revised, repealed, inForce, otherOutcome, otherResult, rest, answered, carriedIn,
        carriedOut, carry: Features
    let zero, occur, distribution, limit, plan, planAhead, planDone, compare, delta, prior, thisYear: Features
    let among, approximate, cause, weaken, tail, conditional, hanverb, total: Features
    let channel, applicant, openness, scope, gain, about, cumulative, via: Features
    /// Events: what is named in front of their word only describes them.
    let sessions: Features
    /// What is counted.
    let objects: Features
    /// What is done with it.
    let actions: Features
    /// Results of an application: they say by themselves what is counted.
    let results: Features
    /// Results of a reconsideration or lawsuit.
    let verdicts: Features

    init(_ features: ([String]) -> Features) {
        application = features(["application"])
        reconsideration = features(["reconsideration"])
        lawsuit = features(["lawsuit"])
        document = features(["document"])
        fee = features(["fee"])
        info = features(["info"])
        proactive = features(["proactive"])
        matter = features(["matter"])
        training = features(["training"])
        staff = features(["staff"])
        attended = features(["attended"])
        received = features(["received"])
        disclosed = features(["disclosed"])
        issued = features(["issued"])
        revised = features(["revised"])
        repealed = features(["repealed"])
        inForce = features(["in_force"])
        otherOutcome = features(["other_outcome"])
        otherResult = features(["other_result"])
        rest = features(["rest"])
        verdicts = features(["upheld", "corrected", "pending"])
        answered = features(["answered"])
        carriedIn = features(["carried_in"])
        carriedOut = features(["carried_out"])
        carry = features(["carry"])
        zero = features(["zero"])
        occur = features(["occur"])
        distribution = features(["distribution"])
        limit = features(["limit"])
        plan = features(["plan"])
        planAhead = features(["plan_ahead"])
        planDone = features(["plan_done"])
        compare = features(["compare"])
        delta = features(["delta"])
        prior = features(["prior"])
        thisYear = features(["this_year"])
        among = features(["among"])
        approximate = features(["approximate"])
        cause = features(["cause"])
        weaken = features(["weaken"])
        tail = features(["tail"])
        conditional = features(["conditional"])
        hanverb = features(["hanverb"])
        total = features(["total"])
        openness = features(["openness"])
        scope = features(["scope"])
        gain = features(["gain"])
        about = features(["about"])
        cumulative = features(["cumulative"])
        via = features(["via"])
        sessions = features(["training", "meeting", "inspection"])
        channel = features(["channel"])
        applicant = features(["applicant"])
        objects = features([
            "application", "reconsideration", "lawsuit", "document", "reading", "training", "meeting", "inspection",
            "fee",
            "charge", "staff", "info", "proactive", "matter", "openness",
        ])
        actions = features([
            "received", "answered", "granted", "partial", "denied", "unavailable", "not_processed", "other_result",
            "carried_in", "carried_out", "carry", "upheld", "corrected", "pending", "other_outcome", "issued",
            "repealed",
            "in_force", "revised", "disclosed", "proactive", "submitted", "attended", "gain", "posting",
        ])
        results = features(["partial", "denied", "unavailable", "not_processed", "other_result", "granted"])
    }
}
