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
        isFull = settings.flag(.full)
        retriesFailed = settings.flag(.retryFailed)
        hasPlainCSV = settings.text(.csvFlavor) == "plain"
        hasChineseHeaders = settings.text(.csvHeaders) == "zh"
        if let number = settings.integer(.limitFileSize) { fileSizeLimit = Int64(number) }
        if let number = settings.integer(.limitInflatedSize) { inflatedSizeLimit = Int64(number) }
        if let number = settings.integer(.limitInflationRatio) { inflationRatioLimit = Int64(number) }
        if let number = settings.integer(.limitLines) { lineLimit = number }
        record = settings.json
    }
}
