import Emit
import Synchronization

/// Batches that were written and wait to be filled again, so that a run allocates as many as are in flight and no more.
final class BatchPool: Sendable {
    private let renderer: Renderer
    private let spare = Mutex<[RowBatch]>([])

    init(renderer: Renderer) { self.renderer = renderer }

    func take() -> RowBatch {
        spare.withLock { $0.popLast() } ?? renderer.makeBatch()
    }

    func giveBack(_ batch: RowBatch) {
        spare.withLock { $0.append(batch) }
    }
}
