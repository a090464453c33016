import Bytes
import CArchive
import ReportModel

/// Reads archives through libarchive, entry by entry. All its pointers stay in this file.
@safe final class ArchiveReader {
    enum Layout {
        case zip, sevenZip, tar
        /// Not an archive, but one stream behind xz, bzip2 or zstd.
        case compressed
    }

    /// What libarchive reads from; it calls back into it.
    @safe private final class Feed {
        let source: any ByteSource
        var block = ByteBuffer(capacity: Feed.step)
        var position: Int64 = 0
        var taken: Int64 = 0
        var failure: StageFailure?
        static let step = 1 << 16

        init(_ source: any ByteSource) { self.source = source }

        func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
            let size = source.seekableSize ?? 0
            let target = origin == SEEK_SET ? offset : origin == SEEK_CUR ? position + offset : size + offset
            do throws(StageFailure) {
                try source.seek(to: target)
                position = min(max(target, 0), size)
                return position
            } catch {
                failure = error
                return Int64(ARCHIVE_FATAL)
            }
        }

        static func of(_ pointer: UnsafeMutableRawPointer?) -> Feed {
            unsafe Unmanaged<Feed>.fromOpaque(pointer.unsafelyUnwrapped).takeUnretainedValue()
        }
    }

    private let archive: OpaquePointer
    private let feed: Feed
    private let layout: Layout
    private var isAtEntry = false
    private let previousLocale: locale_t?

    /// Names in Unicode are lost unless the thread's locale can hold them.
    private static nonisolated(unsafe) let locale = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

    /// Bytes that were taken from the source.
    var taken: Int64 { feed.taken }

    init(_ source: any ByteSource, layout: Layout) throws(StageFailure) {
        guard let archive = unsafe archive_read_new() else {
            throw StageFailure(.decode, .badContainer, "libarchive had no memory to start")
        }
        unsafe self.archive = archive
        feed = Feed(source)
        self.layout = layout
        unsafe previousLocale = unsafe uselocale(ArchiveReader.locale)
        switch layout {
        case .zip: unsafe _ = archive_read_support_format_zip(archive)
        case .sevenZip: unsafe _ = archive_read_support_format_7zip(archive)
        case .tar: unsafe _ = archive_read_support_format_tar(archive)
        case .compressed:
            unsafe _ = archive_read_support_filter_xz(archive)
            unsafe _ = archive_read_support_filter_bzip2(archive)
            unsafe _ = archive_read_support_filter_zstd(archive)
            unsafe _ = archive_read_support_format_raw(archive)
        }
        unsafe _ = archive_read_set_read_callback(archive) { _, client, block in
            let feed = unsafe Feed.of(client)
            feed.block.removeAll()
            do throws(StageFailure) {
                let count = try feed.source.read(into: &feed.block, atMost: Feed.step)
                unsafe block?.pointee = feed.block.unsafeBaseAddress
                feed.position += Int64(count)
                feed.taken += Int64(count)
                return count
            } catch {
                feed.failure = error
                return -1
            }
        }
        if source.seekableSize != nil {
            unsafe _ = archive_read_set_seek_callback(archive) { _, client, offset, origin in
                unsafe Feed.of(client).seek(offset, origin)
            }
        }
        unsafe _ = archive_read_set_callback_data(archive, Unmanaged.passUnretained(feed).toOpaque())
        guard unsafe archive_read_open1(archive) == ARCHIVE_OK else { throw problem() }
    }

    deinit {
        unsafe _ = archive_read_free(archive)
        unsafe _ = uselocale(previousLocale)
    }

    /// The next entry; nil at the end.
    ///
    /// - Throws: `bad_container` where nothing more can be read, or what the source threw.
    func next() throws(StageFailure) -> ArchiveEntry? {
        var entry: OpaquePointer?
        // What is left of the entry before is passed over first, so that it is known where the next is looked for.
        if isAtEntry && layout == .tar, unsafe archive_read_data_skip(archive) < ARCHIVE_WARN { throw problem() }
        let start = unsafe archive_filter_bytes(archive, 0)
        var status = unsafe archive_read_next_header(archive, &entry)
        if status == ARCHIVE_RETRY { status = unsafe archive_read_next_header(archive, &entry) }
        if status == ARCHIVE_EOF {
            // Blocks of zeros end a tar. One without them was cut off between two members, which libarchive does not mind.
            guard layout == .tar, unsafe archive_filter_bytes(archive, 0) == start else { return nil }
            throw StageFailure(.decode, .badContainer, "its end is missing; there may have been more files in it")
        }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else { throw problem() }
        isAtEntry = true
        var name: [UInt8] = []
        if let letters = unsafe archive_entry_pathname(entry) {
            var length = 0
            while unsafe letters[length] != 0 {
                name.append(unsafe UInt8(bitPattern: letters[length]))
                length += 1
            }
        }
        let kind: ArchiveEntry.Kind
        switch unsafe archive_entry_filetype(entry) & 0o170000 {
        case _ where unsafe archive_entry_hardlink(entry) != nil: kind = .link
        case 0o100000, 0: kind = .file
        case 0o040000: kind = .folder
        case 0o120000: kind = .link
        default: kind = .other
        }
        return unsafe ArchiveEntry(
            name: name, kind: kind, isEncrypted: archive_entry_is_encrypted(entry) != 0,
            size: archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : nil)
    }

    /// Reads on behind the last entry, where nothing but padding stands.
    ///
    /// - Throws: what the source throws: packed bytes may be cut off, or damaged behind the archive's own end.
    func finish() throws(StageFailure) {
        repeat { feed.block.removeAll() } while try feed.source.read(into: &feed.block, atMost: Feed.step) > 0
    }

    /// Appends the next bytes of the entry. Gives 0 at its end.
    func read(into buffer: inout ByteBuffer, atMost limit: Int) throws(StageFailure) -> Int {
        let archive = unsafe self.archive
        let count = unsafe buffer.append(atMost: limit) { unsafe archive_read_data(archive, $0, limit) }
        guard count >= 0 else { throw problem() }
        return count
    }

    private func problem() -> StageFailure {
        if let failure = feed.failure { return failure }
        let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "it is damaged"
        return StageFailure(.decode, .badContainer, "it cannot be unpacked: \(words)")
    }
}
