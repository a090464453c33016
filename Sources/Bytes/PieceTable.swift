/// Short runs of bytes that are appended over and over: the fixed parts of rows. Made once, shared by any number of threads.
@safe public struct PieceTable: @unchecked Sendable {
    // @unchecked: what the pointers show is never written again.

    /// Bytes that may be copied of a piece, however short it is.
    @usableFromInline static let stride = 64

    /// Keeps the memory for as long as a table refers to it.
    @safe private final class Storage {
        let bytes: UnsafeMutablePointer<UInt8>
        let places: UnsafeMutablePointer<UInt64>

        init(_ pieces: [[UInt8]]) {
            let size = pieces.reduce(0) { $0 + $1.count } + PieceTable.stride
            precondition(size < Int(UInt32.max), "too many bytes for a table of pieces")
            unsafe bytes = .allocate(capacity: size)
            unsafe bytes.initialize(repeating: 0, count: size)
            unsafe places = .allocate(capacity: pieces.count)
            var position = 0
            for (index, piece) in pieces.enumerated() {
                unsafe places[index] = UInt64(position) << 32 | UInt64(piece.count)
                for byte in piece {
                    unsafe bytes[position] = byte
                    position += 1
                }
            }
        }

        deinit {
            unsafe bytes.deallocate()
            unsafe places.deallocate()
        }
    }

    public let count: Int
    private let storage: Storage
    @usableFromInline let bytes: UnsafePointer<UInt8>
    /// Of each piece where it begins, in the upper half, and its length.
    @usableFromInline let places: UnsafePointer<UInt64>

    public init(_ pieces: [[UInt8]]) {
        count = pieces.count
        storage = Storage(pieces)
        unsafe bytes = UnsafePointer(storage.bytes)
        unsafe places = UnsafePointer(storage.places)
    }

    /// The length of a piece.
    @inlinable @inline(__always) public func length(_ index: Int) -> Int {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside the table")
        return Int(truncatingIfNeeded: unsafe places[index] & 0xFFFF_FFFF)
    }
}

extension ByteBuffer {
    /// Appends a piece, or what of it stands behind its first bytes.
    ///
    /// Sixteen or sixty-four bytes are copied at once, which may run on behind the piece: both sides have room for that.
    @inlinable @inline(__always)
    public mutating func append(_ index: Int, of table: borrowing PieceTable, droppingFirst dropped: Int = 0) {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: table.count), "outside the table")
        let place = unsafe table.places[index]
        let length = Int(truncatingIfNeeded: place & 0xFFFF_FFFF) &- dropped
        precondition(dropped >= 0 && length >= 0, "outside the piece")
        reserve(length &+ PieceTable.stride)
        let source = unsafe UnsafeRawPointer(table.bytes + Int(truncatingIfNeeded: place >> 32) + dropped)
        let target = unsafe UnsafeMutableRawPointer(base + used)
        unsafe ByteBuffer.copyBlock(source, target, 0)
        if length > 16 {
            unsafe ByteBuffer.copyBlock(source, target, 16)
            unsafe ByteBuffer.copyBlock(source, target, 32)
            unsafe ByteBuffer.copyBlock(source, target, 48)
            if length > PieceTable.stride {
                unsafe (target + PieceTable.stride).copyMemory(
                    from: source + PieceTable.stride, byteCount: length - PieceTable.stride)
            }
        }
        used &+= length
    }

    @inlinable @inline(__always)
    static func copyBlock(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ offset: Int) {
        let block = unsafe source.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        unsafe target.storeBytes(of: block, toByteOffset: offset, as: SIMD16<UInt8>.self)
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
            } else if count >= 8 && count < 16 {
                let head = unsafe source.loadUnaligned(as: UInt64.self)
                let tail = unsafe source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
                unsafe target.storeBytes(of: head, as: UInt64.self)
                unsafe target.storeBytes(of: tail, toByteOffset: count &- 8, as: UInt64.self)
            } else if count < 8 {
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
