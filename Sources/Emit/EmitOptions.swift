public import Tables

/// How the tables are written.
public struct EmitOptions: Sendable {
    /// True to write CSV.
    public var hasCSV: Bool
    public var flavor: CSVFlavor
    public var headers: CSVHeaders
    /// The formats besides CSV.
    public var formats: [any TableFormat]
    /// True to wait until the tables are on the disk before they replace the old ones. False is for tests and for
    /// machines whose power does not fail.
    public var isDurable: Bool
    /// See ``Tables/OutputSpace/concurrently(_:_:)``. One after the other unless set.
    public var concurrently: @Sendable (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void = { count, work in
        for number in 0..<count { work(number) }
    }

    public init(
        hasCSV: Bool = true, flavor: CSVFlavor = .spreadsheet, headers: CSVHeaders = .en,
        formats: [any TableFormat] = [],
        isDurable: Bool = true
    ) {
        self.hasCSV = hasCSV
        self.flavor = flavor
        self.headers = headers
        self.formats = formats
        self.isDurable = isDurable
    }
}
