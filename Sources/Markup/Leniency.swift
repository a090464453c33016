/// What of a page is read.
enum Leniency: Int, Comparable, CaseIterable, Sendable {
    /// What a visitor takes for the page itself.
    case page
    /// Also what looks like a part of the site.
    case site
    /// Also what is not shown.
    case hidden

    static func < (left: Leniency, right: Leniency) -> Bool { left.rawValue < right.rawValue }
}
