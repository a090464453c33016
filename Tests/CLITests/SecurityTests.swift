import Foundation
import Testing

/// What the program asks of the kernel while it reads inputs that want to lead it elsewhere.
@Suite struct SecurityTests {
    private static let hasStrace: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["strace", "-o", "/dev/null", "true"]
        process.standardError = FileHandle.nullDevice
        try? process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// One call: `12 openat(7</a>, "b", O_RDONLY) = 8</a/b>`.
    private struct Call {
        var name: Substring
        var text: Substring
        /// As it was asked for, from the root on.
        var path: String
        /// What was opened in the end, behind all links; the path itself where nothing was.
        var opened: String

        init?(_ line: Substring, root: String) {
            // The second half of a call that another thread's came between: what it opened is told here only.
            if let result = line.range(of: "<... open") {
                name = "openat"
                text = line
                path = "/dev/null"
                opened = path
                if let found = Call.result(of: line[result.upperBound...]) { opened = found }
                return
            }
            if line.contains("<... ") { return nil }
            guard let open = line.firstIndex(of: "("), let start = line[..<open].lastIndex(of: " ") else { return nil }
            name = line[line.index(after: start)..<open]
            text = line
            let parts = line.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
            path = parts.count == 3 ? String(parts[1]) : ""
            if !path.hasPrefix("/") {
                let folder = parts[0].split(separator: "<").dropFirst().last?.prefix { $0 != ">" }
                path = (folder.map(String.init) ?? root) + "/" + path
            }
            opened = path
            if let found = Call.result(of: line) { opened = found }
        }

        /// What stands in `= 8</a/b>` at the end.
        private static func result(of line: Substring) -> String? {
            guard line.hasSuffix(">"), let result = line.range(of: " = ", options: .backwards),
                let mark = line[result.upperBound...].firstIndex(of: "<")
            else { return nil }
            return String(line[line.index(after: mark)...].dropLast())
        }

        var writes: Bool {
            ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].contains { text.contains($0) } || name == "creat"
        }
    }

    private static let calls = "execve,execveat,open,openat,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,rmdir,link,linkat,"
        + "symlink,symlinkat,chmod,fchmodat,truncate,mknod,mknodat"

    @Test(.enabled(if: hasStrace, "strace cannot be run here"))
    func nothingIsReachedButInputsOutputAndPoppler() throws {
        let place = try Workplace()
        try place.write(HostileFolder.configuration, to: "pipeline.json")
        try place.write("secret", to: "secret.txt")
        try HostileFolder.make(in: place.url.appendingPathComponent("data"))
        defer { _ = unsafe chmod(place.url.path + "/data/locked", 0o700) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "strace", "-f", "-y", "-qq", "-s", "4096", "-o", "trace", "-e", "trace=%network,\(SecurityTests.calls)", CommandRun.program.path, "--quiet",
        ]
        process.currentDirectoryURL = place.url
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GONGKAI_") }
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)

        let root = place.url.resolvingSymlinksInPath().path
        let calls = try place.text("trace").split(separator: "\n").compactMap { Call($0, root: root) }
        #expect(calls.count > 500)
        for call in calls {
            switch call.name {
            case "execve", "execveat": #expect(isAllowed(program: call), "\(call.text)")
            case "open", "openat":
                for path in [call.path, call.opened] {
                    #expect(call.writes ? isAllowed(writing: path, root) : isAllowed(reading: path, root), "\(call.text)")
                }
            case "creat", "unlink", "unlinkat", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink",
                "symlinkat", "chmod", "fchmodat", "truncate", "mknod", "mknodat":
                #expect(isAllowed(writing: call.path, root), "\(call.text)")
            default: Issue.record("the network is asked for: \(call.text)")
            }
        }
        #expect(try place.text("secret.txt") == "secret")
        #expect(try place.names() == [".out.gongkai-store", "data", "out", "pipeline.json", "secret.txt", "trace"])
    }

    private func isAllowed(program call: Call) -> Bool {
        // A program looked for in the folders of PATH is not found in most of them.
        let name = call.path.split(separator: "/").last ?? ""
        return call.path == CommandRun.program.path || call.path == "/bin/sh" || ["pdftotext", "pdftocairo", "pdftoppm"].contains(name)
    }

    /// The output and what is beside it, and files for poppler that have lost their names.
    private func isAllowed(writing path: String, _ root: String) -> Bool {
        let temporary = FileManager.default.temporaryDirectory.path
        return path == "/dev/null" || path == "\(root)/out" || path.hasPrefix("\(root)/out/") || path.hasPrefix("\(root)/.out.gongkai-")
            || path.hasPrefix(temporary + "/gongkai-pdf-")
    }

    /// Inputs that are files, the output, and what belongs to the system's libraries.
    private func isAllowed(reading path: String, _ root: String) -> Bool {
        if path == root || path == "\(root)/pipeline.json" || isAllowed(writing: path, root) { return true }
        if path == "\(root)/data" || path.hasPrefix("\(root)/data/") { return !path.contains("/../") }
        let system = [
            "/usr/", "/lib/", "/lib64/", "/opt/", "/etc/ld.so.", "/etc/localtime", "/etc/locale.alias", "/etc/ssl/openssl.cnf", "/etc/fonts/", "/proc/",
            "/sys/", "/dev/fd/",
        ]
        return system.contains { path.hasPrefix($0) } || path.hasPrefix(CommandRun.program.deletingLastPathComponent().resolvingSymlinksInPath().path)
    }

    @Test func noCellOfASpreadsheetBeginsAFormula() throws {
        let place = try Workplace()
        let sample = String(
            decoding: HostileFolder.sample("data/text/qingshi-town-2023.txt"), as: UTF8.self)
        for (number, start) in ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "＝1+1", "\t=1"].enumerated() {
            let title = sample.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .map { $0 == 0 ? start + $1 : $1 }.joined(separator: "\n")
            try place.write(title, to: "data/\(start.replacing("/", with: "_"))\(number).txt")
        }
        _ = try place.run()
        var titles = 0
        for name in try place.names("out") where name.hasSuffix(".csv") {
            let table = try CSVText(place.url.appendingPathComponent("out/\(name)"))
            for row in table.rows {
                if row["title"]?.contains("清石") == true { titles += 1 }
                for (column, text) in row {
                    let isNumber = text.dropFirst().allSatisfy { $0.isNumber || $0 == "." || $0 == "," || $0 == "-" }
                    let startsFormula = text.first.map { "=@+-＝＠＋－\t\r\n".contains($0) } ?? false
                    #expect(!startsFormula || isNumber && !text.hasPrefix("="), "\(name), \(column): \(text)")
                }
            }
        }
        #expect(titles >= 6)
    }
}
