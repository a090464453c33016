/// A number that is wider than its cell.
struct Overhang {
    var word: PageWord
    /// The cell in which its middle stands.
    var home: Int
    /// All cells over which it reaches.
    var crossed: [Int]

    /// Where it reaches over an empty cell, it may be the numbers of both, one right behind the other: its digits are put on lines
    /// of their own, which makes no number of them.
    /// - Parameter held: the words of each cell.
    func part(_ held: inout [[PageWord]]) {
        guard crossed.contains(where: { $0 != home && held[$0].isEmpty }), let index = held[home].firstIndex(of: word) else { return }
        held[home][index].text = Array(word.text.map { [$0] }.joined(separator: ["\n"]))
    }
}
