import Foundation

/// A program of a few shell lines in the place of poppler's, in a folder that goes with the value.
final class FakeProgram {
    let folder: URL
    let path: String

    init(_ script: String) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-fake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("program").path
        // Another process writes it. A child that another test starts meanwhile has a copy of whatever descriptor is open
        // here, and a file that somebody has open for writing cannot be run.
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.arguments = ["-c", "printf '#!/bin/sh\\n%s\\n' \"$2\" >\"$1\" && chmod 755 \"$1\"", "sh", path, script]
        try writer.run()
        writer.waitUntilExit()
        if writer.terminationStatus != 0 { throw CocoaError(.fileWriteUnknown) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
