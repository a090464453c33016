/// Every key of `pipeline.json`, in the order in which `gongkai config` prints them. The raw value is the key, with a dot
/// where an object is nested.
public enum SettingKey: String, CaseIterable, Sendable {
    case input
    case filesFrom = "files_from"
    case output
    case formats
    case jobs
    case include
    case exclude
    case maxFailed = "max_failed"
    case full
    case retryFailed = "retry_failed"
    case quiet
    case progress
    case logFormat = "log_format"
    case warnFewerReports = "warn.fewer_reports"
    case warnFewerRows = "warn.fewer_rows"
    case warnZeros = "warn.zeros"
    case csvFlavor = "csv.flavor"
    case csvHeaders = "csv.headers"
    case parquetCompression = "parquet.compression"
    case parquetPartition = "parquet.partition"
    case parquetNumbers = "parquet.numbers"
    case jsonLinesHTML = "json_lines.html"
    case jsonLinesText = "json_lines.text"
    case jsonLinesName = "json_lines.name"
    case limitFileSize = "limits.file_size"
    case limitInflatedSize = "limits.inflated_size"
    case limitInflationRatio = "limits.inflation_ratio"
    case limitLines = "limits.lines"
    case limitCells = "limits.cells"
    case limitSeconds = "limits.seconds"
    case limitContainerSize = "limits.container_size"
    case limitContainerMembers = "limits.container_members"
    case limitContainerDepth = "limits.container_depth"
    case limitPDFPages = "limits.pdf_pages"
    case limitPDFSeconds = "limits.pdf_seconds"
    case limitPDFMemory = "limits.pdf_memory"

    /// The variable that sets it: `GONGKAI_JOBS`, `GONGKAI_CSV_FLAVOR` ...
    public var variable: String {
        "GONGKAI_" + rawValue.map { $0 == "." ? "_" : $0.uppercased() }.joined()
    }
}
