import Pipeline
import Settings

extension RunOptions {
    /// What the configuration in force means for a run.
    init(_ settings: Settings) {
        self.init()
        inputs = settings.texts(.input)
        inputList = settings.text(.filesFrom)
        include = settings.texts(.include)
        exclude = settings.texts(.exclude)
        if let text = settings.text(.output) { output = text }
        formats = settings.texts(.formats)
        if let number = settings.integer(.jobs) { jobs = number }
        if let number = settings.number(.maxFailed) { maxFailed = number }
        if let number = settings.number(.warnFewerReports) { fewerReports = number }
        if let number = settings.number(.warnFewerRows) { fewerRows = number }
        if let number = settings.number(.warnZeros) { zerosChanged = number }
        isFull = settings.flag(.full)
        retriesFailed = settings.flag(.retryFailed)
        hasPlainCSV = settings.text(.csvFlavor) == "plain"
        hasChineseHeaders = settings.text(.csvHeaders) == "zh"
        parquet.isCompressed = settings.text(.parquetCompression) == "gzip"
        parquet.isByYear = settings.text(.parquetPartition) == "year"
        parquet.hasDoubles = settings.text(.parquetNumbers) == "double"
        limits = RunLimits(settings)
        jsonLines.html = settings.texts(.jsonLinesHTML)
        jsonLines.text = settings.texts(.jsonLinesText)
        jsonLines.name = settings.texts(.jsonLinesName)
        record = settings.json
    }
}

extension RunLimits {
    fileprivate init(_ settings: Settings) {
        self.init()
        if let number = settings.integer(.limitFileSize) { fileSize = number }
        if let number = settings.integer(.limitInflatedSize) { inflatedSize = number }
        if let number = settings.integer(.limitInflationRatio) { inflationRatio = number }
        if let number = settings.integer(.limitLines) { lines = number }
        if let number = settings.integer(.limitCells) { cells = number }
        if let number = settings.number(.limitSeconds) { seconds = number }
        if let number = settings.integer(.limitContainerSize) { containerSize = number }
        if let number = settings.integer(.limitContainerMembers) { containerMembers = number }
        if let number = settings.integer(.limitContainerDepth) { containerDepth = number }
        if let number = settings.integer(.limitPDFPages) { pdfPages = number }
        if let number = settings.number(.limitPDFSeconds) { pdfSeconds = number }
        if let number = settings.integer(.limitPDFMemory) { pdfMemory = number }
    }
}
