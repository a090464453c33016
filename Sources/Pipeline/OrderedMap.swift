import Dispatch

/// Applies a function to the indices of a list on several threads, and hands what comes out to the calling thread in the
/// order of the indices, whatever the number of threads.
///
/// Each index is a unit of work that puts out one value or more. Values of the unit whose turn it is go straight to the
/// caller; a unit whose turn has not come may have ``depth`` values waiting and is then held. No more than ``window``
/// units are begun and not yet consumed. Both bounds together bound the memory, however long the list and the units are.
///
/// There is no deadlock: units are begun in order, so the unit whose turn it is has always been begun, and nothing holds
/// that one back but the caller, who waits for nothing else.
struct OrderedMap: Sendable {
    /// Threads that work. With 1 everything happens on the calling thread.
    let width: Int
    let window: Int
    let depth: Int

    init(width: Int, window: Int? = nil, depth: Int = 2) {
        precondition(width > 0 && depth > 0)
        self.width = width
        self.window = max(width, window ?? width * 4)
        self.depth = depth
    }

    /// - Parameters:
    ///   - count: units of work.
    ///   - makeWorker: makes the state that a thread keeps from unit to unit.
    ///   - produce: works on one unit; returns its last value and hands earlier ones to `emit`. Once `emit` gives false
    ///     nobody wants its values any more and it should return soon.
    ///   - idle: called on the calling thread before each value, and about five times a second while it waits. What it
    ///     throws ends the run.
    ///   - consume: called on the calling thread, in order. What it throws ends the run: no unit is begun any more, and
    ///     those begun are finished and thrown away before this method throws.
    func run<Worker, Value: Sendable, Failure: Error>(
        count: Int,
        makeWorker: @escaping @Sendable () -> Worker,
        produce: @escaping @Sendable (inout Worker, Int, _ emit: (Value) -> Bool) -> Value,
        idle: @escaping () throws(Failure) -> Void,
        consume: @escaping (Int, Value) throws(Failure) -> Void
    ) throws(Failure) {
        if width == 1 || count < 2 {
            return try runAlone(count: count, makeWorker, produce, idle, consume)
        }
        let lanes = (0..<min(window, count)).map { _ in Lane<Value>(depth: depth) }
        let turns = Turns(count: count, window: lanes.count)
        let workers = DispatchGroup()
        for number in 0..<min(width, count) {
            // A serial queue of its own for each worker: the shared pool starts no more threads than there are cores, and
            // further ones only after it has watched them wait for a second.
            DispatchQueue(label: "gongkai.worker.\(number)").async(group: workers) {
                var worker = makeWorker()
                while let unit = turns.take() {
                    let lane = lanes[unit % lanes.count]
                    let last = produce(&worker, unit) { value in lane.put(value, unless: turns) }
                    lane.putLast(last)
                }
            }
        }
        defer {
            turns.stop(freeing: width)
            for lane in lanes { lane.free() }
            workers.wait()
        }
        for unit in 0..<count {
            let lane = lanes[unit % lanes.count]
            var isLast = false
            while !isLast {
                try idle()
                guard let next = lane.next(milliseconds: 200) else { continue }
                try consume(unit, next.value)
                isLast = next.isLast
            }
            turns.giveBack()
        }
    }

    private func runAlone<Worker, Value, Failure: Error>(
        count: Int,
        _ makeWorker: () -> Worker,
        _ produce: (inout Worker, Int, (Value) -> Bool) -> Value,
        _ idle: @escaping () throws(Failure) -> Void,
        _ consume: @escaping (Int, Value) throws(Failure) -> Void
    ) throws(Failure) {
        var worker = makeWorker()
        for unit in 0..<count {
            try idle()
            var failure: Failure?
            let last = produce(&worker, unit) { value in
                if failure != nil { return false }
                do throws(Failure) {
                    try consume(unit, value)
                    try idle()
                } catch {
                    failure = error
                }
                return failure == nil
            }
            if let failure { throw failure }
            try consume(unit, last)
        }
    }
}
