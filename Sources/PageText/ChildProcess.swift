// Everything of this target that touches C: child processes, pipes, and the file descriptors handed to them.
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One run of a program as a process of its own, bound in time, memory and output.
///
/// The child is the leader of a new process group, which is killed as a whole; it has `/dev/null` as its standard input,
/// the input file as descriptor 3 (to be opened as `/dev/fd/3`) and no other descriptor of ours.
struct ChildProcess {
    enum Ending: Equatable {
        case exited(Int32)
        case crashed(signal: Int32)
        case timedOut
        case overflowed
        case notStarted
    }

    struct Result {
        var ending: Ending
        var output: [UInt8]
        /// What the program said on standard error, the first 64 kB.
        var messages: [UInt8]
    }

    /// The name by which the child opens its input.
    static let inputPath = "/dev/fd/3"

    var program: String
    var arguments: [String]
    var input: InputFile
    var memoryLimitBytes: Int
    var maxOutputBytes: Int

    private static let starting = Mutex(())

    func run(until deadline: Double) -> Result {
        let none = Result(ending: .notStarted, output: [], messages: [])
        let seconds = deadline - ChildProcess.now()
        if seconds <= 0 { return Result(ending: .timedOut, output: [], messages: []) }
        // The shell sets limits that hold even if this process dies, then becomes the program.
        let script = """
            ulimit -c 0; ulimit -v "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; shift 2; exec "$@"
            """
        let limits = ["\(max(1, memoryLimitBytes / 1024))", "\(Int(seconds) + 2)"]
        let words = ["/bin/sh", "-c", script, "sh"] + limits + [program] + arguments
        // One at a time, so that no child is given the pipes of another before they are marked to be closed.
        let started = ChildProcess.starting.withLock { _ -> (pid: pid_t, output: Pipe, messages: Pipe)? in
            guard let output = Pipe(), let messages = Pipe(),
                let pid = spawn(words, output: output.writeEnd, messages: messages.writeEnd)
            else { return nil }
            output.closeWriteEnd()
            messages.closeWriteEnd()
            return (pid, output, messages)
        }
        guard let (pid, output, messages) = started else { return none }

        var result = collect(pid, output.readEnd, messages.readEnd, until: deadline)
        // The group outlives its leader where the program left children behind.
        _ = kill(-pid, SIGKILL)
        var status: Int32 = 0
        var waited: pid_t
        repeat { waited = unsafe waitpid(pid, &status, 0) } while waited < 0 && errno == EINTR
        if result.ending == .exited(0), waited == pid {
            let signal = status & 0x7F
            result.ending = signal == 0 ? .exited((status >> 8) & 0xFF) : .crashed(signal: signal)
        }
        return result
    }

    /// Seconds on a clock that only goes forward.
    static func now() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func spawn(_ words: [String], output: Int32, messages: Int32) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, messages, 2)
        unsafe posix_spawn_file_actions_adddup2(&actions, input.descriptor, 3)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        var noSignals = sigset_t()
        var allSignals = sigset_t()
        unsafe sigemptyset(&noSignals)
        unsafe sigfillset(&allSignals)
        unsafe posix_spawnattr_setsigmask(&attributes, &noSignals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &allSignals)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

        var environment = ["LC_ALL=C.UTF-8"]
        for name in ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"] {
            if let value = unsafe getenv(name) { environment.append("\(name)=" + (unsafe String(cString: value))) }
        }
        var argv = unsafe words.map { unsafe strdup($0) } + [nil]
        var envp = unsafe environment.map { unsafe strdup($0) } + [nil]
        defer {
            for unsafe pointer in unsafe argv + envp { unsafe free(pointer) }
        }
        var pid: pid_t = 0
        let code = unsafe posix_spawn(&pid, "/bin/sh", &actions, &attributes, &argv, &envp)
        return code == 0 ? pid : nil
    }

    /// Reads both pipes until they are closed, the child has gone, the time is up or the output is too large.
    private func collect(_ pid: pid_t, _ output: Int32, _ messages: Int32, until deadline: Double) -> Result {
        var result = Result(ending: .exited(0), output: [], messages: [])
        var open = [output, messages]
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let remaining = deadline - ChildProcess.now()
            if remaining <= 0 {
                result.ending = .timedOut
                return result
            }
            if open.isEmpty {
                if hasEnded(pid) { return result }
                usleep(1000)
                continue
            }
            var watched = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let ready = unsafe poll(&watched, nfds_t(watched.count), Int32(min(50, remaining * 1000 + 1)))
            // A pipe that a grandchild holds open says nothing after the child has ended.
            if ready == 0 && hasEnded(pid) { return result }
            if ready <= 0 { continue }
            for entry in watched where entry.revents != 0 {
                let count = unsafe read(entry.fd, &buffer, buffer.count)
                if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
                if count <= 0 {
                    open.removeAll { $0 == entry.fd }
                } else if entry.fd == output {
                    if result.output.count + count > maxOutputBytes {
                        result.ending = .overflowed
                        return result
                    }
                    result.output += buffer[..<count]
                } else if result.messages.count < 1 << 16 {
                    result.messages += buffer[..<count]
                }
            }
        }
    }

    /// True where the child has ended; it is left to be waited for, so that its number stays its own.
    private func hasEnded(_ pid: pid_t) -> Bool {
        var info = unsafe siginfo_t()
        let code = unsafe waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT)
        return code != 0 ? errno != EINTR : unsafe info.si_signo == SIGCHLD
    }
}

/// Both ends of a pipe, above the descriptors that a child is given, closed when the value goes.
private final class Pipe {
    private(set) var readEnd: Int32 = -1
    private(set) var writeEnd: Int32 = -1

    init?() {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return nil }
        readEnd = InputFile.raised(ends[0])
        writeEnd = InputFile.raised(ends[1])
        if readEnd < 0 || writeEnd < 0 { return nil }
    }

    func closeWriteEnd() {
        if writeEnd >= 0 { close(writeEnd) }
        writeEnd = -1
    }

    deinit {
        closeWriteEnd()
        if readEnd >= 0 { close(readEnd) }
    }
}

/// An open file to be handed to a child; closed when the value goes.
///
/// Bytes without a file of their own get one in the folder for temporary files that has lost its name before a byte is
/// written: nobody else can open it, and nothing is left of it however this process ends.
final class InputFile {
    let descriptor: Int32

    init?(path: String) {
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        descriptor = opened < 0 ? -1 : InputFile.raised(opened)
        if descriptor < 0 { return nil }
    }

    init?(bytes: [UInt8]) {
        let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        let name = "\(folder)/gongkai-pdf-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        let opened = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard opened >= 0 else { return nil }
        unsafe unlink(name)
        descriptor = InputFile.raised(opened)
        if descriptor < 0 { return nil }
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(descriptor, $0.baseAddress! + done, bytes.count - done)
            }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return nil }
            done += count
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The last bytes of the file.
    func tail(_ count: Int) -> [UInt8] {
        let size = lseek(descriptor, 0, SEEK_END)
        let start = max(0, size - off_t(count))
        var buffer = [UInt8](repeating: 0, count: count)
        let got = unsafe pread(descriptor, &buffer, count, start)
        lseek(descriptor, 0, SEEK_SET)
        return Array(buffer.prefix(max(0, got)))
    }

    /// The same file under a descriptor of 10 or more that children do not inherit; the given one is closed.
    fileprivate static func raised(_ descriptor: Int32) -> Int32 {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 10)
        close(descriptor)
        return copy
    }
}
