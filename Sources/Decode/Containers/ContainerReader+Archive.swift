import Bytes
import ReportModel

extension ContainerReader {
    /// Reads zip, 7z and tar.
    ///
    /// - Parameter flaw: what is known to be wrong with the container although its members can be read.
    func readArchive<Failure: Error>(
        _ source: any ByteSource, _ layout: ArchiveReader.Layout, flaw: StageFailure? = nil, at place: Place, _ budget: ContainerBudget,
        _ deliver: (consuming DecodedDocument) throws(Failure) -> Void
    ) throws(Failure) {
        var names = MemberNames()
        var isEmpty = true
        var entries = 0
        let reader: ArchiveReader
        do throws(StageFailure) {
            reader = try ArchiveReader(source, layout: layout)
        } catch {
            return try deliver(ContainerReader.failed(place, error))
        }
        while true {
            let next: ArchiveEntry?
            do throws(StageFailure) {
                next = try reader.next()
            } catch {
                return try deliver(ContainerReader.failed(place, error))
            }
            guard let entry = next else { break }
            entries += 1
            if entry.kind == .folder { continue }
            let name = MemberNames.text(entry.name)
            if MemberNames.isHidden(name) { continue }
            isEmpty = false
            guard budget.addMember() else { return }
            let unique = names.path(for: name)
            if let failure = ContainerReader.problem(of: entry, name) {
                let member = place.member(name, as: unique, origin: .known(bytes: entry.size ?? 0, sha256: nil))
                try deliver(ContainerReader.failed(member, failure))
                continue
            }
            let data = CountedSource(EntrySource(reader, budget: budget, ratio: options.maxInflationRatio))
            try read(data, at: place.member(name, as: unique, origin: .counted(data), slots: 0), budget, deliver)
            if budget.failure != nil { return }
        }
        do throws(StageFailure) {
            if let flaw { throw flaw }
            if layout == .tar, source.seekableSize == nil { try reader.finish() }
        } catch {
            return try deliver(ContainerReader.failed(place, error))
        }
        if entries == 0 && layout == .zip {
            // A zip that is empty has been told already; in this one the directory does not lead to its files.
            let failure = StageFailure(.decode, .badContainer, "it cannot be unpacked: its directory names no files")
            try deliver(ContainerReader.failed(place, failure))
        } else if isEmpty {
            try deliver(ContainerReader.empty(place))
        }
    }

    private static func problem(of entry: ArchiveEntry, _ name: String) -> StageFailure? {
        if name.isEmpty || MemberNames.leadsOut(name) {
            return StageFailure(.decode, .badMemberPath, "its name leads out of the container; it is not read")
        }
        if entry.kind != .file {
            return StageFailure(
                .decode, .notARegularFile, "it is a link or a device in the container; it is not followed")
        }
        if entry.isEncrypted {
            return StageFailure(
                .decode, .encryptedMember, "it is encrypted; unpack the container with its password first")
        }
        return nil
    }
}
