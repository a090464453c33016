internal import HanText
internal import ReportModel

/// A fingerprint of what a report says, blind to layout: equal for two copies of one report.
enum Signature {
    /// FNV-1a over the Han characters of the text and all values; 0 where there is too little text to tell.
    static func of(_ report: Report, _ document: Document, _ lines: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var characters = 0
        let text = document.text.span
        let lines = document.lines.span
        for section in report.sections where section.kind == .overview || section.kind == .problems || section.kind == .other {
            for line in section.body where lines[line].grid < 0 {
                mix(text, lines[line].span, &hash, &characters)
            }
        }
        guard characters >= 60 else { return 0 }
        for table in [report.disclosures, report.applications, report.proceedings] {
            for cell in table.cells { mix(UInt64(bitPattern: cell.value?.mantissa ?? -1) &+ UInt64(cell.value?.scale ?? 0) << 56, &hash) }
        }
        mix(UInt64(report.year ?? 0), &hash)
        for scalar in (report.issuer ?? "").unicodeScalars { mix(UInt64(scalar.value), &hash) }
        return hash == 0 ? 1 : hash
    }

    private static func mix(_ value: UInt64, _ hash: inout UInt64) { hash = (hash ^ value) &* 0x100_0000_01b3 }

    /// Takes the Han characters of a line.
    private static func mix(_ text: Span<UInt8>, _ span: SourceSpan, _ hash: inout UInt64, _ characters: inout Int) {
        let line = text.extracting(span.range)
        var index = 0
        var mixed = hash
        var count = 0
        while index < line.count {
            // Han characters are three bytes long, and so are the marks beside them: whole bytes will do.
            let byte = line[index]
            if byte >= 0xE4 && byte <= 0xE9 && index + 2 < line.count {
                mix(UInt64(byte) << 16 | UInt64(line[index + 1]) << 8 | UInt64(line[index + 2]), &mixed)
                count += 1
                index += 3
            } else {
                index += 1
            }
        }
        hash = mixed
        characters += count
    }
}
