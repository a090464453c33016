/// How the tables are written.
public struct EmitOptions: Sendable {
    public var flavor: CSVFlavor
    public var headers: CSVHeaders
    /// True to wait until the tables are on the disk before they replace the old ones. False is for tests and for
    /// machines whose power does not fail.
    public var isDurable: Bool

    public init(flavor: CSVFlavor = .spreadsheet, headers: CSVHeaders = .en, isDurable: Bool = true) {
        self.flavor = flavor
        self.headers = headers
        self.isDurable = isDurable
    }
}
