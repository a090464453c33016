/// String literals of scripts and JSON.
enum ScriptStrings {
    /// The literals in a script, their escapes undone, in order.
    static func literals(in script: [UInt8]) -> [[UInt8]] {
        var literals: [[UInt8]] = []
        var place = 0
        // A quote that opens nothing costs a look to the end of its line; a script of such quotes is given up.
        var patience = script.count * 4
        while place < script.count && patience > 0 {
            let byte = script[place]
            if byte == 0x22 || byte == 0x27 || byte == 0x60 {
                let (value, end) = literal(script, from: place + 1, quote: byte)
                if let value {
                    literals.append(value)
                    place = end
                    continue
                }
                patience -= end - place
            } else if byte == 0x2F, place + 1 < script.count, let end = commentEnd(script, place) {
                place = end
                continue
            }
            place += 1
        }
        return literals
    }

    /// `%3C` and `%u4E00`.
    static func percentDecoded(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var place = 0
        while place < text.count {
            if text[place] == 0x25 {
                if place + 1 < text.count, text[place + 1] | 0x20 == 0x75, let unit = hex(text, place + 2, 4) {
                    append(unit, to: &output)
                    place += 6
                    continue
                }
                if let byte = hex(text, place + 1, 2) {
                    output.append(UInt8(byte))
                    place += 3
                    continue
                }
            }
            output.append(text[place])
            place += 1
        }
        return output
    }

    /// The value, nil where the literal does not end on its line, and the place behind what was looked at.
    private static func literal(_ script: [UInt8], from start: Int, quote: UInt8) -> ([UInt8]?, Int) {
        var value: [UInt8] = []
        var place = start
        while place < script.count {
            let byte = script[place]
            if byte == quote { return (value, place + 1) }
            if byte == 0x0A && quote != 0x60 { return (nil, place) }
            if byte == 0x5C && place + 1 < script.count {
                place = unescape(script, place + 1, &value)
            } else {
                value.append(byte)
                place += 1
            }
        }
        return (nil, script.count)
    }

    /// Undoes the escape whose letter stands at `place`; gives the place behind it.
    private static func unescape(_ script: [UInt8], _ place: Int, _ value: inout [UInt8]) -> Int {
        switch script[place] {
        case 0x6E: value.append(0x0A)
        case 0x72: value.append(0x0D)
        case 0x74: value.append(0x09)
        case 0x62, 0x66, 0x76, 0x30: value.append(0x20)
        case 0x0A: break
        case 0x78:
            guard let byte = hex(script, place + 1, 2) else { break }
            append(byte, to: &value)
            return place + 3
        case 0x75:
            guard var scalar = hex(script, place + 1, 4) else { break }
            var end = place + 5
            if scalar & 0xFC00 == 0xD800, end + 1 < script.count, script[end] == 0x5C, script[end + 1] == 0x75,
                let low = hex(script, end + 2, 4), low & 0xFC00 == 0xDC00
            {
                scalar = 0x10000 + ((scalar & 0x3FF) << 10 | low & 0x3FF)
                end += 6
            }
            append(scalar, to: &value)
            return end
        default: value.append(script[place])
        }
        return place + 1
    }

    private static func append(_ scalar: UInt32, to value: inout [UInt8]) {
        value.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    }

    private static func hex(_ text: [UInt8], _ place: Int, _ count: Int) -> UInt32? {
        guard place + count <= text.count else { return nil }
        var number: UInt32 = 0
        for byte in text[place..<place + count] {
            switch byte {
            case 0x30...0x39: number = number << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: number = number << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return number
    }

    private static func commentEnd(_ script: [UInt8], _ place: Int) -> Int? {
        if script[place + 1] == 0x2F {
            // `//` also stands in addresses and patterns; only at the start of a line or behind a blank it is a comment.
            guard place == 0 || script[place - 1] <= 0x20 else { return nil }
            return script[place...].firstIndex(of: 0x0A) ?? script.count
        }
        guard script[place + 1] == 0x2A else { return nil }
        var end = place + 2
        while end + 1 < script.count {
            if script[end] == 0x2A && script[end + 1] == 0x2F { return end + 2 }
            end += 1
        }
        return script.count
    }
}
