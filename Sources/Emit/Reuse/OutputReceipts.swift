import Bytes

/// What has to be kept of a run, so that the next can take rows from its tables.
public struct OutputReceipts: Sendable {
    let inputs: InputParts
    /// By input that was read: the receipts of its reports.
    let reports: PackedList
    /// Of inputs whose rows were taken from earlier tables, those that are remembered by something else from now on.
    public let changed: [(input: Int, receipt: [UInt8])]

    /// How many inputs were read.
    public var count: Int { reports.count }

    /// Of the inputs that were read, in order.
    public func receipt(of place: Int) -> [UInt8] {
        inputs.receipt(of: place, reports: reports.rest(of: place, from: reports.reader(of: place)))
    }
}
