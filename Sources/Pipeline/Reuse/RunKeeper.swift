import Bytes
import Discover
import Emit
import Narrative
import ReportModel
import Store
import Tables

/// Joins what was read with what was known, and keeps both for the next run.
struct RunKeeper: Sendable {
    private let corpus: Corpus
    private let options: RunOptions
    /// Of the inputs that were read, in corpus order.
    private let inputs: InputsRead

    init(_ corpus: Corpus, _ inputs: InputsRead, _ options: RunOptions) {
        self.corpus = corpus
        self.options = options
        self.inputs = inputs
    }

    /// The checks between the reports of the whole corpus. Where nothing has changed around a report of an earlier run, it
    /// keeps those that it has.
    func amendments() -> YearAmendments {
        guard let earlier = corpus.earlier else { return YearAmendments(inputs.years) }
        var years = ReportYears()
        var isRead: [Bool] = []
        var isTaken = [Bool](repeating: false, count: earlier.inputs.count)
        var issuers: Set<UInt64> = []
        var read = inputs.reader()
        for source in corpus.plan.sources {
            switch source {
            case .read:
                for year in read.next()?.years ?? [] {
                    years.append(year)
                    isRead.append(true)
                    if let record = year.record { issuers.insert(record.issuer) }
                }
            case .earlier(let input):
                isTaken[Int(input)] = true
                for year in earlier.memos[Int(input)].years {
                    years.append(year)
                    isRead.append(false)
                }
            }
        }
        // What went has its say as well: by its absence.
        for (input, memo) in earlier.memos.enumerated() where !isTaken[input] {
            for year in memo.years { if let record = year.record { issuers.insert(record.issuer) } }
        }
        let isOpen = isRead.indices.map { number in
            isRead[number] || years[number].record.map { issuers.contains($0.issuer) } ?? false
        }
        return YearAmendments(years, isOpen: isOpen)
    }

    /// The same for all reports.
    func allAmendments() -> YearAmendments {
        guard let earlier = corpus.earlier else { return amendments() }
        var years = ReportYears()
        var read = inputs.reader()
        for source in corpus.plan.sources {
            switch source {
            case .read:
                for year in read.next()?.years ?? [] { years.append(year) }
            case .earlier(let input):
                for year in earlier.memos[Int(input)].years { years.append(year) }
            }
        }
        return YearAmendments(years)
    }

    /// Writes the store of this run.
    func keep(_ receipts: OutputReceipts, at path: String) throws(WriteFailure) {
        let (program, digest) = Fingerprint.ofProgram(known: corpus.earlier?.programSHA256)
        let run = StoredRun(
            fingerprint: Fingerprint.text(options), program: program, programSHA256: digest)
        do throws(StoreFailure) {
            let read = stored(receipts)
            if let earlier = corpus.earlier {
                let (gone, changed) = changes(receipts, earlier)
                try RunStore.write(run, over: earlier.store, without: gone, changed + Array(read), to: path)
            } else {
                try RunStore.write(run, read, to: path)
            }
        } catch {
            throw WriteFailure(path: error.path, reason: error.reason)
        }
    }

    /// The inputs that were read. One that the file system said nothing of has its rows, and is read again the next time.
    /// One after the other, as all of them together take much memory.
    private func stored(_ receipts: OutputReceipts) -> some Sequence<StoredInput> {
        var places = corpus.plan.read.makeIterator()
        var stamps = corpus.plan.stamps.reader()
        var read = inputs.reader()
        var kept = receipts.reader()
        return AnyIterator {
            guard let place = places.next(), let (end, years) = read.next(), let receipt = kept.next() else { return nil }
            var memo = InputMemo()
            memo.documents = Int(end.documents)
            memo.failed = Int(end.failed)
            memo.years = years
            let stamp = stamps.next() ?? nil
            memo.isPassing = end.isPassing || stamp == nil
            return StoredInput(
                path: corpus.files[Int(place)].path,
                stamp: stamp ?? FileStamp(size: 0, modified: 0, changed: 0, inode: 0), seen: corpus.plan.seen,
                sha256: end.sha256?.hex, receipt: receipt, memo: memo.packed)
        }
    }

    /// The paths that are there no more, and the inputs that were not read and are to be remembered otherwise.
    private func changes(_ receipts: OutputReceipts, _ earlier: EarlierRun) -> (gone: [String], changed: [StoredInput]) {
        var changed: [Int: StoredInput] = [:]
        for (input, stamp) in corpus.plan.restamped {
            var kept = earlier.inputs[input]
            kept.stamp = stamp
            kept.seen = corpus.plan.seen
            changed[input] = kept
        }
        for (input, receipt) in receipts.changed { changed[input, default: earlier.inputs[input]].receipt = receipt }
        var isTaken = [Bool](repeating: false, count: earlier.inputs.count)
        for case .earlier(let input) in corpus.plan.sources { isTaken[Int(input)] = true }
        let gone = earlier.inputs.indices.filter { !isTaken[$0] }.map { earlier.inputs[$0].path }
        return (gone, changed.sorted { $0.key < $1.key }.map(\.value))
    }
}
