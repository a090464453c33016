import Bytes
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

    init() {}

    init(from packed: inout PackedReader) {
        for place in TableExtent.tables.indices { counts[place] = packed.signed() }
    }

    func append(to packed: inout PackedWriter) {
        for place in TableExtent.tables.indices { packed.append(signed: counts[place]) }
    }

    static func += (extent: inout TableExtent, other: TableExtent) { extent.counts &+= other.counts }

    static func - (extent: TableExtent, other: TableExtent) -> TableExtent {
        var difference = TableExtent()
        difference.counts = extent.counts &- other.counts
        return difference
    }
}
