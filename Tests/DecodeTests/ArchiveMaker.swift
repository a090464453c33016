import CArchive
import Glibc

/// Makes archives for tests.
enum ArchiveMaker {
    struct Member {
        var name: [UInt8]
        var bytes: [UInt8]
        var isEncrypted = false

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = Array(name.utf8)
            self.bytes = bytes
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    /// A zip without compression; names stand in it as they are given.
    static func zip(_ members: [Member]) -> [UInt8] {
        var output: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let start = output.count
            let flags = member.isEncrypted ? 1 : 0
            let common =
                number(20, 2) + number(flags, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
                + number(Int(crc(member.bytes)), 4) + number(member.bytes.count, 4) + number(member.bytes.count, 4)
                + number(member.name.count, 2) + number(0, 2)
            output += number(0x0403_4B50, 4) + common + member.name + member.bytes
            directory +=
                number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
                + number(0, 4)
                + number(start, 4) + member.name
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(members.count, 2) + number(members.count, 2)
            + number(directory.count, 4) + number(output.count, 4) + number(0, 2)
        return output + directory + end
    }

    /// A plain tar; `kind` is its letter for the type of entry.
    static func tar(_ members: [Member], kind: Character = "0", target: String = "") -> [UInt8] {
        var output: [UInt8] = []
        for member in members {
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ bytes: [UInt8], _ place: Int) {
                header.replaceSubrange(place..<(place + bytes.count), with: bytes)
            }
            put(member.name, 0)
            put(Array("0000644\0".utf8), 100)
            let digits = String(member.bytes.count, radix: 8)
            put(Array((String(repeating: "0", count: 11 - digits.count) + digits + "\0").utf8), 124)
            put(Array("        ".utf8), 148)
            put(Array(String(kind).utf8), 156)
            put(Array(target.utf8), 157)
            put(Array("ustar\u{0}00".utf8), 257)
            let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
            put(Array((String(repeating: "0", count: 6 - sum.count) + sum + "\0 ").utf8), 148)
            output += header + member.bytes + [UInt8](repeating: 0, count: (512 - member.bytes.count % 512) % 512)
        }
        return output + [UInt8](repeating: 0, count: 1024)
    }

    /// Through libarchive's writer: `7zip`, or `raw` with a filter (`xz`, `bzip2`).
    static func written(_ members: [Member], format: String, filter: String? = nil) -> [UInt8] {
        let previous = unsafe uselocale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        defer { unsafe _ = uselocale(previous) }
        let archive = unsafe archive_write_new()
        unsafe archive_write_set_format_by_name(archive, format)
        if let filter { unsafe archive_write_add_filter_by_name(archive, filter) }
        unsafe archive_write_set_bytes_in_last_block(archive, 1)
        var output = [UInt8](repeating: 0, count: 4 << 20)
        var used = 0
        unsafe output.withUnsafeMutableBytes { room in
            unsafe archive_write_open_memory(archive, room.baseAddress, room.count, &used)
            for member in members {
                let entry = unsafe archive_entry_new()
                unsafe archive_entry_set_pathname_utf8(entry, String(decoding: member.name, as: UTF8.self))
                unsafe archive_entry_set_filetype(entry, 0o100000)
                unsafe archive_entry_set_perm(entry, 0o644)
                unsafe archive_entry_set_size(entry, Int64(member.bytes.count))
                unsafe archive_write_header(archive, entry)
                unsafe _ = archive_write_data(archive, member.bytes, member.bytes.count)
                unsafe archive_entry_free(entry)
            }
            unsafe archive_write_close(archive)
        }
        unsafe archive_write_free(archive)
        return Array(output[..<used])
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = ~0
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
