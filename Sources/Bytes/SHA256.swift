internal import CCrypto

/// SHA-256 over libcrypto. One hasher serves any number of inputs, one after another.
@safe public struct SHA256Hasher: ~Copyable {
    private let context: OpaquePointer
    private let algorithm: OpaquePointer

    public init() {
        guard let context = unsafe EVP_MD_CTX_new(), let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil) else {
            fatalError("libcrypto offers no SHA-256")
        }
        unsafe self.context = context
        unsafe self.algorithm = algorithm
        reset()
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
        unsafe EVP_MD_free(algorithm)
    }

    /// Starts over.
    public mutating func reset() {
        let done = unsafe EVP_DigestInit_ex2(context, algorithm, nil)
        precondition(done == 1, "libcrypto refused to start SHA-256")
    }

    public mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { buffer in
            let done = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
            precondition(done == 1, "libcrypto refused bytes for SHA-256")
        }
    }

    /// The digest of all bytes since the last start; starts over.
    public mutating func finish() -> SHA256Digest {
        var digest = SHA256Digest()
        unsafe withUnsafeMutableBytes(of: &digest.words) { buffer in
            let done = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
            precondition(done == 1, "libcrypto refused to end SHA-256")
        }
        reset()
        return digest
    }

    /// The digest of `bytes` alone.
    public mutating func hash(_ bytes: Span<UInt8>) -> SHA256Digest {
        reset()
        update(bytes)
        return finish()
    }
}

/// The 32 bytes of a SHA-256.
public struct SHA256Digest: Hashable, Sendable {
    /// In memory order.
    var words: InlineWords = InlineWords()

    struct InlineWords: Hashable, Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
    }

    init() {}

    /// Nil for a text that is not 64 lower-case hexadecimal digits.
    public init?(hex: String) {
        guard hex.utf8.count == 64 else { return nil }
        var values: SIMD4<UInt64> = .zero
        for (position, digit) in hex.utf8.enumerated() {
            let nibble: UInt8
            switch digit {
            case 0x30...0x39: nibble = digit - 0x30
            case 0x61...0x66: nibble = digit - 0x57
            default: return nil
            }
            values[position >> 4] |= UInt64(nibble) << UInt64((position & 14) << 2 | (position & 1 ^ 1) << 2)
        }
        words = InlineWords(
            first: UInt64(littleEndian: values[0]), second: UInt64(littleEndian: values[1]),
            third: UInt64(littleEndian: values[2]), fourth: UInt64(littleEndian: values[3]))
    }

    public func append(to packed: inout PackedWriter) {
        for word in [words.first, words.second, words.third, words.fourth] { packed.append(wide: word) }
    }

    public init(from packed: inout PackedReader) {
        words = InlineWords(first: packed.wide(), second: packed.wide(), third: packed.wide(), fourth: packed.wide())
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { hex(digits: 64) }

    /// The first `digits` (at most 64) hexadecimal digits.
    public func hex(digits: Int) -> String {
        precondition(digits >= 0 && digits <= 64, "a SHA-256 has 64 digits")
        return unsafe withUnsafeBytes(of: words) { bytes in
            unsafe String(unsafeUninitializedCapacity: digits) { output in
                for position in 0..<digits {
                    let byte = unsafe bytes[position >> 1]
                    let nibble = position & 1 == 0 ? byte >> 4 : byte & 15
                    unsafe output[position] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
                }
                return digits
            }
        }
    }
}
