import Bytes

/// The fixed bytes by which binary formats are known.
enum Signature {
    private struct Mark {
        var offset = 0
        var bytes: [UInt8]
        var type: ContentType
    }

    static func type(of bytes: Span<UInt8>) -> ContentType? {
        // Most inputs begin with a Chinese character, and no mark stands behind one.
        if bytes.count > 0, bytes[0] >= 0xE3 && bytes[0] <= 0xEE { return nil }
        for mark in marks where ByteSearch.matches(mark.bytes, in: bytes, at: mark.offset) { return mark.type }
        return nil
    }

    private static let marks: [Mark] = [
        Mark(bytes: [0x1F, 0x8B, 0x08], type: .gzip),
        Mark(bytes: [0x50, 0x4B, 0x03, 0x04], type: .zip),
        Mark(bytes: [0x50, 0x4B, 0x05, 0x06], type: .zip),
        Mark(bytes: [0x50, 0x4B, 0x07, 0x08], type: .zip),
        Mark(bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], type: .sevenZip),
        Mark(bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], type: .compressed),
        Mark(bytes: [0x28, 0xB5, 0x2F, 0xFD], type: .compressed),
        Mark(offset: 4, bytes: Array("1AY&SY".utf8), type: .compressed),
        Mark(bytes: Array("WARC/".utf8), type: .warc),
        Mark(bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], type: .foreign(.oldOffice)),
        Mark(bytes: Array("{\\rtf".utf8), type: .foreign(.richText)),
        Mark(bytes: Array("MIME-Version:".utf8), type: .foreign(.mailArchive)),
        Mark(bytes: Array("Rar!\u{1A}\u{07}".utf8), type: .foreign(.rar)),
        Mark(bytes: [0x89, 0x50, 0x4E, 0x47], type: .foreign(.image)),
        Mark(bytes: [0xFF, 0xD8, 0xFF], type: .foreign(.image)),
        Mark(bytes: Array("GIF8".utf8), type: .foreign(.image)),
        Mark(bytes: Array("II*\0".utf8), type: .foreign(.image)),
        Mark(bytes: Array("MM\0*".utf8), type: .foreign(.image)),
        Mark(offset: 8, bytes: Array("WEBP".utf8), type: .foreign(.image)),
        Mark(bytes: [0x00, 0x00, 0x01, 0x00], type: .foreign(.image)),
        Mark(offset: 4, bytes: Array("ftyp".utf8), type: .foreign(.media)),
        Mark(bytes: Array("ID3".utf8), type: .foreign(.media)),
        Mark(offset: 8, bytes: Array("WAVE".utf8), type: .foreign(.media)),
        Mark(offset: 8, bytes: Array("AVI ".utf8), type: .foreign(.media)),
        Mark(bytes: [0x7F, 0x45, 0x4C, 0x46], type: .foreign(.program)),
        Mark(bytes: [0xCA, 0xFE, 0xBA, 0xBE], type: .foreign(.program)),
        Mark(bytes: Array("SQLite format 3\0".utf8), type: .foreign(.database)),
        Mark(bytes: Array("wOFF".utf8), type: .foreign(.font)),
        Mark(bytes: Array("wOF2".utf8), type: .foreign(.font)),
        Mark(bytes: [0x00, 0x01, 0x00, 0x00, 0x00], type: .foreign(.font)),
    ]
}
