import Tables

/// A piece of work on tables that no other piece has to do with.
///
/// `@unchecked Sendable`: run once, by one thread, and then asked by the one that made it.
final class TableWork: @unchecked Sendable {
    private let body: () throws(WriteFailure) -> [WrittenFile]
    private var result: Result<[WrittenFile], WriteFailure> = .success([])

    init(_ body: @escaping () throws(WriteFailure) -> [WrittenFile]) { self.body = body }

    func run() { result = Result { () throws(WriteFailure) in try body() } }

    func files() throws(WriteFailure) -> [WrittenFile] { try result.get() }
}
