import CArchive
import ReportModel

/// Takes named parts out of a zip in memory, through libarchive. All its pointers stay in this file.
enum ZipParts {
    /// The parts with these names that are there, inflated.
    /// - Throws: `bad_docx`, `inflated_too_large`, `ratio_too_high`.
    static func read(
        _ packed: [UInt8], names: Set<String>, options: MarkupOptions
    ) throws(StageFailure) -> [String: [UInt8]] {
        guard let archive = unsafe archive_read_new() else {
            throw StageFailure(.decode, .internalFault, "libarchive had no memory to start")
        }
        defer { unsafe _ = archive_read_free(archive) }
        // Only zip, and no compression around it.
        unsafe _ = archive_read_support_format_zip(archive)
        var parts: [String: [UInt8]] = [:]
        var failure: StageFailure?
        unsafe packed.withUnsafeBytes { bytes in
            do throws(StageFailure) {
                guard let start = bytes.baseAddress,
                    unsafe archive_read_open_memory(archive, start, bytes.count) == ARCHIVE_OK
                else { throw broken }
                unsafe try readParts(archive, names, packed.count, options, &parts)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return parts
    }

    private static var broken: StageFailure { StageFailure(.decode, .badDocx, "the document's zip is broken") }

    private static func readParts(
        _ archive: OpaquePointer, _ names: Set<String>, _ packed: Int, _ options: MarkupOptions,
        _ parts: inout [String: [UInt8]]
    ) throws(StageFailure) {
        var total = 0
        while parts.count < names.count {
            var entry: OpaquePointer?
            let status = unsafe archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else { throw broken }
            guard let letters = unsafe archive_entry_pathname(entry) else { continue }
            let name = unsafe String(cString: letters)
            guard names.contains(name), parts[name] == nil else { continue }
            guard unsafe archive_entry_is_encrypted(entry) == 0 else {
                throw StageFailure(.decode, .badDocx, "the document is encrypted")
            }
            parts[name] = unsafe try readPart(archive, packed, options, &total)
        }
    }

    private static func readPart(
        _ archive: OpaquePointer, _ packed: Int, _ options: MarkupOptions, _ total: inout Int
    ) throws(StageFailure) -> [UInt8] {
        var part: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe block.withUnsafeMutableBytes { room in
                unsafe archive_read_data(archive, room.baseAddress, room.count)
            }
            if count == 0 { return part }
            guard count > 0 else { throw broken }
            total += count
            if total > options.inflatedBytes {
                throw StageFailure(
                    .decode, .inflatedTooLarge,
                    "the document's parts are larger than an eighth of limits.inflated_size, \(options.inflatedBytes) bytes")
            }
            if total > options.ratioFloor && total / options.inflationRatio > packed {
                throw StageFailure(
                    .decode, .ratioTooHigh,
                    "the document's parts inflate to more than limits.inflation_ratio allows, \(options.inflationRatio) times its size")
            }
            part.append(contentsOf: block[..<count])
        }
    }
}
