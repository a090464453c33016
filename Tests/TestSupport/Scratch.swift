import Foundation

/// A folder that goes with the value.
public final class Scratch {
    public let path: String

    public init() {
        path = FileManager.default.temporaryDirectory.path + "/gongkai-test-\(UUID().uuidString)"
        try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    public func at(_ name: String) -> String { "\(path)/\(name)" }

    public func names(_ name: String = "") -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: at(name)))?.sorted() ?? []
    }

    public func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    public func bytes(_ name: String) -> [UInt8] {
        FileManager.default.contents(atPath: at(name)).map { Array($0) } ?? []
    }

    public func write(_ text: String, to name: String) {
        try! text.write(toFile: at(name), atomically: false, encoding: .utf8)
    }

    public func makeFolder(_ name: String) {
        try! FileManager.default.createDirectory(atPath: at(name), withIntermediateDirectories: true)
    }
}
