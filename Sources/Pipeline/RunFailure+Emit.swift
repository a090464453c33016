import Emit

extension RunFailure {
    /// Runs `body`; a failure to write ends the run.
    static func converting<Value>(_ body: () throws(EmitFailure) -> Value) throws(RunFailure) -> Value {
        do throws(EmitFailure) {
            return try body()
        } catch {
            throw RunFailure(error)
        }
    }

    init(_ failure: EmitFailure) {
        switch failure.kind {
        case .locked(let pid):
            self.init(
                .busy, code: "output_in_use", subject: failure.path,
                "another run holds this output" + (pid.map { ": process \($0)" } ?? ""))
        case .cannotWrite:
            self.init(.inputOutput, code: "cannot_write", subject: failure.path, "cannot write: \(failure.reason); the old output stands")
        case .cannotRead:
            self.init(.inputOutput, code: "cannot_read", subject: failure.path, "cannot read: \(failure.reason)")
        case .notAFolder:
            self.init(.configuration, code: "bad_output", subject: failure.path, "is there and is not a folder")
        case .foreignFolder(let entry):
            self.init(
                .configuration, code: "bad_output", subject: failure.path,
                "holds \(entry), which is no output of a run; allowed: an empty or a new folder, or the output of an earlier run")
        case .inconsistent:
            self.init(
                .fault, code: "internal_fault", subject: failure.path,
                "the tables do not add up (\(failure.reason)); nothing was published")
        }
    }
}
