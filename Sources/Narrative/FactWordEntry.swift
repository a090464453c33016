/// What a word of the vocabulary says.
struct FactWordEntry {
    var features: Features = []
    /// Index into ``FactLexicon/channels``; -1 for none.
    var channel: Int16 = -1
    var channelRole: ChannelRole = .none
}
