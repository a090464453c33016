import Foundation

/// A folder that goes with the value.
final class Scratch {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.path + "/page-\(UUID().uuidString)"
        try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func at(_ name: String) -> String { "\(path)/\(name)" }

    func names(_ name: String = "") -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: at(name)))?.sorted() ?? []
    }

    func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    func bytes(_ name: String) -> [UInt8] {
        FileManager.default.contents(atPath: at(name)).map { Array($0) } ?? []
    }

    func write(_ text: String, to name: String) {
        try! text.write(toFile: at(name), atomically: false, encoding: .utf8)
    }
    func makeFolder(_ name: String) {
        try! FileManager.default.createDirectory(atPath: at(name), withIntermediateDirectories: true)
    }
}
