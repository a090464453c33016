import Foundation

/// Files that are none, and names that are none.
extension HostileFolder {
    static let files: [HostileInput] = [
        HostileInput(name: "pipe.txt", rows: ["": "not_a_regular_file"]) { path in
            if unsafe mkfifo(path, 0o644) != 0 { throw CocoaError(.fileWriteUnknown) }
        },
        HostileInput(name: "socket.txt", rows: ["": "not_a_regular_file"], make: makeSocket),
        link("device.txt", to: "/dev/zero", "not_a_regular_file"),
        link("terminal.txt", to: "/dev/tty", "not_a_regular_file"),
        link("random.html", to: "/dev/urandom", "not_a_regular_file"),
        link("itself.txt", to: "itself.txt", "link_loop"),
        link("there.txt", to: "back.txt", "link_loop"),
        link("back.txt", to: "there.txt", "link_loop"),
        link("folder-above", to: "..", "link_loop"),
        link("other-folder", to: "/usr", "not_a_regular_file"),
        link("nowhere.txt", to: "no/such/file", "unreadable_file"),
        link("memory.txt", to: "/proc/self/mem", "unreadable_file"),
        HostileInput(name: "huge.txt", rows: ["": "too_large"]) { path in
            // Eight gigabytes, of which the disk holds none.
            try write([], to: path)
            if unsafe truncate(path, 8 << 30) != 0 { throw CocoaError(.fileWriteUnknown) }
        },
        HostileInput(name: "locked.txt", rows: ["": getuid() == 0 ? "empty_file" : "unreadable_file"]) { path in
            try write([], to: path)
            _ = unsafe chmod(path, 0)
        },
        HostileInput(name: "locked", rows: getuid() == 0 ? [:] : ["": "unreadable_folder"]) { path in
            _ = unsafe mkdir(path, 0)
        },
    ]

    static let names: [HostileInput] = [
        empty("line\nend.txt"), empty("return\rtab\t.txt"), empty("=cmd|'calc'!A0.txt"), empty("@SUM(1+1).txt"),
        empty("\"quoted\", 'twice'.txt"), empty(" blanks "), empty("-rf"), empty("\u{1B}[31m\u{202E}txt.exe"),
        empty("<script>alert(1)<%2Fscript>.html"), empty("twin.txt#2"), empty("a.zip!"), empty("%00%2e%2e%2fx"),
        empty("$(reboot);`reboot`&|.pdf"), empty(String(repeating: "长", count: 85)), empty("…\u{FEFF}\u{200B}.txt"),
        HostileInput(name: "%FF%FE%B9.txt", rows: ["": "bad_path_encoding"]) { path in
            let folder = path.utf8.prefix(path.utf8.count - "%FF%FE%B9.txt".utf8.count)
            try writeRaw([], to: folder + [0xFF, 0xFE, 0xB9] + Array(".txt".utf8))
        },
    ]

    private static func empty(_ name: String) -> HostileInput { HostileInput(name, "empty_file", []) }

    private static func link(_ name: String, to target: String, _ code: String) -> HostileInput {
        HostileInput(name: name, rows: ["": code]) { path in
            if unsafe symlink(target, path) != 0 { throw CocoaError(.fileWriteUnknown) }
        }
    }

    private static func makeSocket(_ path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < 108 else { throw CocoaError(.fileWriteInvalidFileName) }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { room in unsafe room.copyBytes(from: Array(path.utf8)) }
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        if status != 0 { throw CocoaError(.fileWriteUnknown) }
    }
}
