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
        var controls = Block.zero
        while position + 64 <= count {
            // A lane takes 255 line feeds before it overflows.
            let pause = min(count - 64, position + 62 * 64)
            var feeds = Block.zero
            var isBad = false
            while position <= pause {
                let high = unsafe UTF8Survey.tally(base + position, &feeds, &controls)
                if high, unsafe !UTF8Survey.isWellFormed(base + position) {
                    isBad = true
                    break
                }
                position += 64
            }
            for lane in 0..<16 { lineFeeds += Int(feeds[lane]) }
            if isBad {
                // What the bad block holds is told again below, up to the fault.
                unsafe recount(base + position)
                break
            }
        }
        if !ByteBlock.isZero(controls) { hasOtherControls = true }
        // A character may straddle the place where the vectors end. Its bytes hold no controls, so that nothing is counted
        // twice.
        unsafe stepBack(base, &position)
        _ = unsafe scan(base, &position, count, count)
    }

    /// Takes the line feeds of a bad block off again.
    private mutating func recount(_ block: UnsafeRawPointer) {
        for offset in 0..<64 where unsafe block.load(fromByteOffset: offset, as: UInt8.self) == 0x0A { lineFeeds -= 1 }
    }

    /// Counts the line feeds of 64 bytes and marks other controls; true where any of the bytes, or of the three before
    /// them, is not ASCII.
    @inline(__always) private static func tally(
        _ here: UnsafeRawPointer, _ feeds: inout Block, _ controls: inout Block
    ) -> Bool {
        let feed = Block(repeating: 0x0A)
        let tab = Block(repeating: 0x09)
        let space = Block(repeating: 0x20)
        var high = unsafe (here - 3).loadUnaligned(as: Block.self)
        for step in 0..<4 {
            let block = unsafe (here + step * 16).loadUnaligned(as: Block.self)
            high |= block
            let isFeed = block .== feed
            feeds &-= ByteBlock.bytes(isFeed)
            controls |= ByteBlock.bytes((block .< space) .& .!(isFeed .| (block .== tab)))
        }
        return !ByteBlock.isZero(high & Block(repeating: 0x80))
    }

    @inline(__always) private static func isWellFormed(_ here: UnsafeRawPointer) -> Bool {
        var rare = Block.zero
        var faults = Block.zero
        for step in 0..<4 { unsafe plainFaults(here + step * 16, &faults, &rare) }
        if ByteBlock.isZero(rare) { return ByteBlock.isZero(faults) }
        return unsafe ByteBlock.isZero(
            allFaults(here) | allFaults(here + 16) | allFaults(here + 32) | allFaults(here + 48))
    }

    /// Marks bytes of the sixteen at `here` that cannot follow the two before them, as long as nothing is marked as rare:
    /// bytes that are never used, and lead bytes that bar some second byte or ask for three. Chinese text holds hardly any.
    @inline(__always)
    private static func plainFaults(_ here: UnsafeRawPointer, _ faults: inout Block, _ rare: inout Block) {
        let block = unsafe here.loadUnaligned(as: Block.self)
        let first = unsafe (here - 1).loadUnaligned(as: Block.self)
        let second = unsafe (here - 2).loadUnaligned(as: Block.self)
        let third = unsafe (here - 3).loadUnaligned(as: Block.self)
        let isContinuation = (block & Block(repeating: 0xC0)) .== Block(repeating: 0x80)
        let mustContinue = (first .>= Block(repeating: 0xC0)) .| (second .>= Block(repeating: 0xE0))
        faults |= ByteBlock.bytes(isContinuation .^ mustContinue)
        let bars = (first .== Block(repeating: 0xE0)) .| (first .== Block(repeating: 0xED))
        let isUnused = (block & Block(repeating: 0xFE)) .== Block(repeating: 0xC0)
        let isLong =
            (block .>= Block(repeating: 0xF0)) .| (first .>= Block(repeating: 0xF0))
            .| (third .>= Block(repeating: 0xF0))
        rare |= ByteBlock.bytes(bars .| isUnused .| isLong)
    }

    /// Non-Block.zero where a byte of the sixteen at `here` cannot follow the three before it.
    @inline(__always) private static func allFaults(_ here: UnsafeRawPointer) -> Block {
        let block = unsafe here.loadUnaligned(as: Block.self)
        let first = unsafe (here - 1).loadUnaligned(as: Block.self)
        let second = unsafe (here - 2).loadUnaligned(as: Block.self)
        let third = unsafe (here - 3).loadUnaligned(as: Block.self)
        let isContinuation = (block & Block(repeating: 0xC0)) .== Block(repeating: 0x80)
        let mustContinue =
            (first .>= Block(repeating: 0xC0)) .| (second .>= Block(repeating: 0xE0))
            .| (third .>= Block(repeating: 0xF0))
        let isUnused =
            ((block & Block(repeating: 0xFE)) .== Block(repeating: 0xC0)) .| (block .>= Block(repeating: 0xF5))
        let isLow =
            ((first .== Block(repeating: 0xE0)) .& (block .< Block(repeating: 0xA0)))
            .| ((first .== Block(repeating: 0xF0)) .& (block .< Block(repeating: 0x90)))
        let isHigh =
            ((first .== Block(repeating: 0xED)) .& (block .>= Block(repeating: 0xA0)))
            .| ((first .== Block(repeating: 0xF4)) .& (block .>= Block(repeating: 0x90)))
        return ByteBlock.bytes((isContinuation .^ mustContinue) .| isUnused .| isLow .| isHigh)
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
