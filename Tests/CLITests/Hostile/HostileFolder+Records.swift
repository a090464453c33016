/// Web archives and lines of JSON.
extension HostileFolder {
    static let records: [HostileInput] = [
        HostileInput("cut.warc", "bad_container", text: head("response", 500) + "HTTP/1.1 200 OK\r\n\r\n一"),
        HostileInput("lying.warc", "bad_container", text: head("resource", Int64.max) + "一"),
        HostileInput("negative.warc", "bad_container", text: head("resource", -1) + "一"),
        HostileInput("short.warc", ["!/http://a/b": "not_a_report", "": "bad_container"], text: head("resource", 3) + "一二三\r\n\r\n"),
        HostileInput("lengthless.warc", "bad_container", text: "WARC/1.0\r\nWARC-Type: resource\r\n\r\n一"),
        HostileInput("endless-head.warc", "bad_container", text: "WARC/1.0\r\nX: " + String(repeating: "x", count: 3_000_000)),
        HostileInput("cut-behind-record.warc", ["!/http://a/b": "not_a_report", "": "bad_container"], text: head("resource", 3) + "一"),
        HostileInput("gone.warc", ["!/http://a/b": "http_error"], text: record("HTTP/1.1 404 Not Found\r\n\r\n一")),
        HostileInput("no-answer.warc", ["!/http://a/b": "bad_record"], text: record("没有回答")),
        HostileInput("chunks.warc", ["!/http://a/b": "bad_record"], text: record("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n一\r\nFFFFFFFFFFFFFFFF\r\n二")),
        HostileInput("packed.warc", ["!/http://a/b": "bad_gzip"], record(Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".utf8) + [0x1F, 0x8B, 8, 0, 0, 0])),
        HostileInput("out.warc", ["!/file:///%2E%2E/%2E%2E/etc/hostname": "not_a_report"], text: record("HTTP/1.1 200 OK\r\n\r\n一", address: "file:///../../etc/hostname")),
        HostileInput("endless.jsonl", "too_large", text: "{\"text\": \"" + String(repeating: "x", count: 6_000_000)),
        HostileInput("cut.jsonl", "bad_record", text: "{\"text\": \"一二三"),
        HostileInput("deep.jsonl", ["!/L1": "not_a_report"], text: "{\"text\": \"一\", \"x\": " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}\n"),
        HostileInput("deep-cut.jsonl", "bad_record", text: "{\"text\": " + String(repeating: "{\"a\":", count: 100_000)),
        HostileInput("no-text.jsonl", "bad_record", text: "{\"x\": 1}\n"),
        HostileInput("paths.jsonl", ["!/%2E%2E/%2E%2E/%2E%2E/x": "not_a_report"], text: "{\"id\": \"../../../x\", \"text\": \"一\"}\n"),
    ]

    private static func head(_ kind: String, _ length: Int64, address: String = "http://a/b") -> String {
        "WARC/1.0\r\nWARC-Type: \(kind)\r\nWARC-Target-URI: \(address)\r\nContent-Length: \(length)\r\n\r\n"
    }

    private static func record(_ block: [UInt8]) -> [UInt8] {
        Array(head("response", Int64(block.count)).utf8) + block + Array("\r\n\r\n".utf8)
    }

    private static func record(_ block: String, address: String = "http://a/b") -> String {
        head("response", Int64(block.utf8.count), address: address) + block + "\r\n\r\n"
    }
}
