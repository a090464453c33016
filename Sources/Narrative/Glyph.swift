/// One character of a sentence: half-width, standard form.
struct Glyph {
    /// Its code unit and its symbol, as ``GlyphTable`` has them.
    var entry: UInt32 = 0
    /// Where it stood, in bytes of the document.
    var offset: Int32 = 0

    @inline(__always) var code: UInt16 { UInt16(truncatingIfNeeded: entry >> 16) }
    /// Its number in the vocabulary, with the flags of ``GlyphTable``.
    @inline(__always) var symbol: UInt16 { UInt16(truncatingIfNeeded: entry) }
}

extension Span where Element == Glyph {
    /// The code at a place.
    @inline(__always)
    subscript(code index: Int) -> UInt16 { self[index].code }
}
