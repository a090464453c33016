import Bytes
import ReportModel

extension StageFailure {
    init(_ error: InputFileError) {
        switch error {
        case .system(let error):
            self.init(.decode, .unreadableFile, "it cannot be read: \(error.message)")
        case .notARegularFile:
            self.init(.decode, .notARegularFile, "it is no regular file")
        case .tooLarge(let size):
            self.init(.decode, .tooLarge, "it has \(size) bytes, more than limits.file_size allows")
        }
    }

    init(_ error: InflateError) {
        switch error {
        case .damaged(let offset):
            self.init(.decode, .badGzip, "the gzip data is damaged at or before byte \(offset)")
        case .truncated:
            self.init(.decode, .badGzip, "the gzip data is cut off")
        case .tooLarge(let limit):
            self.init(.decode, .inflatedTooLarge, "it inflates to more than limits.inflated_size and limits.container_size allow, \(limit) bytes")
        case .ratioTooHigh(let limit):
            self.init(.decode, .ratioTooHigh, "it inflates to more than limits.inflation_ratio allows, \(limit) times its size")
        }
    }
}
