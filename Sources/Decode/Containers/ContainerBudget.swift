import ReportModel

/// What one input file may unfold to, however deeply its containers are nested.
final class ContainerBudget {
    private let options: DecodeOptions
    private let stored: Int64
    private var members = 0
    private var unfolded: Int64 = 0
    /// Set when a limit is reached; nothing more is read from the file then.
    private(set) var failure: StageFailure?

    /// - Parameter stored: bytes of the file itself.
    init(options: DecodeOptions, stored: Int64) {
        self.options = options
        self.stored = stored
    }

    /// False where there are too many members.
    func addMember() -> Bool {
        members += 1
        if members > options.maxMembers {
            failure = StageFailure(.decode, .tooManyMembers, "it has more members than limits.container_members allows, \(options.maxMembers)")
        }
        return failure == nil
    }

    /// False where all members together are too large.
    func add(bytes: Int) -> Bool {
        // A record may claim any length.
        let (sum, overflow) = unfolded.addingReportingOverflow(Int64(bytes))
        unfolded = overflow ? .max : sum
        if unfolded > options.maxContainerSize {
            failure = StageFailure(
                .decode, .inflatedTooLarge,
                "its members together have more bytes than limits.container_size allows, \(options.maxContainerSize)")
        } else if unfolded > ContainerBudget.ratioFloor && unfolded / options.maxInflationRatio > stored {
            failure = StageFailure(
                .decode, .ratioTooHigh,
                "its members are larger than limits.inflation_ratio allows, \(options.maxInflationRatio) times its own size")
        }
        return failure == nil
    }

    /// Below this many bytes the ratio of a whole container is not looked at.
    private static let ratioFloor: Int64 = 256 << 20
}
