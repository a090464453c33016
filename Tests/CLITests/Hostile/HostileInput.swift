/// One file of bad intentions, and what must become of it: one row of `files` for each of `rows`.
struct HostileInput: Sendable {
    /// The path below the folder of hostile inputs, as the tables have it.
    var name: String
    /// What stands behind the name in a row's path (`!/x.txt` for a member, nothing for the file itself), and the code of the problem.
    var rows: [String: String]
    /// Makes the file at this path.
    var make: @Sendable (_ path: String) throws -> Void
}

extension HostileInput {
    init(_ name: String, _ code: String, _ bytes: @escaping @Sendable @autoclosure () -> [UInt8]) {
        self.init(name, ["": code], bytes())
    }

    init(_ name: String, _ rows: [String: String], _ bytes: @escaping @Sendable @autoclosure () -> [UInt8]) {
        self.init(name: name, rows: rows) { path in try HostileFolder.write(bytes(), to: path) }
    }

    init(_ name: String, _ code: String, text: @escaping @Sendable @autoclosure () -> String) {
        self.init(name, ["": code], Array(text().utf8))
    }

    init(_ name: String, _ rows: [String: String], text: @escaping @Sendable @autoclosure () -> String) {
        self.init(name, rows, Array(text().utf8))
    }
}
