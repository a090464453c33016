/// A straight line drawn on a page, in points: `at` is its y where it is level and its x where it is upright.
struct Ruling: Equatable, Sendable {
    var at: Double
    var start: Double
    var end: Double

    var length: Double { end - start }
}

/// The level and upright lines of one page.
struct PageRulings: Equatable, Sendable {
    var level: [Ruling] = []
    var upright: [Ruling] = []
}
