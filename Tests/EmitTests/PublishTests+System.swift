import Foundation
import TestSupport

extension PublishTests {
    var currentProcess: Int { Int(ProcessInfo.processInfo.processIdentifier) }

    func realPath(_ name: String) -> String {
        let base = URL(fileURLWithPath: scratch.path).resolvingSymlinksInPath().path
        return name.isEmpty ? base : "\(base)/\(name)"
    }

    func rename(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: scratch.at(name), toPath: scratch.at(other))
    }

    func link(_ target: String, from name: String) throws {
        try FileManager.default.createSymbolicLink(atPath: scratch.at(name), withDestinationPath: target)
    }

    func isLink(_ name: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: scratch.at(name))) != nil
    }
}
