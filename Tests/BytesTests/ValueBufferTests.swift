import Bytes
import TestSupport
import Testing

@Suite struct ValueBufferTests {
    @Test func valuesStandInOrderHoweverTheyCame() {
        var buffer = ValueBuffer<UInt32>()
        for value in UInt32(0)..<100 { buffer.append(value) }
        buffer.append(repeating: 7, count: 3)
        let more: [UInt32] = [1, 2]
        buffer.append(more.span)
        buffer[0] = 9
        let all = buffer.withSpan { span in span.indices.map { span[$0] } }
        #expect(all == [9] + Array(1..<100) + [7, 7, 7, 1, 2])
        buffer.removeAll(keepingAtMost: 20)
        let left = buffer.count
        buffer.append(5)
        let first = (buffer[0], buffer.count)
        #expect(left == 0)
        #expect(first == (5, 1))
    }

    @Test func partsOfOthersAreTaken() {
        let values = Array(UInt32(10)..<22)
        var buffer = ValueBuffer<UInt32>()
        buffer.append(values.span, from: 1, stride: 4, count: 3)
        buffer.append(values.span, from: 11, stride: 4, count: 1)
        buffer.append(values.span, from: 12, stride: 4, count: 0)
        let places: [UInt32] = [3, 0, 3]
        buffer.append(places.span, through: values.span)
        buffer.removeLast(1)
        let all = buffer.withSpan { span in span.indices.map { span[$0] } }
        #expect(all == [11, 15, 19, 21, 13, 10])
    }

    @Test func stringsAreNumberedOnce() {
        var interner = ByteInterner()
        var random = SeededGenerator(3)
        for _ in 0..<3 {
            var numbers: [String: UInt32] = [:]
            for _ in 0..<20_000 {
                let text = String(repeating: "行", count: Int(random.next() % 9)) + String(random.next() % 2000)
                let number = interner.number(of: text.utf8.span)
                #expect(number == numbers[text] ?? UInt32(numbers.count))
                numbers[text] = number
            }
            let (count, byteCount) = (interner.count, interner.byteCount)
            #expect(count == numbers.count)
            #expect(byteCount == numbers.keys.reduce(0) { $0 + $1.utf8.count })
            for (text, number) in numbers {
                let found = interner.withText(Int(number)) { ByteCopy.bytes($0) }
                let length = interner.length(Int(number))
                #expect(found == Array(text.utf8))
                #expect(length == text.utf8.count)
            }
            interner.removeAll()
        }
        let empty = interner.number(of: "".utf8.span)
        let equal = (interner.equals(0, "".utf8.span), interner.equals(0, "a".utf8.span))
        #expect(empty == 0)
        #expect(equal == (true, false))
    }

    @Test func theOrderOfBytesIsUnsigned() {
        func order(_ left: String, _ right: String) -> Int { ByteOrder.compare(left.utf8.span, right.utf8.span).signum() }
        #expect(order("", "") == 0)
        #expect(order("", "a") == -1)
        #expect(order("ab", "a") == 1)
        #expect(order("z", "中") == -1)
        #expect(order("\u{FFFF}", "\u{10000}") == -1)
    }
}
