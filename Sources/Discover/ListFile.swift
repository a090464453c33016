import Bytes

/// Reads the file behind `--files-from`: one path a line.
enum ListFile {
    private static let largest: Int64 = 1 << 31

    static func read(_ path: String) throws(DiscoverError) -> [String] {
        var buffer = ByteBuffer(capacity: 1 << 16)
        do throws(InputFileError) {
            if path == "-" {
                try readAll(of: 0, into: &buffer)
            } else {
                try InputFile(path: path).readAll(into: &buffer, limit: largest)
            }
        } catch {
            switch error {
            case .system(let error) where error.isMissing: throw .missingInput(path: path)
            case .system(let error): throw .unreadableInput(path: path, reason: error.reason)
            case .notARegularFile: throw .unreadableInput(path: path, reason: "it is no regular file")
            case .tooLarge: throw .unreadableInput(path: path, reason: "it is too large for a list of files")
            }
        }
        return lines(buffer.bytes())
    }

    private static func readAll(of descriptor: Int32, into buffer: inout ByteBuffer) throws(InputFileError) {
        do throws(SystemError) {
            while try buffer.read(from: descriptor, atMost: 1 << 16) > 0 {}
        } catch {
            throw .system(error)
        }
    }

    /// Empty lines are passed over; a carriage return before the line feed is no part of the path.
    static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A).compactMap { line in
            let line = line.last == 0x0D ? line.dropLast() : line
            return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
        }
    }
}
