import Foundation
import Testing

/// Holds the sources against the import table of ARCHITECTURE.md.
@Suite struct LayeringTests {
    /// A target: its layer, what of ours and what of the system it may import.
    private struct Rule {
        var layer: Int
        var ours: Set<String> = []
        var system: Set<String> = []
        /// Files that may hold `unsafe`: those that wrap a C library or the kernel. All of them in `Bytes`.
        var unsafeFiles: Set<String> = []
    }

    private static let rules: [String: Rule] = [
        "ReportModel": Rule(layer: 0),
        "HanText": Rule(layer: 0),
        "Settings": Rule(layer: 0),
        "Bytes": Rule(layer: 1, ours: ["CZlib", "CCrypto", "CIconv"], system: ["Glibc"]),
        "Codebook": Rule(layer: 1, ours: ["ReportModel", "HanText"]),
        "Tables": Rule(layer: 2, ours: ["ReportModel", "Bytes", "Codebook"]),
        "Markup": Rule(
            layer: 2, ours: ["ReportModel", "Bytes", "CXml2", "CArchive"], system: ["Glibc"],
            unsafeFiles: ["HTMLEvents.swift", "XMLEvents.swift", "ZipParts.swift"]),
        "PageText": Rule(
            layer: 2, ours: ["ReportModel", "Bytes"], system: ["Glibc", "Darwin", "Synchronization"],
            unsafeFiles: ["ChildProcess.swift"]),
        "SQLiteTables": Rule(
            layer: 3, ours: ["ReportModel", "Bytes", "Codebook", "Tables"], system: ["GRDB", "GRDBSQLite"],
            unsafeFiles: ["InsertSink.swift"]),
        "WorkbookTables": Rule(
            layer: 3, ours: ["ReportModel", "Bytes", "Codebook", "Tables", "CXlsxWriter", "CArchive"], system: ["Glibc"],
            unsafeFiles: ["Workbook.swift", "FinishedWorkbook.swift", "CellText.swift"]),
        "Discover": Rule(layer: 3, ours: ["ReportModel", "Bytes"]),
        "Decode": Rule(
            layer: 3, ours: ["ReportModel", "Bytes", "Markup", "PageText", "CArchive"], unsafeFiles: ["ArchiveReader.swift"]),
        "Segment": Rule(layer: 3, ours: ["ReportModel", "HanText", "Codebook"]),
        "Extract": Rule(layer: 3, ours: ["ReportModel", "HanText", "Codebook"]),
        "Normalize": Rule(layer: 3, ours: ["ReportModel", "HanText", "Codebook"]),
        "Narrative": Rule(layer: 3, ours: ["ReportModel", "Bytes", "HanText", "Codebook"]),
        "Emit": Rule(
            layer: 3, ours: ["ReportModel", "Bytes", "Codebook", "Tables", "CLinux"], system: ["Glibc", "FoundationEssentials"],
            unsafeFiles: ["System.swift"]),
        "Page": Rule(layer: 3, ours: ["ReportModel", "Bytes", "Codebook", "Tables"], system: ["Mustache", "FoundationEssentials"]),
        "Parquet": Rule(layer: 3, ours: ["ReportModel", "Bytes", "Codebook", "Tables"]),
        "Store": Rule(layer: 3, ours: ["Bytes"], system: ["GRDB", "FoundationEssentials"]),
        "Pipeline": Rule(
            layer: 4,
            ours: [
                "ReportModel", "Bytes", "Codebook", "Tables", "Discover", "Decode", "PageText", "Segment", "Extract", "Normalize", "Narrative",
                "Emit", "Store", "Parquet", "SQLiteTables", "WorkbookTables", "Page", "CFaults",
            ],
            system: ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"], unsafeFiles: ["FaultGuard.swift"]),
        "gongkai": Rule(
            layer: 5, ours: ["Pipeline", "ReportModel", "Codebook", "Settings"],
            system: ["ArgumentParser", "FoundationEssentials"]),
        "gongkai-accuracy": Rule(layer: 5, ours: ["ReportFactory", "AccuracyKit"], system: ["FoundationEssentials", "Glibc", "Darwin"]),
    ]

    private static let sources = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

    /// Targets of Swift code with their files.
    private static func targets() throws -> [String: [URL]] {
        var targets: [String: [URL]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
            let folder = sources.appendingPathComponent(name)
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
                .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
            if !files.isEmpty { targets[name] = files }
        }
        return targets
    }

    /// The modules that a file imports.
    private static func imports(_ text: String) -> Set<String> {
        let modifiers: Set<String> = ["public", "internal", "package", "private", "fileprivate", "@preconcurrency"]
        var modules: Set<String> = []
        for line in text.split(separator: "\n") {
            var words = line.split(separator: " ")[...]
            while let word = words.first, modifiers.contains(String(word)) { words.removeFirst() }
            guard words.popFirst() == "import", let module = words.last else { continue }
            modules.insert(String(module.split(separator: ".")[0]))
        }
        return modules
    }

    @Test func everyTargetImportsWhatItsLayerMay() throws {
        // Were the sources not found, nothing below would be held against anything.
        #expect(try LayeringTests.targets().count > 10)
        for (target, files) in try LayeringTests.targets() {
            guard let rule = LayeringTests.rules[target] else {
                Issue.record("\(target) has no rule: give it one here and in ARCHITECTURE.md")
                continue
            }
            for file in files {
                let imported = LayeringTests.imports(try String(contentsOf: file, encoding: .utf8))
                let surplus = imported.subtracting(rule.ours).subtracting(rule.system)
                #expect(surplus.isEmpty, "\(target)/\(file.lastPathComponent) imports \(surplus.sorted())")
            }
        }
    }

    @Test func importsGoDownOnly() {
        for (target, rule) in LayeringTests.rules {
            for module in rule.ours {
                guard let other = LayeringTests.rules[module] else { continue }
                #expect(other.layer < rule.layer, "\(target) may not import \(module)")
            }
        }
    }

    @Test func pointersHaveOneHome() throws {
        for (target, files) in try LayeringTests.targets() where target != "Bytes" {
            let allowed = LayeringTests.rules[target]?.unsafeFiles ?? []
            for file in files where !allowed.contains(file.lastPathComponent) {
                let words = try String(contentsOf: file, encoding: .utf8).split { !$0.isLetter && $0 != "_" }
                #expect(!words.contains("unsafe"), "\(target)/\(file.lastPathComponent) holds unsafe code")
            }
        }
    }

    @Test func filesStayShort() throws {
        for (target, files) in try LayeringTests.targets() {
            for file in files {
                let lines = try String(contentsOf: file, encoding: .utf8).count { $0 == "\n" }
                #expect(lines <= 400, "\(target)/\(file.lastPathComponent) has \(lines) lines")
            }
        }
    }
}
