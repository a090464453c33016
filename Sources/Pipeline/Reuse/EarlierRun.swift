import Bytes
import Emit
import Store

/// What an earlier run has left: its tables, and what it knows of its inputs.
struct EarlierRun: Sendable {
    /// In the order of their paths' bytes.
    let inputs: [StoredInput]
    let memos: [InputMemo]
    let tables: EarlierTables
    let store: String
    let programSHA256: String

    /// Why what a run has left is of no use.
    struct Useless: Error {
        /// A stable word.
        var code: String
        var why: String
    }

    /// Reads what the run before has left beside its output.
    ///
    /// - Returns: a failure where it is of no use, and every input has to be read.
    static func read(
        _ store: PublishedStore, _ options: RunOptions
    ) throws(RunFailure) -> Result<EarlierRun, Useless> {
        let isIntact = try RunFailure.converting { () throws(EmitFailure) in try store.isIntact() }
        guard isIntact else {
            return .failure(Useless(code: "store_damaged", why: "\(store.path) is not what the last run has left"))
        }
        let run: StoredRun
        let inputs: [StoredInput]
        do throws(StoreFailure) {
            (run, inputs) = try RunStore.read(store.path)
        } catch {
            if !error.isDamaged { throw RunFailure(error) }
            return .failure(Useless(code: "store_damaged", why: "\(error.path) cannot be read: \(error.reason)"))
        }
        guard run.fingerprint == Fingerprint.text(options), Fingerprint.isProgram(run.program, run.programSHA256) else {
            return .failure(
                Useless(
                    code: "other_version",
                    why: "the program, its codebook or the configuration is not that of the last run"))
        }
        let memos = inputs.compactMap { InputMemo($0.memo) }
        let emit = options.emit
        let found = try RunFailure.converting { () throws(EmitFailure) in
            try EarlierTables(inputs: inputs.map(\.receipt), of: store, options: emit)
        }
        guard memos.count == inputs.count, let tables = found else {
            return .failure(
                Useless(code: "output_changed", why: "the tables in \(options.output) are not as the last run has left them"))
        }
        return .success(
            EarlierRun(
                inputs: inputs, memos: memos, tables: tables, store: store.path, programSHA256: run.programSHA256))
    }
}

extension RunFailure {
    init(_ failure: StoreFailure) {
        self.init(
            .inputOutput, code: "cannot_read", subject: failure.path, "cannot read: \(failure.reason); the old output stands")
    }
}
