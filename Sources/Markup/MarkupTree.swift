/// A document's elements and text, flat and in document order.
struct MarkupTree: Sendable {
    var nodes: [MarkupNode] = []
    /// The text of all text nodes, one behind the other, blanks as in the source.
    var text: [UInt8] = []
    /// What scripts hold, in order.
    var scripts: [UInt8] = []
    var scriptRanges: [Range<Int>] = []
    /// `name` (lower case) and `content` of `meta` elements, in order.
    var named: [(name: String, content: [UInt8])] = []
    /// The line on which the page ends too soon; nil where it has an end.
    var cutOffLine: Int32?
    /// Values of hidden form fields, and pages in frames, in order.
    var hiddenValues: [[UInt8]] = []

    /// The index behind a node and all inside it.
    func end(of node: Int) -> Int { Int(nodes[node].end) }
}

extension MarkupTree {
    /// How many bytes of a range a reader sees, blanks of any kind not counted; counting stops at `limit`.
    func ink(_ range: Range<Int>, limit: Int) -> Int {
        var ink = 0
        var place = range.lowerBound
        while place < range.upperBound && ink < limit {
            let byte = text[place]
            if byte <= 0x20 {
                place &+= 1
            } else if byte == 0xC2 && place + 1 < range.upperBound && text[place + 1] == 0xA0 {
                place &+= 2
            } else if byte == 0xE3 && place + 2 < range.upperBound && text[place + 1] == 0x80 && text[place + 2] == 0x80
            {
                place &+= 3
            } else {
                ink &+= 1
                place &+= 1
            }
        }
        return ink
    }
}
