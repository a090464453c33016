import Decode
import PageText
import ReportModel

/// A whole input through Decode, and whatever comes out through the other stages.
///
/// There is at least one document, each has a path of its own, and one that cannot be read says why in one word.
final class DecodeBody {
    private let ending: String
    private let file = ScratchFile()
    private let worker: DecodeWorker
    private let documentRules = DocumentRules()
    private let stages = StageRules()

    /// Small enough for thousands of inputs a second, large enough to be reached.
    private static let options: DecodeOptions = {
        var options = DecodeOptions()
        options.maxFileSize = 1 << 20
        options.maxInflatedSize = 1 << 21
        options.maxContainerSize = 1 << 22
        options.maxLines = 20_000
        options.maxMembers = 200
        // Other programs are not what is looked at here.
        options.pdf.program = "/dev/null/no-such-program"
        return options
    }()

    init(ending: String) {
        self.ending = ending
        worker = DecodeWorker(options: DecodeBody.options)
    }

    func run(_ bytes: [UInt8]) {
        _ = documents(in: bytes)
    }

    /// The documents of an input, held against all rules.
    @discardableResult
    func documents(in bytes: [UInt8]) -> [DecodedDocument] {
        file.write(bytes)
        var documents: [DecodedDocument] = []
        let source = SourceFile(path: "input" + ending, location: file.path, size: Int64(bytes.count))
        worker.decode(source) { (document: consuming DecodedDocument) in documents.append(document) }
        require(!documents.isEmpty, "an input gave no document")
        require(Set(documents.map(\.path)).count == documents.count, "two documents have one path: \(documents.map(\.path))")
        var unfolded = 0
        for decoded in documents {
            requireInside(decoded.path)
            switch decoded.result {
            case .success(let document):
                unfolded += document.text.count
                documentRules.check(document, source: decoded.path == source.path && !isPacked(bytes) ? bytes : nil)
                stages.check(document, path: decoded.path)
            case .failure(let failure):
                let wanted: Severity = failure.isSkip ? .warning : .error
                require(failure.finding.severity == wanted, "a failure of the wrong severity")
                require(!failure.finding.message.isEmpty, "a failure without a message")
                require(failure.finding.code != .internalFault, "\(decoded.path): \(failure.finding.message)")
            }
        }
        // A text may grow by a half on its way to UTF-8; a page's list marks and metadata add a little.
        let limit = 4 * max(DecodeBody.options.maxFileSize, DecodeBody.options.maxContainerSize)
        require(unfolded <= limit, "\(bytes.count) bytes became \(unfolded)")
        return documents
    }

    /// Gzip, xz, bzip2 or zstd around one document.
    private func isPacked(_ bytes: [UInt8]) -> Bool {
        [[0x1F, 0x8B], [0xFD, 0x37], [0x42, 0x5A], [0x28, 0xB5]].contains { bytes.starts(with: $0) }
    }

    /// No member's path leads out of its container. By bytes: to Swift a slash with a combining mark behind it is no slash.
    private func requireInside(_ path: String) {
        let isInside = path == "input" + ending || path.utf8.starts(with: "input\(ending)!/".utf8)
        require(isInside, "a path outside the input: \(path)")
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String(Substring($0)) }
        require(!parts.contains("..") && !parts.contains("."), "a path that leads elsewhere: \(path)")
    }
}
