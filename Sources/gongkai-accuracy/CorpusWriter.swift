import FoundationEssentials
import ReportFactory

/// Writes a folder of synthetic reports with `truth.jsonl`, and `others.jsonl` for what holds no report.
struct CorpusWriter {
    var folder: String
    var count: Int
    var seed: UInt64
    var families: [LayoutFamily]
    /// One set of irregularities a document, in turn.
    var variants: [Set<Irregularity>]
    var isTerse = false

    func write() throws {
        var factory = DocumentFactory(seed: seed)
        factory.isTerse = isTerse
        var truth = ""
        var others = ""
        let reports = folder + "/reports"
        for index in 0..<count {
            let family = families[index % families.count]
            let variant = variants[(index / families.count) % variants.count]
            let document = factory.document(family: family, irregularities: variant)
            let names = document.irregularities.map(\.rawValue).sorted().joined(separator: "+")
            let layout = family.rawValue + (names.isEmpty ? "" : "/" + names)
            let place = reports + "/" + family.rawValue
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            try Data(document.text).write(to: URL(filePath: place + "/" + document.name))
            truth += TruthJSON.lines(document, layout: layout)
            if document.kind != .reports {
                others += "{\"file\": \"\(document.name)\", \"expect\": \"\(document.kind.rawValue)\"}\n"
            }
        }
        try Data(truth.utf8).write(to: URL(filePath: folder + "/truth.jsonl"))
        try Data(others.utf8).write(to: URL(filePath: folder + "/others.jsonl"))
    }
}
