/// Words that a slice of UTF-16 codes is looked up in, without a string being made of it.
struct CodeSet: Sendable {
    private var words: Set<[UInt16]> = []
    private var lengths: Set<Int> = []

    init(_ texts: some Sequence<String>) {
        for text in texts {
            let codes = Array(text.utf16)
            words.insert(codes)
            lengths.insert(codes.count)
        }
    }

    func contains(_ codes: ArraySlice<UInt16>) -> Bool { lengths.contains(codes.count) && words.contains(Array(codes)) }
}
