/// A drawn page: one byte a pixel, 0 black, 255 white.
struct PageImage: Sendable {
    var width: Int
    var height: Int
    var pixels: ArraySlice<UInt8>

    /// Reads binary grey maps (`P5`) that stand one behind the other; stops at the first that is not whole.
    static func images(in bytes: [UInt8]) -> [PageImage] {
        var images: [PageImage] = []
        var at = 0
        while at + 2 <= bytes.count, bytes[at] == UInt8(ascii: "P"), bytes[at + 1] == UInt8(ascii: "5") {
            at += 2
            var numbers: [Int] = []
            while numbers.count < 3 {
                while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
                var number = 0
                let start = at
                while at < bytes.count, (0x30...0x39).contains(bytes[at]), at - start < 7 {
                    number = number * 10 + Int(bytes[at] - 0x30)
                    at += 1
                }
                if at == start { return images }
                numbers.append(number)
            }
            at += 1
            let size = numbers[0] * numbers[1]
            guard numbers[2] == 255, size > 0, at + size <= bytes.count else { return images }
            images.append(PageImage(width: numbers[0], height: numbers[1], pixels: bytes[at..<(at + size)]))
            at += size
        }
        return images
    }
}
