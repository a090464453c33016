import Bytes
import Decode
import Glibc
import ReportModel

/// A new folder for one test, removed with all in it at the end.
final class ScratchFolder {
    let path: String

    init() throws {
        path = "/tmp/gongkai-decode-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        guard unsafe mkdir(path, 0o700) == 0 else { throw SystemError("mkdir", code: errno) }
    }

    deinit { unsafe _ = system("rm -rf '\(path)'") }

    /// Writes a file and gives it as Discover would.
    @discardableResult
    func file(_ name: String, _ bytes: [UInt8]) throws -> SourceFile {
        let location = path + "/" + name
        let descriptor = unsafe open(location, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw SystemError("open", code: errno) }
        defer { close(descriptor) }
        var buffer = ByteBuffer()
        buffer.append(bytes)
        try buffer.write(to: descriptor)
        return SourceFile(path: name, location: location, size: 0)
    }

    /// Decodes a file that is written for the purpose.
    func decode(_ bytes: [UInt8], _ name: String = "a.txt", _ options: DecodeOptions = DecodeOptions()) throws
        -> [DecodedDocument]
    {
        try DecodeWorker(options: options).all(file(name, bytes))
    }
}

extension DecodeWorker {
    func all(_ file: SourceFile) -> [DecodedDocument] {
        var documents: [DecodedDocument] = []
        decode(file) { documents.append($0) }
        return documents
    }
}

extension DecodedDocument {
    var code: FindingCode? {
        if case .failure(let failure) = result { return failure.finding.code }
        return nil
    }

    var failure: StageFailure? {
        if case .failure(let failure) = result { return failure }
        return nil
    }

    var document: Document? { try? result.get() }

    /// The lines as text.
    var lines: [String] {
        guard let document else { return [] }
        return document.lines.map { document.string($0.span) }
    }
}
