/// Why bytes could not be read in a charset.
public enum TextConversionError: Error, Hashable, Sendable {
    /// The bytes from this offset on mean nothing in the charset.
    case badSequence(offset: Int)
    /// The bytes end in the middle of the character that starts at this offset.
    case cutOff(offset: Int)
    /// The system's iconv does not know the charset.
    case unavailable
}
