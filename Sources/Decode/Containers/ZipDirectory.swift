import Bytes

/// The names in a zip's directory, to tell documents that are zips from zips of documents.
enum ZipDirectory {
    /// Nil where the zip has no directory (it is cut off, say).
    static func names(_ bytes: Span<UInt8>) -> [[UInt8]]? {
        // The directory's end stands at the end, behind it at most a comment of 64 kB.
        var end = bytes.count - 22
        while end >= 0 && !ByteSearch.matches([0x50, 0x4B, 0x05, 0x06], in: bytes, at: end) {
            end -= 1
            if end < bytes.count - 22 - 0x10000 { return nil }
        }
        guard end >= 0 else { return nil }
        var names: [[UInt8]] = []
        var place = number(bytes, end + 16, 4)
        while ByteSearch.matches([0x50, 0x4B, 0x01, 0x02], in: bytes, at: place), place + 46 <= bytes.count {
            let length = number(bytes, place + 28, 2)
            let start = place + 46
            guard start + length <= bytes.count else { break }
            names.append(ByteCopy.bytes(bytes.extracting(start..<(start + length))))
            place = start + length + number(bytes, place + 30, 2) + number(bytes, place + 32, 2)
            // The parts of a document are among the first.
            if names.count >= 1000 { break }
        }
        return names
    }

    private static func number(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Int {
        var value = 0
        for index in 0..<length where start + index < bytes.count { value |= Int(bytes[start + index]) << (8 * index) }
        return value
    }
}
