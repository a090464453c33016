import Dispatch
import Synchronization

/// What all threads of one ordered map share: which unit is next, how many may be begun, and whether anybody still wants them.
final class Turns: Sendable {
    private let count: Int
    private let next = Atomic<Int>(0)
    private let stopped = Atomic<Bool>(false)
    /// Counts the units that may still be begun. Made empty and then filled: a semaphore that ends below the value it was
    /// made with is taken for a fault.
    private let room = DispatchSemaphore(value: 0)

    init(count: Int, window: Int) {
        self.count = count
        for _ in 0..<window { room.signal() }
    }

    var isStopped: Bool { stopped.load(ordering: .acquiring) }

    /// The next unit, as soon as the window has room for it; nil where there is none any more.
    func take() -> Int? {
        if next.load(ordering: .relaxed) >= count { return nil }
        room.wait()
        if isStopped { return nil }
        let unit = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return unit < count ? unit : nil
    }

    /// A unit has been consumed.
    func giveBack() { room.signal() }

    /// Nobody wants any more; wakes the workers that wait for room.
    func stop(freeing width: Int) {
        stopped.store(true, ordering: .releasing)
        for _ in 0..<width { room.signal() }
    }
}
