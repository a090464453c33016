import Foundation

/// A folder of inputs that want to do harm.
enum HostileFolder {
    static let inputs: [HostileInput] =
        texts + names + files + packed + archives + records + pages + words + foreign + (hasPoppler ? pdfs : [])

    private static let hasPoppler = ["/usr/bin", "/usr/local/bin"].contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext")
    }

    /// The limits with which it is read: small, so that they can be reached with small files.
    static let configuration = """
        {"csv": {"flavor": "plain"},
         "limits": {"file_size": 4000000, "inflated_size": 50000000, "lines": 200000, "container_members": 300,
         "pdf_memory": 150000000}}
        """

    static func make(in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for input in inputs { try input.make(folder.path + "/" + input.name) }
    }

    /// Foundation refuses some of the names.
    static func write(_ bytes: [UInt8], to path: String) throws {
        try writeRaw(bytes, to: Array(path.utf8))
    }

    static func writeRaw(_ bytes: [UInt8], to path: [UInt8]) throws {
        let name = path.map { CChar(bitPattern: $0) } + [0]
        let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress! + done, bytes.count - done) }
            if count <= 0 { throw CocoaError(.fileWriteUnknown) }
            done += count
        }
    }

    /// A small file of the project.
    static func sample(_ path: String) -> [UInt8] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return (try? Data(contentsOf: root.appendingPathComponent(path))).map { Array($0) } ?? []
    }

    static func firstPart(_ path: String, tenths: Int = 6) -> [UInt8] {
        let whole = sample(path)
        return Array(whole[..<(whole.count * tenths / 10)])
    }
}
