import FoundationEssentials

/// Everything that a run depends on, folded once. Nothing below reads the environment or the command line.
public struct RunOptions: Sendable {
    /// Folders and files, in any order.
    public var inputs: [String] = ["data"]
    /// A file that names further inputs, one a line.
    public var inputList: String?
    public var include: [String] = []
    public var exclude: [String] = []
    public var output = "out"
    public var formats: [String] = ["csv"]
    /// Workers, from 1.
    public var jobs = RunOptions.cores
    /// Per cent of the documents that may fail before the run is given up.
    public var maxFailed = 100.0
    /// Per cent of the reports, and of the rows of a table, that may be missing against the run before without a warning.
    public var fewerReports = 20.0
    public var fewerRows = 20.0
    /// Percentage points by which the share of zeros may differ from the run before without a warning.
    public var zerosChanged = 10.0
    /// Read every input again, whatever is known from earlier runs.
    public var isFull = false
    public var retriesFailed = false
    /// No BOM, LF, and text as it is.
    public var hasPlainCSV = false
    public var hasChineseHeaders = false
    public var parquet = ParquetChoices()
    public var limits = RunLimits()
    public var jsonLines = JSONLinesFields()
    /// The settings as JSON, for the record of the run.
    public var record = "{}"

    public init() {}

    /// The processors that this process may use.
    public static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
