import Tables

/// How many bytes of CSV something has in each of the tables that are not late.
struct TableExtent: Hashable, Sendable {
    private var counts = SIMD8<Int64>()

    /// The tables that it covers, each at its place.
    static let tables: [Table] = [.files, .errors, .sections, .disclosures, .applications, .proceedings, .facts]

    subscript(place: Int) -> Int64 {
        get { counts[place] }
        set { counts[place] = newValue }
    }

    static func += (extent: inout TableExtent, other: TableExtent) { extent.counts &+= other.counts }

    static func - (extent: TableExtent, other: TableExtent) -> TableExtent {
        var difference = TableExtent()
        difference.counts = extent.counts &- other.counts
        return difference
    }
}
