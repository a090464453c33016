/// What one pass over some bytes tells about them as UTF-8 text.
public struct UTF8Survey: Hashable, Sendable {
    /// Where the first ill-formed sequence starts; nil where all of it is UTF-8.
    public private(set) var badOffset: Int?
    /// How many line feeds there are (before the bad offset, where there is one).
    public private(set) var lineFeeds = 0
    /// True where there are control bytes besides tab and line feed: carriage returns, form feeds, NULs ...
    public private(set) var hasOtherControls = false

    public init(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            unsafe survey(UnsafeRawPointer(start), buffer.count)
        }
    }

    public init(_ bytes: [UInt8]) { self.init(bytes.span) }

    private typealias Block = SIMD16<UInt8>

    /// Vectors of sixteen bytes, four at a time. A byte is judged with the three before it: a continuation byte must stand
    /// where a lead byte asks for one and nowhere else; the few second bytes that are barred after E0, ED, F0 and F4, and
    /// bytes that are never used, are barred one by one.
    private mutating func survey(_ base: UnsafeRawPointer, _ count: Int) {
        var position = 0
        guard unsafe scan(base, &position, min(count, 3), count) else { return }
        while position + 64 <= count {
            var bad = Block(repeating: 0)
            var high = unsafe base.loadUnaligned(fromByteOffset: position - 3, as: Block.self)
            var controls = Block(repeating: 0)
            var feeds = Block(repeating: 0)
            for step in 0..<4 {
                let block = unsafe base.loadUnaligned(fromByteOffset: position + step * 16, as: Block.self)
                high |= block
                feeds &+= Block(repeating: 0).replacing(with: 1, where: block .== 0x0A)
                controls |= Block(repeating: 0).replacing(
                    with: 0xFF, where: (block .< 0x20) .& (block .!= 0x0A) .& (block .!= 0x09))
            }
            if !UTF8Survey.isZero(high & 0x80) {
                for step in 0..<4 {
                    bad |= unsafe UTF8Survey.faults(base + position + step * 16)
                }
                if !UTF8Survey.isZero(bad) { break }
            }
            if !UTF8Survey.isZero(controls) { hasOtherControls = true }
            if !UTF8Survey.isZero(feeds) { lineFeeds += Int(feeds.wrappedSum()) }
            position += 64
        }
        // A character may straddle the place where the vectors end. Its bytes hold no controls, so that nothing is counted
        // twice.
        unsafe stepBack(base, &position)
        _ = unsafe scan(base, &position, count, count)
    }

    private static func isZero(_ block: Block) -> Bool {
        let words = unsafe unsafeBitCast(block, to: SIMD2<UInt64>.self)
        return words[0] | words[1] == 0
    }

    /// Non-zero where a byte of the sixteen at `here` cannot follow the three before it.
    private static func faults(_ here: UnsafeRawPointer) -> Block {
        let block = unsafe here.loadUnaligned(as: Block.self)
        let before = unsafe (here - 1).loadUnaligned(as: Block.self)
        let second = unsafe (here - 2).loadUnaligned(as: Block.self)
        let third = unsafe (here - 3).loadUnaligned(as: Block.self)
        let zero = Block(repeating: 0)
        let isContinuation = (block & 0xC0) .== 0x80
        let mustContinue = (before .>= 0xC0) .| (second .>= 0xE0) .| (third .>= 0xF0)
        let misplaced = isContinuation .^ mustContinue
        let unused = (block .== 0xC0) .| (block .== 0xC1) .| (block .>= 0xF5)
        let low = ((before .== 0xE0) .& (block .< 0xA0)) .| ((before .== 0xF0) .& (block .< 0x90))
        let tooHigh = ((before .== 0xED) .& (block .>= 0xA0)) .| ((before .== 0xF4) .& (block .>= 0x90))
        return zero.replacing(with: 0xFF, where: misplaced .| unused .| low .| tooHigh)
    }

    /// Back to the start of the last character that begins before `position`, unless it is ASCII.
    private func stepBack(_ base: UnsafeRawPointer, _ position: inout Int) {
        for back in 1...3 where position >= back {
            let byte = unsafe base.load(fromByteOffset: position - back, as: UInt8.self)
            if byte < 0x80 { return }
            if byte >= 0xC0 {
                position -= back
                return
            }
        }
    }

    /// One character at a time from `position` to `target` or just behind it. False at a bad sequence.
    private mutating func scan(_ base: UnsafeRawPointer, _ position: inout Int, _ target: Int, _ count: Int) -> Bool {
        while position < target {
            let lead = unsafe base.load(fromByteOffset: position, as: UInt8.self)
            if lead < 0x80 {
                if lead == 0x0A {
                    lineFeeds += 1
                } else if lead < 0x20 && lead != 0x09 {
                    hasOtherControls = true
                }
                position += 1
                continue
            }
            let length: Int
            var low: UInt8 = 0x80
            var high: UInt8 = 0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0...0xEF:
                length = 3
                if lead == 0xE0 { low = 0xA0 } else if lead == 0xED { high = 0x9F }
            case 0xF0...0xF4:
                length = 4
                if lead == 0xF0 { low = 0x90 } else if lead == 0xF4 { high = 0x8F }
            default: length = 0
            }
            guard length > 0, position + length <= count else { return fail(position) }
            for next in 1..<length {
                let byte = unsafe base.load(fromByteOffset: position + next, as: UInt8.self)
                guard byte >= low && byte <= high else { return fail(position) }
                low = 0x80
                high = 0xBF
            }
            position += length
        }
        return true
    }

    private mutating func fail(_ position: Int) -> Bool {
        badOffset = position
        return false
    }
}
