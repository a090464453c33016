import Bytes

/// What has to be kept of a run, so that the next can take rows from its tables.
public struct OutputReceipts: Sendable {
    let inputs: InputParts
    /// By input that was read: the receipts of its reports.
    let reports: PackedLog
    /// Of inputs whose rows were taken from earlier tables, those that are remembered by something else from now on.
    public let changed: [(input: Int, receipt: [UInt8])]

    public func reader() -> Reader { Reader(inputs: inputs.reader(), reports: reports.reader()) }

    /// Gives the receipts of the inputs that were read, in order.
    public struct Reader: IteratorProtocol, Sendable {
        var inputs: InputParts.Reader
        var reports: PackedLog.Reader

        public mutating func next() -> [UInt8]? { reports.next().map { inputs.receipt(reports: $0) } }
    }
}
