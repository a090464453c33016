import Bytes

/// Packed bytes and archives.
extension HostileFolder {
    typealias Member = PackedBytes.Member

    private static let one = Array("一\n".utf8)

    static let packed: [HostileInput] = [
        HostileInput("bomb.txt.gz", "ratio_too_high", PackedBytes.gzippedZeros(megabytes: 300)),
        HostileInput("bomb.html.gz.gz", "ratio_too_high", Deflate.gzip(PackedBytes.gzippedZeros(megabytes: 300), level: 9)),
        HostileInput("deep.gz", "container_too_deep", (0..<8).reduce(one) { bytes, _ in Deflate.gzip(bytes) }),
        HostileInput("cut.txt.gz", "bad_gzip", firstPart("data/encodings/liyuan-agriculture-2024.txt.gz")),
        HostileInput("wrong-sum.txt.gz", "bad_gzip", flipped(Deflate.gzip(one), fromEnd: 6)),
        HostileInput("trailing.txt.gz", "bad_gzip", Deflate.gzip(one) + one),
        HostileInput("head-only.gz", "bad_gzip", [0x1F, 0x8B, 0x08]),
        HostileInput("empty.gz", "empty_file", Deflate.gzip([])),
        HostileInput("cut.tar.xz", "bad_container", firstPart("Fuzz/Seeds/archive/tar.xz")),
        HostileInput("cut.tar.bz2", "bad_container", firstPart("Fuzz/Seeds/archive/tar.bz2")),
        HostileInput("cut.tar.zst", "bad_container", [0x28, 0xB5, 0x2F, 0xFD, 0x24]),
    ]

    static let archives: [HostileInput] = [
        HostileInput(
            "bomb.zip", ["!/b.txt": "ratio_too_high"],
            PackedBytes.zip([Member("b.txt", [UInt8](repeating: 0, count: 40_000_000), isDeflated: true)])),
        HostileInput("deep.zip", ["!/z!/z!/z": "container_too_deep"], (0..<6).reduce(one) { bytes, _ in PackedBytes.zip([Member("z", bytes)]) }),
        HostileInput("out.zip", ["!/%2E%2E/%2E%2E/x.txt": "bad_member_path"], PackedBytes.zip([Member("../../x.txt", one)])),
        HostileInput("absolute.zip", ["!/%2Fetc/cron.d/x": "bad_member_path"], PackedBytes.zip([Member("/etc/cron.d/x", one)])),
        HostileInput("windows.zip", ["!/%2E%2E/%2E%2E/x.txt": "bad_member_path"], PackedBytes.zip([Member("..\\..\\x.txt", one)])),
        HostileInput("secret.zip", ["!/s.txt": "encrypted_member"], PackedBytes.zip([Member("s.txt", [UInt8](repeating: 7, count: 40), flags: 1)])),
        HostileInput("cut.zip", ["!/a.txt": "not_a_report", "": "bad_container"], Array(PackedBytes.zip([Member("a.txt", one)]).dropLast(30))),
        HostileInput("nothing.zip", "empty_container", PackedBytes.zip([])),
        HostileInput("not-so-empty.zip", "bad_container", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0xFF, count: 18)),
        HostileInput(
            "many.zip", Dictionary(uniqueKeysWithValues: (0..<300).map { ("!/\($0)", "empty_file") } + [("", "too_many_members")]),
            PackedBytes.zip((0..<2000).map { Member("\($0)", []) })),
        HostileInput("out.tar", ["!/%2E%2E/%2E%2E/x.txt": "bad_member_path"], PackedBytes.tar([Member("../../x.txt", one)])),
        HostileInput("link.tar", ["!/a": "not_a_regular_file"], PackedBytes.tar([Member("a", [])], kind: "2", target: "/etc/hostname")),
        HostileInput("hard-link.tar", ["!/a": "not_a_regular_file"], PackedBytes.tar([Member("a", [])], kind: "1", target: "/etc/hostname")),
        HostileInput("device.tar", ["!/a": "not_a_regular_file"], PackedBytes.tar([Member("a", [])], kind: "3")),
        HostileInput("pipe.tar", ["!/a": "not_a_regular_file"], PackedBytes.tar([Member("a", [])], kind: "6")),
        HostileInput("cut.tar", ["!/a": "bad_container", "": "bad_container"], Array(PackedBytes.tar([Member("a", [UInt8](repeating: 0x61, count: 4000))])[..<1000])),
        HostileInput("cut-behind-member.tar", ["!/a": "not_a_report", "": "bad_container"], Array(PackedBytes.tar([Member("a", one)])[..<1024])),
        HostileInput("lying.tar", ["!/a": "bad_container", "": "bad_container"], PackedBytes.tar([Member("a", one)], size: Array("77777777777\0".utf8))),
        HostileInput("negative.tar", "bad_container", PackedBytes.tar([Member("a", one)], size: [UInt8](repeating: 0xFF, count: 12))),
        HostileInput("cut.tar.gz", ["!/a": "not_a_report", "": "bad_gzip"], Array(Deflate.gzip(PackedBytes.tar([Member("a", one)])).dropLast(12))),
        HostileInput("head-only.7z", "bad_container", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4] + [UInt8](repeating: 0xFF, count: 24)),
    ]

    private static func flipped(_ bytes: [UInt8], fromEnd place: Int) -> [UInt8] {
        var bytes = bytes
        bytes[bytes.count - place] ^= 0x55
        return bytes
    }
}
