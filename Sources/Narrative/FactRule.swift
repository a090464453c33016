/// A kind of fact, compiled: which features and measure words it takes.
struct FactRule {
    var all: Features
    var none: Features
    var units: UnitClasses
    var stage: Int
    var canBeZero: Bool
    /// Counts what was disclosed, of which there can be a total and its parts.
    var countsItems: Bool
    var channel: ChannelRole
    /// What fills `channel` where the first names none.
    var secondChannel: ChannelRole
}

/// What a word of the vocabulary says.
struct FactWordEntry {
    var features: Features = []
    /// Index into ``FactLexicon/channels``; -1 for none.
    var channel: Int16 = -1
    var channelRole: ChannelRole = .none
}

/// Which way a channel is one: a medium of publication, a way of applying or an applicant, a class of documents.
enum ChannelRole: UInt8 {
    case none, media, applicant, document

    init(named name: String) {
        switch name {
        case "channel", "media": self = .media
        case "applicant": self = .applicant
        case "document": self = .document
        default: self = .none
        }
    }
}
