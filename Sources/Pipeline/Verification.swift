import Emit

/// Holds an output folder against its own description.
public enum Verification {
    /// One line for each thing that is wrong; none where the folder is sound.
    ///
    /// - Throws: ``RunFailure`` where there is no output to hold against anything.
    public static func problems(in folder: String) throws(RunFailure) -> [String] {
        try RunFailure.converting { () throws(EmitFailure) in
            try Verifier.problems(in: folder, formats: TableFormats.all())
        }
    }
}
