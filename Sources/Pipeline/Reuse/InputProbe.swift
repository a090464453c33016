import Bytes
import Discover
import ReportModel
import Store

/// Tells of inputs whether they are as an earlier run has read them. One thread has it.
final class InputProbe {
    private let earlier: EarlierRun?
    private let retriesFailed: Bool
    private let seen: Int64
    private var buffer = ByteBuffer(capacity: 1 << 16)
    private var hasher = SHA256Hasher()

    init(_ earlier: EarlierRun?, retriesFailed: Bool, seen: Int64) {
        self.earlier = earlier
        self.retriesFailed = retriesFailed
        self.seen = seen
    }

    func look(at files: FileList, _ range: Range<Int>) -> [InputPlan.Verdict] {
        var verdicts: [InputPlan.Verdict] = []
        verdicts.reserveCapacity(range.count)
        var before = range.lowerBound > 0 ? files[range.lowerBound - 1].path : nil
        var next: Int?
        for place in range {
            let file = files[place]
            var verdict = InputPlan.Verdict()
            if let before { verdict.isOrdered = PathOrder.precedes(before, file.path) }
            before = file.path
            if file.problem == nil {
                verdict.stamp = FileStamp(path: file.location)
                if let earlier {
                    var number = next ?? earlier.place(of: file.path)
                    while number < earlier.inputs.count, PathOrder.precedes(earlier.inputs[number].path, file.path) {
                        number += 1
                    }
                    next = number
                    if number < earlier.inputs.count, PathOrder.isSame(earlier.inputs[number].path, file.path) {
                        verdict.replaced = number
                        judge(number, of: earlier, file, &verdict)
                    }
                }
            }
            verdicts.append(verdict)
        }
        return verdicts
    }

    private func judge(
        _ number: Int, of earlier: EarlierRun, _ file: SourceFile, _ verdict: inout InputPlan.Verdict
    ) {
        let input = earlier.inputs[number]
        let memo = earlier.memos[number]
        guard let stamp = verdict.stamp, stamp.size == input.stamp.size, !memo.isPassing,
            !(retriesFailed && memo.failed > 0)
        else { return }
        if stamp == input.stamp && !stamp.isYoung(at: input.seen) {
            verdict.input = number
            verdict.stamp = nil
        } else if let sha256 = input.sha256, digest(of: file.location, size: stamp.size) == sha256 {
            // The same in the light of its bytes; and from now on, of its times.
            verdict.input = number
        }
    }

    /// Nil where the file cannot be read or has another size by now.
    private func digest(of path: String, size: Int64) -> String? {
        guard let file = try? InputFile(path: path), file.size == size else { return nil }
        var left = size
        while left > 0 {
            buffer.removeAll()
            guard let got = try? file.read(into: &buffer, atMost: Int(min(left, 1 << 20))), got > 0 else {
                hasher.reset()
                return nil
            }
            buffer.withSpan { hasher.update($0) }
            left -= Int64(got)
        }
        buffer.removeAll(keepingAtMost: 1 << 20)
        return hasher.finish().hex
    }
}

extension EarlierRun {
    /// The first input whose path does not stand before `path`.
    func place(of path: String) -> Int {
        var low = 0
        var high = inputs.count
        while low < high {
            let middle = (low + high) / 2
            if PathOrder.precedes(inputs[middle].path, path) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The order of paths: that of their UTF-8 bytes.
enum PathOrder {
    static func precedes(_ first: String, _ second: String) -> Bool { compare(first, second) < 0 }
    static func isSame(_ first: String, _ second: String) -> Bool { compare(first, second) == 0 }

    private static func compare(_ first: String, _ second: String) -> Int {
        let (a, b) = (first.utf8.span, second.utf8.span)
        let count = min(a.count, b.count)
        for place in 0..<count where a[place] != b[place] { return Int(a[place]) - Int(b[place]) }
        return a.count - b.count
    }
}
