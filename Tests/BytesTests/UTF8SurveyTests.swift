import Bytes
import TestSupport
import Testing

@Suite struct UTF8SurveyTests {
    /// The plain way to say where UTF-8 goes wrong: the first offset at which no scalar can be decoded.
    private func oracle(_ bytes: [UInt8]) -> Int? {
        var position = 0
        while position < bytes.count {
            let longest = min(4, bytes.count - position)
            guard
                let length = (1...longest).first(where: {
                    String(validating: bytes[position..<(position + $0)], as: UTF8.self) != nil
                })
            else { return position }
            position += length
        }
        return nil
    }

    @Test func agreesWithTheLibraryOnDamagedText() {
        var random = SeededGenerator(1)
        let pieces = [
            "年", "a", "第三章", "0", "\n", "𠀀", "é", "（一）", "\t", "plain ascii of some length, more than a block",
        ]
        let noise: [UInt8] = [
            0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF, 0x9F, 0xA0, 0x8F, 0x90, 0x41,
        ]
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                bytes += Array(pieces.randomElement(using: &random)!.utf8)
            }
            for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = noise.randomElement(using: &random)!
                case 1: bytes.remove(at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            let expected = String(validating: bytes, as: UTF8.self) == nil ? oracle(bytes) : nil
            let survey = UTF8Survey(bytes)
            #expect(survey.badOffset == expected, "\(bytes)")
            if expected == nil {
                #expect(survey.lineFeeds == bytes.count { $0 == 0x0A })
                #expect(!survey.hasOtherControls)
            }
        }
    }

    @Test func agreesWithTheLibraryOnEveryShortSequence() {
        // Every pair of a lead byte and a second byte, with continuation bytes behind, at the edge of a block.
        let seconds: [UInt8] = [0, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE4, 0xFF]
        var wrong: [[UInt8]] = []
        for lead in UInt8(0x7F)...0xFF {
            for second in seconds {
                for tail in [0, 1, 2] {
                    let sequence = [lead, second] + [UInt8](repeating: 0x85, count: tail)
                    for padding in [0, 62, 64] {
                        let bytes =
                            [UInt8](repeating: 0x41, count: padding) + sequence + [UInt8](repeating: 0x42, count: 70)
                        if UTF8Survey(bytes).badOffset != oracle(sequence + [0x42]).map({ $0 + padding }) {
                            wrong.append(bytes)
                        }
                    }
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test func seesControlsWhereverTheyStand() {
        var missed: [[UInt8]] = []
        for length in [1, 15, 16, 63, 64, 65, 130] {
            for place in 0..<length {
                for control in [UInt8(0), 0x0C, 0x0D, 0x1F] {
                    var bytes = [UInt8](repeating: 0x41, count: length)
                    bytes[place] = control
                    let survey = UTF8Survey(bytes)
                    if !survey.hasOtherControls || survey.badOffset != nil || survey.lineFeeds != 0 {
                        missed.append(bytes)
                    }
                }
            }
        }
        #expect(missed.isEmpty)
        #expect(UTF8Survey([]) == UTF8Survey(Array("".utf8)))
        #expect(!UTF8Survey(Array("a\tb\n".utf8)).hasOtherControls)
    }

    @Test func countsManyLineFeeds() {
        for count in [64, 255, 256, 4031, 4032, 4096, 20_003] {
            #expect(UTF8Survey([UInt8](repeating: 0x0A, count: count)).lineFeeds == count)
        }
    }
}
