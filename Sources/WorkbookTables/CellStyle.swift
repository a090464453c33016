/// How a cell looks.
enum CellStyle: Int, CaseIterable {
    case text, integer, year, decimal, date
    case link, linkedInteger
    /// The two header rows of a table.
    case header, name
    /// The first sheet.
    case title, heading

    var numberFormat: String? {
        switch self {
        case .integer, .linkedInteger: "#,##0"
        case .year: "0"
        case .decimal: "#,##0.00##########"
        case .date: "yyyy-mm-dd"
        default: nil
        }
    }

    var isBold: Bool { self == .header || self == .title || self == .heading }
    var isLink: Bool { self == .link || self == .linkedInteger }
    var isWrapped: Bool { self == .header }

    /// RGB.
    var background: UInt32? {
        switch self {
        case .header, .heading: 0xDCE6F1
        case .name: 0xF2F2F2
        default: nil
        }
    }
}
