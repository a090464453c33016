import Glibc

/// Times the passes of one stage over a corpus, and sees to it that every pass gives the same answer.
///
/// What counts is the processor time of the process, the system's part of it included, in the best of the passes: what else the
/// machine does can only make it more.
struct Stopwatch {
    let rounds: Int
    let reports: Int

    /// Runs a stage over the whole corpus again and again and prints its best time.
    ///
    /// - Parameters:
    ///   - bytes: what a pass reads or writes.
    ///   - expected: the right answer; nil where any answer will do that is always the same.
    ///   - pass: one pass; gives an answer that no pass can give that has not done its work.
    func measure(_ stage: String, bytes: Int, expected: Int?, _ pass: () throws -> Int) throws {
        var times: [Double] = []
        var answers: Set<Int> = []
        for _ in 0..<rounds {
            let start = Stopwatch.microseconds()
            let answer = try pass()
            times.append(Stopwatch.microseconds() - start)
            answers.insert(answer)
        }
        let microseconds = times.min() ?? 0
        let verdict: String
        if answers.count > 1 {
            verdict = "differs from pass to pass"
        } else if let expected, !answers.contains(expected) {
            verdict = "wrong: \(answers.first ?? 0), not \(expected)"
        } else {
            verdict = expected == nil ? "\(answers.first ?? 0), every time" : "right"
        }
        let each = Stopwatch.rounded(microseconds / Double(reports))
        let rate = Stopwatch.rounded(Double(bytes) / microseconds)
        print("| \(stage) | \(each) | \(Int(Double(reports) / microseconds * 1e6)) | \(rate) | \(verdict) |")
    }

    /// Of processor time, since the process began.
    private static func microseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
