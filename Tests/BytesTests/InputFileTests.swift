import Bytes
import Glibc
import Testing

@Suite struct InputFileTests {
    private func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        var buffer = ByteBuffer()
        buffer.append(bytes)
        try buffer.write(to: descriptor)
    }

    private func read(_ path: String, limit: Int64 = 1 << 20) -> Result<[UInt8], InputFileError> {
        do throws(InputFileError) {
            let file = try InputFile(path: path)
            var buffer = ByteBuffer(capacity: 1)
            try file.readAll(into: &buffer, limit: limit)
            return .success(buffer.bytes())
        } catch {
            return .failure(error)
        }
    }

    @Test func readsFilesOfAllSizes() throws {
        try ScratchFolder.with { folder in
            for size in [0, 1, 4095, 4096, 300_000] {
                let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                try write(bytes, to: folder + "/file")
                #expect(read(folder + "/file") == .success(bytes))
            }
        }
    }

    @Test func readsFilesWhoseSizeIsNotTold() throws {
        let bytes = try read("/proc/self/status").get()
        #expect(bytes.starts(with: Array("Name:".utf8)))
    }

    @Test func refusesWhatIsNoFile() throws {
        try ScratchFolder.with { folder in
            #expect(unsafe mkfifo(folder + "/fifo", 0o600) == 0)
            #expect(read(folder + "/fifo") == .failure(.notARegularFile))
            #expect(read(folder) == .failure(.notARegularFile))
            #expect(read("/dev/zero") == .failure(.notARegularFile))
            #expect(read(folder + "/none") == .failure(.system(SystemError("open", code: ENOENT))))
        }
    }

    @Test func theLimitIsExact() throws {
        try ScratchFolder.with { folder in
            try write([1, 2, 3], to: folder + "/big")
            #expect(read(folder + "/big", limit: 3) == .success([1, 2, 3]))
            #expect(read(folder + "/big", limit: 2) == .failure(.tooLarge(size: 3)))
        }
    }
}
