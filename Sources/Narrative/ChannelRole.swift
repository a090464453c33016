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
