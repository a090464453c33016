import Glibc

/// Looking for bytes in bytes.
public enum ByteSearch {
    /// The first place of `byte` at or behind `start`; the number of bytes where there is none.
    public static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int = 0) -> Int {
        let count = bytes.count
        precondition(start >= 0 && start <= count, "outside the bytes")
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let found = unsafe memchr(base + start, Int32(byte), count - start)
            else {
                return count
            }
            return unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
        }
    }

    /// The first place of a run of bytes at or behind `start`; nil where there is none.
    public static func first(_ needle: [UInt8], in bytes: Span<UInt8>, from start: Int = 0) -> Int? {
        let count = bytes.count
        precondition(start >= 0 && start <= count, "outside the bytes")
        guard let lead = needle.first else { return start }
        var place = first(lead, in: bytes, from: start)
        while place + needle.count <= count {
            if matches(needle, in: bytes, at: place) { return place }
            place = first(lead, in: bytes, from: place + 1)
        }
        return nil
    }

    /// True where `needle` stands at `place`.
    public static func matches(_ needle: [UInt8], in bytes: Span<UInt8>, at place: Int) -> Bool {
        guard place >= 0, place + needle.count <= bytes.count else { return false }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return needle.isEmpty }
            return unsafe memcmp(base + place, needle, needle.count) == 0
        }
    }
}
