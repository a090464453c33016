/// What the words on one side of a figure say.
struct Surroundings {
    var features: Features = []
    /// The object named nearest to the figure.
    var head: Features = []
    /// Indices of ``FactLexicon/channels``; -1 for none.
    var medium = -1
    var applicant = -1
    var documentClass = -1
    var hasSeveralMedia = false
    var hasSeveralApplicants = false
    var hasSeveralDocumentClasses = false
    /// Names a subject nearer to the figure than what is counted: 申请涉及土地征收6件.
    var namesSubject = false
    /// Characters of no known word between the figure and the first known word.
    var gap = 0
    /// True where the next figure follows with no mark between.
    var runsIntoFigure = false

    /// Takes in a word; words nearest to the figure come first. Media are several only where they are listed: 县报官网 is one.
    mutating func add(_ word: FactWordEntry, _ bits: FeatureBits, countsEvents: Bool = true, isListed: Bool = false) {
        var features = word.features
        if !countsEvents { features.subtract(bits.sessions) }
        let objects = features.intersection(bits.objects)
        if word.features.contains(bits.about) && head.isEmpty { namesSubject = true }
        if !objects.isEmpty {
            if head.isEmpty {
                head = objects
            } else if head == bits.matter {
                // 行政许可事项的申请: what stands further off only describes the nearest.
                features.subtract(bits.objects)
            } else if !head.isDisjoint(with: bits.sessions) {
                // 依申请公开工作会议: neither does what stands before a meeting.
                features.subtract(bits.objects.subtracting(bits.sessions))
            } else {
                features.subtract(bits.matter)
            }
        }
        self.features.formUnion(features)
        let channel = Int(word.channel)
        switch word.channelRole {
        case .none: break
        case .media:
            if medium < 0 { medium = channel } else if medium != channel && isListed { hasSeveralMedia = true }
        case .applicant:
            if applicant < 0 {
                applicant = channel
            } else if applicant != channel && isListed {
                hasSeveralApplicants = true
            }
        case .document:
            if documentClass < 0 {
                documentClass = channel
            } else if documentClass != channel {
                hasSeveralDocumentClasses = true
            }
        }
    }

    /// 3次依申请公开培训: behind a figure, the event that ends the phrase is what is counted.
    mutating func takeEvent(_ word: FactWordEntry, _ bits: FeatureBits) {
        let events = word.features.intersection(bits.sessions)
        guard !events.isEmpty, !head.isEmpty, head.isDisjoint(with: bits.sessions) else { return }
        features.subtract(bits.objects)
        features.formUnion(events)
        head = events
    }

    /// Takes in the other side of the figure; what this side says of channels stays.
    mutating func add(_ other: Surroundings) {
        features.formUnion(other.features)
        if medium < 0 { (medium, hasSeveralMedia) = (other.medium, other.hasSeveralMedia) }
        if applicant < 0 { (applicant, hasSeveralApplicants) = (other.applicant, other.hasSeveralApplicants) }
        if documentClass < 0 {
            (documentClass, hasSeveralDocumentClasses) = (other.documentClass, other.hasSeveralDocumentClasses)
        }
    }
}
