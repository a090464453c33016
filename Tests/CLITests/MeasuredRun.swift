import Foundation

/// One run of the built program with what the kernel says of its memory.
struct MeasuredRun {
    var status: Int32
    /// The most memory that it or one of its children had at a time, in bytes.
    var peakMemory: Int
    var error: String

    init(_ arguments: [String], in folder: URL) throws {
        let messages = folder.path + "/stderr-\(UUID().uuidString)"
        let words = ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder.path, CommandRun.program.path] + arguments
        var argv = unsafe words.map { unsafe strdup($0) } + [nil]
        let variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GONGKAI_") }
        var envp = unsafe variables.map { unsafe strdup("\($0)=\($1)") } + [nil]
        defer {
            for unsafe pointer in unsafe argv + envp { unsafe free(pointer) }
        }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, messages, O_WRONLY | O_CREAT, 0o644)
        var pid: pid_t = 0
        guard unsafe posix_spawn(&pid, "/bin/sh", &actions, nil, &argv, &envp) == 0 else { throw CocoaError(.fileReadUnknown) }
        var ending: Int32 = 0
        var usage = rusage()
        while unsafe wait4(pid, &ending, 0, &usage) < 0 {
            if errno != EINTR { throw CocoaError(.fileReadUnknown) }
        }
        status = ending & 0x7F == 0 ? ending >> 8 & 0xFF : 128 + ending & 0x7F
        peakMemory = usage.ru_maxrss * 1024
        error = try String(contentsOfFile: messages, encoding: .utf8)
        try FileManager.default.removeItem(atPath: messages)
    }
}
