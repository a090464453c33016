import Bytes
import FoundationEssentials

/// What the `run.json` of a published folder says, as far as a later run wants to know.
struct PublishedRun: Decodable {
    /// What was kept for the next run.
    var store: StoreRecord?
    /// The latest first, the run itself included.
    var history: [RunSketch]

    private enum CodingKeys: String, CodingKey {
        case store, history
    }

    /// - Returns: nil where there is none, or what is there is no record of a run.
    static func read(folder: String) throws(EmitFailure) -> PublishedRun? {
        let path = "\(folder)/\(RunRecord.fileName)"
        var buffer = ByteBuffer()
        do throws(InputFileError) {
            try InputFile(path: path).readAll(into: &buffer, limit: 1 << 24)
        } catch {
            if case .system(let error) = error, !error.isMissing { throw EmitFailure(.cannotRead, path: path, error) }
            return nil
        }
        return try? JSONDecoder().decode(PublishedRun.self, from: Data(buffer.bytes()))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        // A record of another version may have these otherwise, or not at all.
        store = try? container.decodeIfPresent(StoreRecord.self, forKey: .store)
        history = (try? container.decodeIfPresent([RunSketch].self, forKey: .history)) ?? []
    }
}
