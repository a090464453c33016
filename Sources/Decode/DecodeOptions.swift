/// The limits within which inputs are read. Beyond a limit an input fails by name.
public struct DecodeOptions: Sendable {
    /// Bytes of one document as stored. Containers may be larger: they are read piece by piece.
    public var maxFileSize: Int64 = 256_000_000
    /// Bytes that one compressed document may inflate to.
    public var maxInflatedSize: Int64 = 512_000_000
    /// How many times its size compressed bytes may inflate to; looked at beyond the first megabyte.
    public var maxInflationRatio: Int64 = 200
    /// Lines of one document.
    public var maxLines = 5_000_000

    public init() {}
}
