import Bytes
import TestSupport
import Testing

@Suite struct PackedListTests {
    /// Empty ones, more than a block holds, one that no block of the usual size takes, and ones that are much alike.
    private func items() -> [[UInt8]] {
        var random = SeededGenerator(7)
        var items: [[UInt8]] = []
        for length in [0, 1, 127, 128, 300_000, 0, 5] + (0..<400).map({ _ in Int.random(in: 0...4000, using: &random) }) {
            items.append((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
        for number in 0..<20_000 { items.append(Array("report \(number % 7)".utf8)) }
        return items
    }

    @Test func everyItemIsFoundAgainWhateverItsLength() {
        let items = items()
        var list = PackedList()
        for item in items { list.append(item) }
        #expect(list.count == items.count)
        for place in Array(items.indices.reversed()) + [0, 500, 17] {
            var reader = list.reader(of: place)
            #expect(reader.bytes(items[place].count) == items[place])
        }
    }

    @Test func aReaderTakesNumbersAndLeavesTheRest() {
        var packed = PackedWriter()
        packed.append(70_000)
        packed.append(signed: -70_000)
        packed.append("县")
        var reader = PackedReader(packed.bytes)
        #expect(reader.count() == 70_000)
        #expect(reader.signed() == -70_000)
        #expect(reader.rest.count == 4)
        #expect(reader.text() == "县" && reader.isSound)
        #expect(reader.bytes(1).isEmpty && !reader.isSound)
    }

    @Test func passingOverMoreThanThereIsIsNoticed() {
        var reader = PackedReader([1, 2, 3])
        reader.skip(2)
        #expect(reader.isSound && Array(reader.rest) == [3])
        reader.skip(2)
        #expect(!reader.isSound && reader.isAtEnd)
    }

    @Test func aLogGivesItsItemsInOrderAsOftenAsOneLikes() {
        let items = items()
        var log = PackedLog()
        for item in items { log.append(item) }
        #expect(log.count == items.count)
        for _ in 0..<2 {
            var reader = log.reader()
            for item in items {
                let given = reader.next()
                #expect(given == item)
            }
            #expect(reader.next() == nil && reader.next() == nil)
        }
        var empty = PackedLog().reader()
        #expect(empty.next() == nil)
    }

    @Test func theFirstOfAKeyIsFound() {
        var random = SeededGenerator(11)
        var keys: [UInt64] = []
        var index = FirstIndex()
        var first: [UInt64: Int] = [:]
        for number in 0..<5000 {
            // Few enough for copies, and some whose lower halves are equal.
            let key = (random.next() % 900) << (random.next() % 3 * 16)
            keys.append(key)
            let found = index.find(key) { keys[$0] == key }
            #expect(found == first[key])
            if found == nil {
                index.insert(number) { keys[$0] }
                first[key] = number
            }
        }
        let missing = index.find(1 << 60) { keys[$0] == 1 << 60 }
        #expect(missing == nil && first.count < 5000)
    }

    @Test func digestsAndStampsComeBack() {
        var hasher = SHA256Hasher()
        hasher.update(Array("公开".utf8).span)
        let digest = hasher.finish()
        let stamp = FileStamp(size: 7, modified: -3, changed: .max, inode: .max)
        var packed = PackedWriter()
        digest.append(to: &packed)
        stamp.append(to: &packed)
        var reader = PackedReader(packed.bytes)
        let (first, second) = (SHA256Digest(from: &reader), FileStamp(from: &reader))
        #expect(first == digest && second == stamp && reader.isAtEnd && reader.isSound)
    }
}
