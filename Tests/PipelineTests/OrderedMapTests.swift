import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite struct OrderedMapTests {
    private struct Stop: Error, Equatable { var at: Int }

    /// Runs units of given lengths and returns what was consumed, as `unit * 1000 + number`.
    private func consumed(_ lengths: [Int], width: Int, window: Int? = nil, depth: Int = 2, spin: Bool = false) -> [Int] {
        var seen: [Int] = []
        OrderedMap(width: width, window: window, depth: depth).run(
            count: lengths.count,
            makeWorker: { SystemRandomNumberGenerator() },
            produce: { random, unit, emit in
                for number in 0..<(lengths[unit] - 1) {
                    if spin { OrderedMapTests.spin(Int.random(in: 0..<2000, using: &random)) }
                    _ = emit(unit * 1000 + number)
                }
                return unit * 1000 + lengths[unit] - 1
            },
            idle: {},
            consume: { (unit: Int, value: Int) in
                #expect(value / 1000 == unit)
                seen.append(value)
            })
        return seen
    }

    private static func spin(_ rounds: Int) {
        var value = rounds
        for _ in 0..<rounds { value = value &* 31 &+ 7 }
        if value == 1 { print("") }
    }

    @Test(arguments: [1, 2, 3, 8])
    func keepsTheOrderForAnyWidth(width: Int) {
        var random = SeededGenerator(11)
        for count in [0, 1, 2, 5, 40, 300] {
            let lengths = (0..<count).map { _ in Int.random(in: 0..<10, using: &random) == 0 ? 30 : 1 }
            let expected = lengths.enumerated().flatMap { unit, length in (0..<length).map { unit * 1000 + $0 } }
            for window in [1, 2, 9, 64] {
                for depth in [1, 3] {
                    #expect(consumed(lengths, width: width, window: window, depth: depth, spin: true) == expected)
                }
            }
        }
    }

    @Test func aLongUnitBehindASlowOneIsHeldNotKept() {
        let waiting = Atomic<Int>(0)
        let most = Atomic<Int>(0)
        OrderedMap(width: 2, window: 4, depth: 3).run(
            count: 2,
            makeWorker: {},
            produce: { (_: inout Void, _: Int, emit: (Int) -> Bool) -> Int in
                for number in 0..<500 {
                    let now = waiting.wrappingAdd(1, ordering: .relaxed).newValue
                    most.max(now, ordering: .relaxed)
                    _ = emit(number)
                }
                return 0
            },
            idle: {},
            consume: { (_: Int, value: Int) in if value > 0 { waiting.wrappingSubtract(1, ordering: .relaxed) } })
        // Three waiting and one in the hand, for either unit, and what the zeros at the ends leave behind.
        #expect(most.load(ordering: .relaxed) <= 2 * 4 + 4)
    }

    @Test(arguments: [1, 2, 8])
    func noMoreThanTheWindowIsBegun(width: Int) {
        let begun = Atomic<Int>(0)
        var finished = 0
        var furthest = 0
        OrderedMap(width: width, window: 16).run(
            count: 500,
            makeWorker: {},
            produce: { (_: inout Void, unit: Int, _: (Int) -> Bool) -> Int in
                begun.wrappingAdd(1, ordering: .relaxed)
                return unit
            },
            idle: {},
            consume: { (_: Int, _: Int) in
                furthest = max(furthest, begun.load(ordering: .relaxed) - finished)
                finished += 1
            })
        #expect(finished == 500)
        #expect(furthest <= 16)
    }

    @Test(arguments: [1, 2, 8])
    func anErrorOfTheConsumerEndsTheRun(width: Int) {
        for stop in [0, 7, 199] {
            let begun = Atomic<Int>(0)
            var seen: [Int] = []
            #expect(throws: Stop(at: stop)) {
                try OrderedMap(width: width, window: 10, depth: 1).run(
                    count: 200,
                    makeWorker: {},
                    produce: { (_: inout Void, unit: Int, emit: (Int) -> Bool) -> Int in
                        begun.wrappingAdd(1, ordering: .relaxed)
                        for _ in 0..<5 { _ = emit(unit) }
                        return unit
                    },
                    idle: { () throws(Stop) in },
                    consume: { (unit: Int, value: Int) throws(Stop) in
                        if unit == stop { throw Stop(at: unit) }
                        seen.append(value)
                    })
            }
            #expect(seen == (0..<stop).flatMap { [Int](repeating: $0, count: 6) })
            #expect(begun.load(ordering: .relaxed) <= stop + 11)
        }
    }

    @Test(arguments: [1, 2, 8])
    func anErrorOfIdleEndsAWait(width: Int) {
        let isFree = Atomic<Bool>(false)
        var calls = 0
        #expect(throws: Stop(at: 3)) {
            try OrderedMap(width: width).run(
                count: 10,
                makeWorker: {},
                produce: { (_: inout Void, unit: Int, emit: (Int) -> Bool) -> Int in
                    // Works until nobody wants it any more.
                    while emit(unit) {}
                    isFree.store(true, ordering: .relaxed)
                    return unit
                },
                idle: { () throws(Stop) in
                    calls += 1
                    if calls == 3 { throw Stop(at: 3) }
                },
                consume: { (_: Int, _: Int) throws(Stop) in })
        }
        let wasFreed = isFree.load(ordering: .relaxed)
        #expect(wasFreed)
    }

    @Test func everyThreadKeepsItsOwnWorker() {
        let workers = Atomic<Int>(0)
        var numbers: Set<Int> = []
        OrderedMap(width: 3).run(
            count: 100,
            makeWorker: { workers.wrappingAdd(1, ordering: .relaxed).newValue },
            produce: { (worker: inout Int, _: Int, _: (Int) -> Bool) -> Int in worker },
            idle: {},
            consume: { (_: Int, worker: Int) in numbers.insert(worker) })
        #expect(workers.load(ordering: .relaxed) <= 3)
        #expect(numbers.isSubset(of: [1, 2, 3]))
    }
}
