import Bytes
import Glibc
import Testing

@Suite struct ByteBufferTests {
    @Test func appendsEveryKindInOrder() {
        var buffer = ByteBuffer(capacity: 1)
        buffer.append(0x61)
        buffer.append(literal: "年报,")
        buffer.append([1, 2, 3])
        buffer.append([9, 8, 7, 6], 1..<3)
        buffer.append([4, 5, 6][1...])
        buffer.append("短")
        buffer.append(String(repeating: "长", count: 100))
        buffer.append(repeating: 0x20, count: 3)
        let expected =
            [0x61] + Array("年报,".utf8) + [1, 2, 3, 8, 7, 5, 6] + Array("短".utf8)
            + Array(String(repeating: "长", count: 100).utf8) + [0x20, 0x20, 0x20]
        #expect(buffer.bytes() == expected)
        #expect(buffer[0] == 0x61)
        #expect(buffer.string(1..<7) == "年报")
        buffer.removeFirst(1)
        #expect(buffer.bytes() == Array(expected.dropFirst()))
        buffer.truncate(to: 3)
        #expect(buffer.string(0..<3) == "年")
        buffer.removeAll(keepingAtMost: 64)
        #expect(buffer.isEmpty && buffer.capacity == 64)
    }

    @Test func emptyPiecesAddNothing() {
        var buffer = ByteBuffer()
        buffer.append([])
        buffer.append([1][1...])
        buffer.append("")
        buffer.append(literal: "")
        buffer.append(repeating: 1, count: 0)
        buffer.append([UInt8]().span)
        #expect(buffer.count == 0)
    }

    @Test(arguments: [
        0, 1, 9, 10, 11, 99, 100, 12345, -1, -10, Int64.max, Int64.min, 1_000_000_000_000_000_000,
        999_999_999_999_999_999,
    ])
    func writesDecimals(_ value: Int64) {
        var buffer = ByteBuffer(capacity: 1)
        buffer.appendDecimal(value)
        #expect(buffer.string(0..<buffer.count) == String(value))
    }

    @Test func writesDecimalFractions() {
        for (mantissa, scale, expected) in [
            (Int64(1_605_964), 4, "160.5964"), (5, 2, "0.05"), (-5, 1, "-0.5"), (-1234, 2, "-12.34"), (0, 3, "0.000"),
            (7, 0, "7"),
            (Int64.min, 2, "-92233720368547758.08"),
        ] {
            var buffer = ByteBuffer()
            buffer.appendDecimal(mantissa: mantissa, scale: scale)
            #expect(buffer.string(0..<buffer.count) == expected)
        }
    }

    @Test func encodesScalarsAsTheLibraryDoes() {
        var buffer = ByteBuffer()
        for value: UInt32 in [0x41, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x2_0000, 0x10_FFFF] {
            buffer.removeAll()
            buffer.append(scalar: value)
            #expect(buffer.bytes() == Array(String(Unicode.Scalar(value)!).utf8))
        }
    }

    @Test func writesMoreThanAPipeHolds() throws {
        var ends: [Int32] = [0, 0]
        #expect(unsafe pipe(&ends) == 0)
        let (input, output) = (ends[0], ends[1])
        var buffer = ByteBuffer()
        for number in 0..<100_000 { buffer.appendDecimal(Int64(number)) }
        let expected = buffer.bytes()
        // The reader starts in a child, so that the writer has to wait for it.
        var got = ByteBuffer()
        _ = fcntl(output, F_SETFL, O_NONBLOCK)
        #expect(throws: SystemError.self) { try buffer.write(to: output) }
        close(output)
        while try got.read(from: input, atMost: 1000) > 0 {}
        close(input)
        #expect(got.count > 0 && got.bytes() == Array(expected.prefix(got.count)))
    }

    @Test func namesTheErrorOfAWrite() {
        var buffer = ByteBuffer()
        buffer.append(1)
        do {
            try buffer.write(to: -1)
            Issue.record("a write to no file succeeded")
        } catch {
            #expect(error.code == EBADF)
            #expect(error.message == "write: Bad file descriptor")
        }
    }
}
