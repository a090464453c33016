import Bytes

/// Archives and packed bytes as a writer with bad intentions makes them.
enum PackedBytes {
    struct Member {
        var name: [UInt8]
        var content: [UInt8]
        var isDeflated = false
        var flags = 0x0800

        init(_ name: String, _ content: [UInt8], isDeflated: Bool = false, flags: Int = 0x0800) {
            self.name = Array(name.utf8)
            self.content = content
            self.isDeflated = isDeflated
            self.flags = flags
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    static func zip(_ members: [Member]) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let gzip = Deflate.gzip(member.content, level: 9)
            let packed = member.isDeflated ? Array(gzip[10..<(gzip.count - 8)]) : member.content
            let entry =
                number(member.flags, 2) + number(member.isDeflated ? 8 : 0, 2) + number(0x5821_0000, 4)
                + gzip[(gzip.count - 8)..<(gzip.count - 4)] + number(packed.count, 4) + number(member.content.count, 4)
                + number(member.name.count, 2) + number(0, 2)
            directory += number(0x0201_4B50, 4) + [20, 0, 20, 0] + entry + number(0, 10) + number(body.count, 4) + member.name
            body += number(0x0403_4B50, 4) + [20, 0] + entry + member.name + packed
        }
        let counts = number(0, 4) + number(members.count, 2) + number(members.count, 2)
        return body + directory + number(0x0605_4B50, 4) + counts + number(directory.count, 4) + number(body.count, 4) + number(0, 2)
    }

    /// - Parameters:
    ///   - kind: the letter for the type of entry: `0` a file, `1` and `2` links, `3` a device, `6` a pipe.
    ///   - size: what the header says of the size, where it lies.
    static func tar(_ members: [Member], kind: Character = "0", target: String = "", size: [UInt8]? = nil) -> [UInt8] {
        var output: [UInt8] = []
        for member in members {
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ bytes: [UInt8], _ place: Int) { header.replaceSubrange(place..<(place + bytes.count), with: bytes) }
            put(member.name, 0)
            put(Array("0000644\0".utf8), 100)
            put(size ?? octal(member.content.count, 11), 124)
            put(Array("        ".utf8), 148)
            put(Array(String(kind).utf8), 156)
            put(Array(target.utf8), 157)
            put(Array("ustar\u{0}00".utf8), 257)
            put(octal(header.reduce(0) { $0 + Int($1) }, 6), 148)
            output += header + member.content + [UInt8](repeating: 0, count: (512 - member.content.count % 512) % 512)
        }
        return output + [UInt8](repeating: 0, count: 1024)
    }

    /// Gzip of `megabytes` million zeros and a little more, a thousandth of the size.
    static func gzippedZeros(megabytes: Int) -> [UInt8] {
        let one = Deflate.gzip([UInt8](repeating: 0, count: 1_000_000), level: 9)
        return (0..<megabytes).flatMap { _ in one }
    }

    /// A zlib stream, as PDFs have them. Its checksum is left out.
    static func zlib(_ content: [UInt8]) -> [UInt8] {
        let gzip = Deflate.gzip(content, level: 9)
        return [0x78, 0x9C] + gzip[10..<(gzip.count - 8)]
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
    }

    private static func octal(_ value: Int, _ digits: Int) -> [UInt8] {
        let text = String(value, radix: 8)
        return Array((String(repeating: "0", count: digits - text.count) + text + "\0").utf8)
    }
}
