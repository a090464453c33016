internal import HanText
internal import ReportModel

/// A fingerprint of what a report says, blind to layout: equal for two copies of one report.
enum Signature {
    /// FNV-1a over the Han characters of the text and all values; 0 where there is too little text to tell.
    static func of(_ report: Report, _ document: Document, _ lines: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var characters = 0
        func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01b3 }
        let text = document.text.span
        for section in report.sections where section.kind == .overview || section.kind == .problems || section.kind == .other {
            for line in section.body where document.lines[line].grid < 0 {
                var index = Int(document.lines[line].span.start)
                let end = Int(document.lines[line].span.end)
                while index < end {
                    // Han characters are three bytes long, and so are the marks beside them: whole bytes will do.
                    let byte = text[index]
                    if byte >= 0xE4 && byte <= 0xE9 && index + 2 < end {
                        mix(UInt64(byte) << 16 | UInt64(text[index + 1]) << 8 | UInt64(text[index + 2]))
                        characters += 1
                        index += 3
                    } else {
                        index += 1
                    }
                }
            }
        }
        guard characters >= 60 else { return 0 }
        for table in [report.disclosures, report.applications, report.proceedings] {
            for cell in table.cells { mix(UInt64(bitPattern: cell.value?.mantissa ?? -1) &+ UInt64(cell.value?.scale ?? 0) << 56) }
        }
        mix(UInt64(report.year ?? 0))
        for scalar in (report.issuer ?? "").unicodeScalars { mix(UInt64(scalar.value)) }
        return hash == 0 ? 1 : hash
    }
}
