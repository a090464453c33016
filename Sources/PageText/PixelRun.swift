/// A run of line pixels being followed: unbroken, or a row of dots with gaps as small.
///
/// Strokes of glyphs that follow each other at some distance are neither.
struct PixelRun {
    /// The thickest line that is looked for, in pixels.
    static let thickest = 5
    /// The longest dot and the widest gap of a dotted line, in pixels.
    private static let longestDot = 7
    private static let widestGap = 3
    /// The longest stretch in which a line is hidden by what touches it, in pixels.
    private static let longestCrossing = 6

    private(set) var start = -1
    private(set) var end = -1
    private var gap = 0
    private var crossing = 0
    private var streak = 0
    private var isDotted = false

    var isOpen: Bool { start >= 0 }
    var length: Double { isOpen ? Double(end - start + 1) : 0 }

    /// - Returns: false where the pixel cannot belong to this run.
    mutating func takes(_ place: Int) -> Bool {
        if !isOpen { start = place }
        if gap > 0 {
            isDotted = true
            streak = 0
        }
        streak += 1 + crossing
        if isDotted && streak > PixelRun.longestDot { return false }
        end = place
        gap = 0
        crossing = 0
        return true
    }

    /// - Returns: false where a light pixel ends the run.
    mutating func passesGap() -> Bool {
        gap += 1
        return gap <= PixelRun.widestGap && streak <= PixelRun.longestDot
    }

    /// Where two lines cross, or text touches a line, neither stands out against the other.
    ///
    /// - Returns: false where what crosses is too thick.
    mutating func passesCrossing() -> Bool {
        crossing += 1
        return crossing <= PixelRun.longestCrossing
    }
}
