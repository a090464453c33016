import Bytes
import CFaults
import Dispatch
import ReportModel

/// Keeps a document that brings the program down (a trap, a stack overflow, a loop without end) from taking the run with it:
/// the program starts over in its own place and leaves that document out.
///
/// Without ``install(restarting:)`` all of this does nothing.
public enum FaultGuard {
    /// Takes over the signals of faults, once, before any work begins.
    ///
    /// - Parameter restarting: false ends the program with a message instead; for commands that look at one file.
    public static func install(restarting: Bool) throws(RunFailure) {
        let error = cfaults_install(restarting ? 1 : 0)
        if error != 0 {
            throw RunFailure(.fault, code: "internal_fault", "cannot watch for faults: \(SystemError("sigaction", code: error).message)")
        }
    }

    /// The calling thread is going to work on documents.
    static func attach() { cfaults_attach() }

    static func enter(_ path: String, _ stage: Stage) {
        unsafe path.utf8.span.withUnsafeBytes { bytes in
            unsafe cfaults_enter(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, code(stage))
        }
    }

    static func enter(_ stage: Stage) { cfaults_stage(code(stage)) }

    static func leave() { cfaults_leave() }

    /// Watches from now on that no document takes longer than `seconds`.
    static func watch(seconds: Double) -> Watch { Watch(seconds: seconds) }

    /// Looks at the clock twice a second.
    final class Watch {
        private let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "gongkai.clock"))

        fileprivate init(seconds: Double) {
            let limit = UInt64(seconds * 1000)
            timer.schedule(deadline: .now() + 0.1, repeating: 0.5)
            timer.setEventHandler { cfaults_check_time(limit) }
            timer.activate()
        }

        func end() { timer.cancel() }
    }

    /// The faults of the program's earlier lives, the first of each document.
    static func known() throws(RunFailure) -> [String: Fault] {
        let descriptor = cfaults_record()
        if descriptor < 0 { return [:] }
        var buffer = ByteBuffer()
        do throws(SystemError) {
            while try buffer.read(from: descriptor, atMost: 1 << 16) > 0 {}
        } catch {
            throw RunFailure(.fault, code: "internal_fault", "cannot read the record of faults: \(error.message)")
        }
        var faults: [String: Fault] = [:]
        var count = 0
        var at = 0
        while at + 4 <= buffer.count {
            let end = at + 4 + Int(buffer[at + 2]) + Int(buffer[at + 3]) << 8
            if end > buffer.count { break }
            let path = buffer.string((at + 4)..<end)
            if faults[path] == nil {
                faults[path] = Fault(
                    path: path, order: count, isOutOfTime: buffer[at] == 0,
                    stage: Stage.allCases[min(Int(buffer[at + 1]), Stage.allCases.count - 1)])
            }
            count += 1
            at = end
        }
        if count >= Int(CFAULTS_LIMIT) {
            throw RunFailure(
                .fault, code: "internal_fault",
                "\(count) documents brought the program down; it is given up and the old output stands")
        }
        return faults
    }

    private static func code(_ stage: Stage) -> Int32 {
        switch stage {
        case .discover: 0
        case .decode: 1
        case .segment: 2
        case .extract: 3
        case .normalize: 4
        case .emit: 5
        }
    }
}

/// A document that once brought the program down.
struct Fault: Hashable, Sendable {
    var path: String
    /// How many faults there were before it.
    var order: Int
    /// It took longer than it may; otherwise the program itself failed.
    var isOutOfTime: Bool
    var stage: Stage

    var finding: Finding {
        if isOutOfTime {
            return Finding(stage, .error, .outOfTime, "reading it took longer than it may; limits.seconds says how long that is")
        }
        return Finding(stage, .error, .internalFault, "the program itself failed on this document; please report it")
    }
}
