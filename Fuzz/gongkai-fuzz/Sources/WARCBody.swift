import Decode
import ReportModel

/// Web archives as they come; and any bytes as the record of an archive, whose neighbours must come out whole.
final class WARCBody {
    private let decode = DecodeBody(ending: ".warc")
    private let neighbour = Array("邻".utf8)

    func run(_ bytes: [UInt8]) {
        decode.run(bytes)
        let archive = record("http://a/1", neighbour) + record("http://a/2", bytes) + record("http://a/3", neighbour)
        let documents = decode.documents(in: archive)
        for name in ["1", "3"] {
            let found = documents.first { $0.path == "input.warc!/http://a/\(name)" }
            guard case .success(let document)? = found?.result else { 
                fatalError("neighbour \(name) is gone: \(documents.map(\.path)), \(String(describing: found?.result))")
            }
            require(document.text == neighbour, "neighbour \(name) changed")
        }
    }

    private func record(_ address: String, _ body: [UInt8]) -> [UInt8] {
        let head = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: \(address)\r\nContent-Length: \(body.count)\r\n\r\n"
        return Array(head.utf8) + body + Array("\r\n\r\n".utf8)
    }
}
