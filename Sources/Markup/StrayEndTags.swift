import Bytes

/// End tags that end nothing: no element of their name can be open any more.
///
/// A parser ignores them, but not before it has compared each with all open elements. An element counts as open until an end tag
/// of its name comes, though others may have ended it before: so no end tag is called stray that ends something.
struct StrayEndTags {
    /// By name, how many may be open.
    private var open: [UInt64: Int] = [:]
    private var strays: [Range<Int>] = []

    var count: Int { strays.count }
    var isEmpty: Bool { strays.isEmpty }

    mutating func takeStart(_ markup: [UInt8], _ start: Int) {
        open[StrayEndTags.name(markup, start + 1), default: 0] += 1
    }

    mutating func takeEnd(_ markup: [UInt8], _ start: Int, _ close: Int) {
        let name = StrayEndTags.name(markup, start + 2)
        if let count = open[name], count > 0 {
            open[name] = count - 1
        } else if close < markup.count, !StrayEndTags.standAlone.contains(name), ByteSearch.first(0x0A, in: markup.span, from: start) > close {
            strays.append(start..<close + 1)
        }
    }

    /// Takes them out of the markup, which may have lost its end since.
    func remove(from markup: inout [UInt8]) {
        let length = markup.count
        let strays = strays.prefix { $0.upperBound <= length }
        if strays.isEmpty { return }
        var rest: [UInt8] = []
        rest.reserveCapacity(length)
        var kept = 0
        for stray in strays {
            rest.append(contentsOf: markup[kept..<stray.lowerBound])
            kept = stray.upperBound
        }
        rest.append(contentsOf: markup[kept...])
        markup = rest
    }

    /// The end tags that stand for an element where none is open.
    private static let standAlone: Set<UInt64> = Set(["p", "br"].map { name(Array($0.utf8), 0) })

    /// A number for the name at a place, whatever its case.
    private static func name(_ markup: [UInt8], _ start: Int) -> UInt64 {
        var number: UInt64 = 0xCBF2_9CE4_8422_2325
        var place = start
        while place < markup.count, isInName(markup[place]) {
            let byte = markup[place]
            number = (number ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x100_0000_01B3
            place &+= 1
        }
        return number
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: byte >= 0x80
        }
    }
}
