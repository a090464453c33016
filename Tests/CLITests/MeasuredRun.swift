import Foundation

/// One run of the built program with the most memory that it had at a time.
struct MeasuredRun {
    let status: Int32
    /// Bytes, as the kernel keeps the mark. The programs that read PDFs have a limit of their own and are not counted.
    let peakMemory: Int
    let error: String

    init(_ arguments: [String], in folder: URL) throws {
        let process = try CommandProcess(arguments, in: folder)
        var peak = 0
        // Not from what `wait4` gives: that counts what this process had when it started the other.
        _ = try process.wait(until: {
            peak = max(peak, process.peakMemory)
            return false
        })
        let run = try process.ended()
        status = run.status
        error = run.error
        peakMemory = peak
    }
}
