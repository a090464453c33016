import Bytes
import FoundationEssentials
public import Tables

/// Holds an output folder against its own description, whoever made it: sizes and digests of all files; columns, types,
/// vocabularies and keys of all tables; counts against `run.json` and between the tables.
public struct Verifier {
    private let folder: String
    private var notes = VerifyNotes()
    private var ledger = ReportLedger()
    private var rows: [String: Int] = [:]
    /// The values of every column that some table refers to, by `resource.column`.
    private var targets: [String: Set<UInt64>] = [:]
    private var package: PackageFile
    private let record: RunFile
    private let formats: [any TableFormat]

    /// One line for each thing that is wrong, of many equal ones the first few; none where the folder is sound.
    ///
    /// Throws where the folder cannot be read or has no description.
    ///
    /// - Parameter formats: asked for what is wrong inside their files.
    public static func problems(
        in directory: String, formats: [any TableFormat] = []
    ) throws(EmitFailure) -> [String] {
        var verifier = try Verifier(folder: directory, formats: formats)
        return try verifier.run()
    }

    private init(folder: String, formats: [any TableFormat]) throws(EmitFailure) {
        self.folder = folder
        self.formats = formats
        package = try Verifier.read("\(folder)/\(DataPackage.fileName)")
        record = try Verifier.read("\(folder)/\(RunRecord.fileName)")
    }

    private mutating func run() throws(EmitFailure) -> [String] {
        try checkNames()
        collectTargets()
        for resource in package.resources {
            guard Verifier.isInside(resource.path) else {
                notes.add("\(resource.path): is no path inside the folder")
                continue
            }
            guarding(resource.path) { (verifier: inout Verifier) throws(WriteFailure) in
                if let schema = resource.schema, resource.path.hasSuffix(".csv") {
                    try verifier.checkTable(resource, schema)
                } else {
                    try verifier.checkFile(resource)
                }
            }
        }
        ledger.check(into: &notes)
        checkRecord()
        return notes.lines
    }

    /// A file that cannot be read is a thing that is wrong, and no reason to stop.
    private mutating func guarding(_ path: String, _ body: (inout Verifier) throws(WriteFailure) -> Void) {
        do throws(WriteFailure) {
            try body(&self)
        } catch {
            notes.add("\(path): \(error.reason)")
        }
        notes.close()
    }

    /// Every file is described, and every described file is there.
    private mutating func checkNames() throws(EmitFailure) {
        let described = Set(package.resources.map { String($0.path.prefix { $0 != "/" }) })
        for name in try Folder(path: folder).names() where !described.contains(name) {
            if name != DataPackage.fileName && name != RunRecord.fileName { notes.add("\(name): is not described") }
        }
    }

    /// Reads the columns that other columns refer to.
    private mutating func collectTargets() {
        for resource in package.resources {
            for key in resource.schema?.foreignKeys ?? [] {
                guard let column = key.reference.fields.names.first else { continue }
                let name = key.reference.resource.flatMap { $0.isEmpty ? nil : $0 } ?? resource.name
                let target = "\(name).\(column)"
                if targets[target] != nil { continue }
                targets[target] = []
                guard let table = package.resources.first(where: { $0.name == name }), Verifier.isInside(table.path),
                    let place = table.schema?.fields.firstIndex(where: { $0.name == column })
                else { continue }
                // What is wrong with the table itself is told when its turn comes.
                try? collect(table.path, place, into: target)
            }
        }
    }

    private mutating func collect(_ path: String, _ place: Int, into target: String) throws(WriteFailure) {
        var reader = try CSVReader(path: "\(folder)/\(path)")
        var values: Set<UInt64> = []
        while try reader.next() {
            if place < reader.count { values.insert(KeyCheck.hash(reader, [place])) }
        }
        targets[target] = values
    }

