import Emit
import FoundationEssentials

/// When a run began.
struct RunClock: Sendable {
    private let started = Date()
    private let start = ContinuousClock.now

    /// Until now.
    var times: RunTimes {
        RunTimes(startedAt: started.ISO8601Format(), finishedAt: Date().ISO8601Format(), seconds: seconds)
    }

    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
}
