/// Short runs of bytes that are appended over and over: the fixed parts of rows. Made once, shared by any number of threads.
@safe public struct PieceTable: @unchecked Sendable {
    // @unchecked: what the pointers show is never written again.

    @usableFromInline static let stride = 16

    /// Keeps the memory for as long as a table refers to it.
    @safe private final class Storage {
        let bytes: UnsafeMutablePointer<UInt8>
        let starts: UnsafeMutablePointer<Int>

        init(_ pieces: [[UInt8]]) {
            let size = pieces.reduce(0) { $0 + $1.count } + PieceTable.stride
            unsafe bytes = .allocate(capacity: size)
            unsafe bytes.initialize(repeating: 0, count: size)
            unsafe starts = .allocate(capacity: pieces.count + 1)
            var position = 0
            for (index, piece) in pieces.enumerated() {
                unsafe starts[index] = position
                for byte in piece {
                    unsafe bytes[position] = byte
                    position += 1
                }
            }
            unsafe starts[pieces.count] = position
        }

        deinit {
            unsafe bytes.deallocate()
            unsafe starts.deallocate()
        }
    }

    public let count: Int
    private let storage: Storage
    @usableFromInline let bytes: UnsafePointer<UInt8>
    /// One more than there are pieces.
    @usableFromInline let starts: UnsafePointer<Int>

    public init(_ pieces: [[UInt8]]) {
        count = pieces.count
        storage = Storage(pieces)
        unsafe bytes = UnsafePointer(storage.bytes)
        unsafe starts = UnsafePointer(storage.starts)
    }
}

extension ByteBuffer {
    /// Appends a piece, or what of it stands behind its first bytes.
    ///
    /// Sixteen bytes are copied at a time, which may run on behind the piece: both sides have room for that.
    @inlinable public mutating func append(_ index: Int, of table: borrowing PieceTable, droppingFirst dropped: Int = 0)
    {
        precondition(index >= 0 && index < table.count, "outside the table")
        let start = unsafe table.starts[index] &+ dropped
        let length = unsafe table.starts[index &+ 1] &- start
        precondition(dropped >= 0 && length >= 0, "outside the piece")
        reserve(length &+ PieceTable.stride)
        let source = unsafe UnsafeRawPointer(table.bytes + start)
        let target = unsafe UnsafeMutableRawPointer(base + used)
        var done = 0
        while done < length {
            let block = unsafe source.loadUnaligned(fromByteOffset: done, as: SIMD16<UInt8>.self)
            unsafe target.storeBytes(of: block, toByteOffset: done, as: SIMD16<UInt8>.self)
            done &+= PieceTable.stride
        }
        used &+= length
    }

    /// Appends a few bytes without a call to the system's copy.
    @inlinable public mutating func append(short bytes: Span<UInt8>) {
        let count = bytes.count
        reserve(count)
        unsafe bytes.withUnsafeBytes { buffer in
            guard let source = buffer.baseAddress else { return }
            let target = unsafe UnsafeMutableRawPointer(base + used)
            if count >= 16 && count <= 32 {
                let head = unsafe source.loadUnaligned(as: SIMD16<UInt8>.self)
                let tail = unsafe source.loadUnaligned(fromByteOffset: count &- 16, as: SIMD16<UInt8>.self)
                unsafe target.storeBytes(of: head, as: SIMD16<UInt8>.self)
                unsafe target.storeBytes(of: tail, toByteOffset: count &- 16, as: SIMD16<UInt8>.self)
            } else if count < 16 {
                for position in 0..<count {
                    unsafe target.storeBytes(
                        of: source.load(fromByteOffset: position, as: UInt8.self), toByteOffset: position,
                        as: UInt8.self)
                }
            } else {
                unsafe target.copyMemory(from: source, byteCount: count)
            }
        }
        used &+= count
    }
}
