import Bytes
import TestSupport
import Testing

@Suite struct PackedListTests {
    @Test func everyItemIsFoundAgainWhateverItsLength() {
        var random = SeededGenerator(7)
        var items: [[UInt8]] = []
        var list = PackedList()
        // Empty ones, more than a block holds, and one that no block of the usual size takes.
        for length in [0, 1, 127, 128, 300_000, 0, 5] + (0..<400).map({ _ in Int.random(in: 0...4000, using: &random) }) {
            items.append((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
            list.append(items[items.count - 1])
        }
        #expect(list.count == items.count)
        for place in items.indices {
            let reader = list.reader(of: place)
            #expect(Array(list.rest(of: place, from: reader)) == items[place])
        }
    }

    @Test func aReaderTakesNumbersAndLeavesTheRest() {
        var list = PackedList()
        for number in [3, 70_000] {
            var packed = PackedWriter()
            packed.append(number)
            packed.append(signed: Int64(-number))
            packed.append("县")
            list.append(packed.bytes)
        }
        var reader = list.reader(of: 1)
        #expect(reader.count() == 70_000)
        #expect(reader.signed() == -70_000)
        #expect(list.rest(of: 1, from: reader).count == 4)
        #expect(reader.text() == "县" && reader.isSound)
        #expect(reader.bytes(1).isEmpty && !reader.isSound)
    }
}
