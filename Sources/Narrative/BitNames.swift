/// Names and their bits, given out in the order in which they are asked for.
struct BitNames {
    private var places: [String: Int] = [:]

    mutating func bit(_ name: String) -> UInt128 {
        let place = places[name] ?? places.count
        places[name] = place
        precondition(place < 128, "too many names")
        return 1 << UInt128(place)
    }

    mutating func bits(_ names: [String]) -> UInt128 { names.reduce(0) { $0 | bit($1) } }
}
