/// What has to be kept of a run, so that the next can take rows from its tables.
public struct OutputReceipts: Sendable {
    /// One for each input that was read, in order.
    public var read: [[UInt8]]
    /// Of inputs whose rows were taken from earlier tables, those that are remembered by something else from now on.
    public var changed: [(input: Int, receipt: [UInt8])]
}
