import Bytes
import TestSupport
import Testing

@testable import Parquet

@Suite struct RunLengthTests {
    private func encoded(_ values: [UInt32], width: Int) -> [UInt8] {
        var buffer = ByteBuffer()
        RunLength.append(values.span, width: width, to: &buffer)
        return buffer.bytes()
    }

    @Test func aRunIsItsLengthAndItsValue() {
        #expect(encoded(Array(repeating: 4, count: 10), width: 3) == [20, 4])
        #expect(encoded(Array(repeating: 300, count: 8), width: 9) == [16, 0x2C, 0x01])
        #expect(encoded(Array(repeating: 1, count: 1000), width: 1) == [0xD0, 0x0F, 1])
    }

    /// The example of the format's specification: 0 ... 7 in three bits each.
    @Test func otherValuesArePackedFromTheLowestBit() {
        #expect(encoded(Array(0..<8), width: 3) == [3, 0b1000_1000, 0b1100_0110, 0b1111_1010])
        #expect(encoded([1, 0, 1], width: 1) == [3, 0b101])
        #expect(encoded([], width: 5) == [])
    }

    @Test func groupsAreFilledUpBeforeARun() {
        // Three others, then a run whose first five values fill the group.
        #expect(
            encoded([1, 0, 1] + Array(repeating: 1, count: 5 + 9), width: 1) == [3, 0b1111_1101, 18, 1])
    }

    @Test func widthsHoldTheirNumbers() {
        #expect([0, 1, 2, 3, 4, 5, 256, 257, 65_536].map { RunLength.width(of: $0) } == [1, 1, 1, 2, 2, 3, 8, 9, 16])
    }

    @Test func truthValuesAreBits() {
        var buffer = ByteBuffer()
        let values: [UInt32] = [1, 0, 0, 1, 0, 0, 0, 1, 1, 1]
        RunLength.append(bits: values.span, to: &buffer)
        let bytes = buffer.bytes()
        #expect(bytes == [0b1000_1001, 0b11])
    }

    @Test func anythingComesBack() {
        var random = SeededGenerator(7)
        for round in 0..<400 {
            let width = 1 + round % 20
            var values: [UInt32] = []
            while values.count < 300 {
                let value = UInt32.random(in: 0..<(1 << UInt32(width)), using: &random)
                values += Array(repeating: value, count: random.next() % 3 == 0 ? Int(random.next() % 30) : 1)
            }
            values.removeLast(Int(random.next() % 17))
            #expect(decoded(encoded(values, width: width), width: width, count: values.count) == values, "round \(round)")
        }
    }

    /// A reader after the specification.
    private func decoded(_ bytes: [UInt8], width: Int, count: Int) -> [UInt32] {
        var values: [UInt32] = []
        var position = 0
        while position < bytes.count {
            var header: UInt64 = 0
            var shift: UInt64 = 0
            repeat {
                header |= UInt64(bytes[position] & 0x7F) << shift
                shift += 7
                position += 1
            } while bytes[position - 1] >= 0x80
            if header & 1 == 0 {
                var value: UInt32 = 0
                for byte in 0..<((width + 7) / 8) { value |= UInt32(bytes[position + byte]) << UInt32(8 * byte) }
                position += (width + 7) / 8
                values += Array(repeating: value, count: Int(header >> 1))
            } else {
                for index in 0..<Int(header >> 1) * 8 {
                    var value: UInt32 = 0
                    for bit in 0..<width {
                        let place = index * width + bit
                        value |= UInt32(bytes[position + place / 8] >> UInt8(place % 8) & 1) << UInt32(bit)
                    }
                    values.append(value)
                }
                position += Int(header >> 1) * width
            }
        }
        #expect(values.count >= count && values.count < count + 8)
        #expect(values.dropFirst(count).allSatisfy { $0 == 0 })
        return Array(values.prefix(count))
    }
}
