import Bytes
import ReportModel

/// What a run remembers of an input besides its rows.
struct InputMemo: Sendable {
    var documents = 0
    var failed = 0
    /// True where it may come out otherwise the next time although the input stays as it is: something could not be opened.
    var isPassing = false
    /// One for each report, in order.
    var years: [ReportYear] = []

    init() {}

    var packed: [UInt8] {
        var packed = PackedWriter()
        packed.append(documents)
        packed.append(failed)
        packed.append(isPassing ? 1 : 0)
        packed.append(years.count)
        for year in years { year.append(to: &packed) }
        return packed.bytes
    }

    /// Nil for bytes that are no memo.
    init?(_ bytes: [UInt8]) {
        var packed = PackedReader(bytes)
        documents = packed.count()
        failed = packed.count()
        isPassing = packed.count(atMost: 1) == 1
        for _ in 0..<packed.count(atMost: bytes.count) where packed.isSound { years.append(ReportYear(from: &packed)) }
        guard packed.isSound, packed.isAtEnd else { return nil }
    }
}
