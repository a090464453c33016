import Bytes
import ReportModel

/// The names in a zip's directory, to tell documents that are zips from zips of documents.
enum ZipDirectory {
    /// The first names, a thousand at most; none where it says that it is empty, nil where the zip has
    /// no directory or a broken one (it is cut off, say).
    ///
    /// - Parameter source: seekable; it is left somewhere else.
    static func names(_ source: any ByteSource) throws(StageFailure) -> [[UInt8]]? {
        var tail = ByteBuffer(capacity: endLength + 0x10000)
        guard let end = try end(source, &tail) else { return nil }
        let (count, start) = tail.withSpan { (number($0, end + 10, 2), Int64(number($0, end + 16, 4))) }
        if count == 0 { return [] }
        var directory = ByteBuffer()
        try read(source, from: start, atMost: 1 << 18, into: &directory)
        let found = directory.withSpan { names(in: $0) }
        return found.isEmpty ? nil : found
    }

    /// False where the file is cut off before the end of its directory.
    static func hasEnd(_ source: any ByteSource) throws(StageFailure) -> Bool {
        var tail = ByteBuffer(capacity: endLength + 0x10000)
        return try end(source, &tail) != nil
    }

    /// Where in the `tail` of the file its directory ends: behind it stands at most a comment of 64 kB.
    private static func end(_ source: any ByteSource, _ tail: inout ByteBuffer) throws(StageFailure) -> Int? {
        guard let size = source.seekableSize else { return nil }
        try read(source, from: max(0, size - Int64(endLength + 0x10000)), atMost: endLength + 0x10000, into: &tail)
        var end = tail.count - endLength
        while end >= 0 && !tail.withSpan({ ByteSearch.matches([0x50, 0x4B, 0x05, 0x06], in: $0, at: end) }) { end -= 1 }
        return end >= 0 ? end : nil
    }

    private static let endLength = 22

    private static func read(
        _ source: any ByteSource, from start: Int64, atMost limit: Int, into buffer: inout ByteBuffer
    ) throws(StageFailure) {
        try source.seek(to: start)
        while buffer.count < limit, try source.read(into: &buffer, atMost: limit - buffer.count) > 0 {}
    }

    private static func names(in bytes: Span<UInt8>) -> [[UInt8]] {
        var names: [[UInt8]] = []
        var place = 0
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
