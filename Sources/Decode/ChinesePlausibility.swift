/// Whether text that came out of a conversion reads like Chinese, or is noise that happened to convert.
enum ChinesePlausibility {
    /// - Parameter text: valid UTF-8.
    static func isPlausible(_ text: Span<UInt8>) -> Bool {
        var usual = 0
        var odd = 0
        var position = 0
        // The start of the text is enough to tell.
        let end = min(text.count, 4096)
        while position < end {
            let lead = text[position]
            if lead < 0x80 {
                if lead < 0x20 && !(lead >= 0x09 && lead <= 0x0D) { odd += 1 }
                position += 1
            } else if lead < 0xE0 {
                // Latin, Greek, Cyrillic: letters for numbering, multiplication signs, middle dots.
                usual += 1
                position += 2
            } else if lead < 0xF0 {
                let isPrivate = lead == 0xEE || (lead == 0xEF && text[position + 1] < 0xA4)
                let isForeign = lead == 0xE1 || lead == 0xEA || lead == 0xEB || lead == 0xEC || lead == 0xED
                if isPrivate || isForeign { odd += 1 } else { usual += 1 }
                position += 3
            } else {
                odd += 1
                position += 4
            }
        }
        return usual > 0 && odd * 10 <= usual
    }
}
