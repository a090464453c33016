import Dispatch
import Synchronization

/// The values of one unit on their way from its worker to the caller. One worker and the caller use it at a time.
final class Lane<Value: Sendable>: Sendable {
    private struct State {
        var values: [Value] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: 0)

    init(depth: Int) {
        for _ in 0..<depth { room.signal() }
    }

    /// Waits until there is room. False where nobody wants the value any more.
    func put(_ value: Value, unless turns: Turns) -> Bool {
        if turns.isStopped { return false }
        room.wait()
        if turns.isStopped { return false }
        state.withLock { $0.values.append(value) }
        filled.signal()
        return true
    }

    /// The last value of a unit needs no room, so that a worker is not held for a unit it has finished.
    func putLast(_ value: Value) {
        state.withLock {
            $0.values.append(value)
            $0.isClosed = true
        }
        filled.signal()
    }

    /// The next value; nil where none came in time. After the last value the lane is ready for another unit.
    func next(milliseconds: Int) -> (value: Value, isLast: Bool)? {
        if filled.wait(timeout: .now() + .milliseconds(milliseconds)) == .timedOut { return nil }
        let (value, isLast) = state.withLock { state in
            let value = state.values.removeFirst()
            let isLast = state.isClosed && state.values.isEmpty
            if isLast { state.isClosed = false }
            return (value, isLast)
        }
        if !isLast { room.signal() }
        return (value, isLast)
    }

    /// Wakes the worker that waits for room, after the turns were stopped.
    func free() { room.signal() }
}
