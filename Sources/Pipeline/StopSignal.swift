import Dispatch
import Glibc
import Synchronization

/// Whether somebody asked the program to end. Read between documents.
public final class StopSignal: Sendable {
    private let received = Atomic<Int32>(0)

    public init() {}

    /// Asks for the end, as a signal of that number does.
    public func request(_ signal: Int32) {
        _ = received.compareExchange(expected: 0, desired: signal, ordering: .releasing)
    }

    public var isRequested: Bool { received.load(ordering: .acquiring) != 0 }

    /// - Throws: ``RunFailure/interrupted`` or ``RunFailure/terminated``.
    public func check() throws(RunFailure) {
        switch received.load(ordering: .acquiring) {
        case 0: return
        case SIGINT: throw .interrupted
        default: throw .terminated
        }
    }

    /// A stop signal that SIGINT and SIGTERM set, from now on and for as long as the program runs. Who sends a second one
    /// does not want to wait: it ends the program at once, and what it leaves aside is cleaned by the next run.
    public static func watching() -> StopSignal {
        let stop = StopSignal()
        let queue = DispatchQueue(label: "gongkai.signals")
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if stop.isRequested { _exit(128 + number) }
                stop.request(number)
            }
            source.activate()
            stop.sources.withLock { [held = HeldSource(source)] in $0.append(held) }
        }
        return stop
    }

    private let sources = Mutex<[HeldSource]>([])
}

/// `@unchecked Sendable`: it only keeps the source alive and nobody calls it again.
private final class HeldSource: @unchecked Sendable {
    private let source: any DispatchSourceSignal

    init(_ source: any DispatchSourceSignal) { self.source = source }
}
