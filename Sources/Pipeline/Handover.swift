import Dispatch
import Synchronization

/// One value on its way from another thread.
final class Handover<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let filled = DispatchSemaphore(value: 0)

    func put(_ value: Value) {
        self.value.withLock { $0 = value }
        filled.signal()
    }

    /// The value; nil where it has not come in time.
    func next(milliseconds: Int) -> Value? {
        if filled.wait(timeout: .now() + .milliseconds(milliseconds)) == .timedOut { return nil }
        return value.withLock { $0 }
    }
}
