/// A piece of work on tables that no other piece has to do with.
///
/// `@unchecked Sendable`: run once, by one thread, and then asked by the one that made it.
public final class TableWork: @unchecked Sendable {
    private let body: () throws(WriteFailure) -> [WrittenFile]
    private var result: Result<[WrittenFile], WriteFailure> = .success([])

    /// - Parameter body: gives the files that it has completed.
    public init(_ body: @escaping () throws(WriteFailure) -> [WrittenFile]) { self.body = body }

    /// Does all pieces, several at a time where `concurrently` does so.
    ///
    /// - Returns: their files, in the order of the pieces.
    /// - Throws: what the first of them in that order throws.
    public static func files(
        of works: [TableWork], _ concurrently: (Int, @Sendable (Int) -> Void) -> Void
    ) throws(WriteFailure) -> [WrittenFile] {
        concurrently(works.count) { number in
            let work = works[number]
            work.result = Result { () throws(WriteFailure) in try work.body() }
        }
        var files: [WrittenFile] = []
        for work in works { files += try work.result.get() }
        return files
    }
}