    private mutating func checkTable(
        _ resource: PackageFile.Resource, _ schema: PackageFile.Schema
    ) throws(WriteFailure) {
        var reader = try CSVReader(path: "\(folder)/\(resource.path)")
        let checks = schema.fields.map { FieldCheck($0) }
        func places(_ names: [String]?) -> [Int] {
            (names ?? []).compactMap { name in checks.firstIndex { $0.name == name } }
        }
        var key = KeyCheck(columns: places(schema.primaryKey?.names))
        let references = (schema.foreignKeys ?? []).map { reference in
            let name = reference.reference.resource.flatMap { $0.isEmpty ? nil : $0 } ?? resource.name
            return (places(reference.fields.names).first, "\(name).\(reference.reference.fields.names.first ?? "")")
        }
        let table = Table(rawValue: resource.name).flatMap { $0.schema.columns.count == checks.count ? $0 : nil }
        let places = table.flatMap { ReportLedger.Places($0) }
        guard try reader.next() else {
            notes.add("\(resource.path): has no header")
            return
        }
        let header = (0..<reader.count).map { reader.string($0) }
        if header != checks.map(\.name) { notes.add("\(resource.path): the header is not that of the description") }
        var count = 0
        while try reader.next() {
            count += 1
            if reader.count != checks.count {
                notes.add(
                    resource.path, line: reader.line, "fields", "\(reader.count) fields instead of \(checks.count)")
                continue
            }
            for (index, check) in checks.enumerated() {
                if let problem = reader.withField(index, { check.problem($0) }) {
                    notes.add(resource.path, line: reader.line, "\(check.name) \(problem)", "\(check.name) \(problem)")
                }
            }
            if let problem = key.problem(reader) { notes.add(resource.path, line: reader.line, problem, problem) }
            for case (let place?, let target) in references where !reader.isEmpty(place) {
                if targets[target]?.contains(KeyCheck.hash(reader, [place])) != true {
                    let problem = "\(checks[place].name) is not in \(target)"
                    notes.add(resource.path, line: reader.line, problem, problem)
                }
            }
            if let places { ledger.add(reader, places) }
        }
        rows[resource.name] = count
        checkBytes(resource, reader.byteCount, reader.digest())
    }

    private mutating func checkFile(_ resource: PackageFile.Resource) throws(WriteFailure) {
        let path = "\(folder)/\(resource.path)"
        let (bytes, digest) = try FileDigest.measure(path)
        checkBytes(resource, bytes, digest)
        var rows: [Table: Int] = [:]
        for table in Table.allCases { rows[table] = record.rows[table.rawValue] }
        for format in formats {
            for problem in format.problems(in: resource.path, at: path, rows: rows) {
                notes.add("\(resource.path): \(problem)")
            }
        }
    }

    private mutating func checkBytes(_ resource: PackageFile.Resource, _ bytes: Int64, _ digest: String) {
        if let expected = resource.bytes, expected != bytes {
            notes.add("\(resource.path): has \(bytes) bytes instead of \(expected)")
        }
        if let expected = resource.hash, expected != "sha256:\(digest)" {
            notes.add("\(resource.path): its SHA-256 is not that of the description")
        }
    }

    /// Holds the counts of `run.json` against the tables.
    private mutating func checkRecord() {
        for (table, count) in record.rows.sorted(by: { $0.key < $1.key }) {
            if let found = rows[table], found != count {
                notes.add("run.json: \(table) has \(found) rows instead of \(count)")
            }
        }
        guard rows["files"] != nil else { return }
        compare("files", record.files, ledger.fileStatuses, sum: "found")
        compare("reports", record.reports, ledger.reportStatuses, sum: "found")
        compare("problems", record.problems, ledger.codes, sum: nil)
    }

    private mutating func compare(_ what: String, _ said: [String: Int], _ found: [String: Int], sum: String?) {
        var said = said
        said["duplicates"] = nil
        if let sum {
            let total = said.removeValue(forKey: sum) ?? 0
            let parts = said.values.reduce(0, +)
            if total != parts { notes.add("run.json: \(what) adds up to \(parts) instead of \(total)") }
        }
        for word in Set(said.keys).union(found.keys).sorted() where said[word, default: 0] != found[word, default: 0] {
            notes.add(
                "run.json: \(what): \(word) is \(said[word, default: 0]), the tables have \(found[word, default: 0])")
        }
    }

    /// A path that leads nowhere but into the folder.
    private static func isInside(_ path: String) -> Bool {
        // By bytes: to Swift a slash with a combining mark behind it is no slash.
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.first?.isEmpty == false && !parts.contains { $0.elementsEqual("..".utf8) }
    }

    private static func read<Value: Decodable>(_ path: String) throws(EmitFailure) -> Value {
        let bytes: [UInt8]
        do throws(InputFileError) {
            let file = try InputFile(path: path)
            var buffer = ByteBuffer()
            try file.readAll(into: &buffer, limit: 64 << 20)
            bytes = buffer.bytes()
        } catch {
            throw EmitFailure(WriteFailure(path: path, error))
        }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw EmitFailure(.cannotRead, path: path, reason: "is not the description of an output")
        }
    }
}
