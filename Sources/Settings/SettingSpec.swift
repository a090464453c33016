/// What one key of the configuration takes, and what it is where nobody says anything.
public struct SettingSpec: Sendable {
    public var kind: SettingKind
    /// Nil where the key may stay unset.
    public var preset: SettingValue?
    /// One line for the documentation.
    public var help: String

    public init(_ kind: SettingKind, _ preset: SettingValue?, _ help: String) {
        self.kind = kind
        self.preset = preset
        self.help = help
    }
}

extension SettingKey {
    public var spec: SettingSpec {
        switch self {
        case .input:
            SettingSpec(.paths, .texts(["data"]), "Folders and files to read")
        case .filesFrom:
            SettingSpec(.path, nil, "A file that names further inputs, one a line")
        case .output:
            SettingSpec(.path, .text("out"), "The folder that the tables are published in")
        case .formats:
            SettingSpec(.choices(["csv", "parquet", "sqlite", "xlsx"]), .texts(["csv"]), "What to write")
        case .jobs:
            SettingSpec(.integer(1...256), nil, "Files worked on at a time; the number of cores unless set")
        case .include:
            SettingSpec(.texts, .texts([]), "Globs: only paths that match one of them are read; all where the list is empty")
        case .exclude:
            SettingSpec(.texts, .texts([]), "Globs: paths that match one of them are left out")
        case .maxFailed:
            SettingSpec(.number(0...100), .number(100), "Per cent of the files that may fail before the run is given up")
        case .full:
            SettingSpec(.flag, .flag(false), "Read every input again, whatever is known from earlier runs")
        case .retryFailed:
            SettingSpec(.flag, .flag(false), "Read inputs again that failed in an earlier run")
        case .quiet:
            SettingSpec(.flag, .flag(false), "Say nothing where every file went well")
        case .progress:
            SettingSpec(.choice(["auto", "always", "never"]), .text("auto"), "Whether to show a progress line")
        case .logFormat:
            SettingSpec(.choice(["text", "json"]), .text("text"), "What stderr speaks: lines for people, or JSON lines")
        case .warnFewerReports:
            SettingSpec(.number(0...100), .number(20), "Warn where more than this per cent of the last run's reports are missing")
        case .warnFewerRows:
            SettingSpec(.number(0...100), .number(20), "Warn where more than this per cent of the last run's rows of a table are missing")
        case .warnZeros:
            SettingSpec(.number(0...100), .number(10), "Warn where the share of zeros differs from the last run's by more percentage points")
        case .csvFlavor:
            SettingSpec(
                .choice(["spreadsheet", "plain"]), .text("spreadsheet"),
                "spreadsheet: BOM, CRLF, formulas defused; plain: no BOM, LF, text as it is")
        case .csvHeaders:
            SettingSpec(.choice(["en", "zh"]), .text("en"), "The language of the column names in CSV")
        case .parquetCompression:
            SettingSpec(.choice(["none", "gzip"]), .text("none"), "How the pages of Parquet files are compressed")
        case .parquetPartition:
            SettingSpec(
                .choice(["none", "year"]), .text("none"),
                "none: a Parquet file a table; year: a folder a table, with a file for each year reported on")
        case .parquetNumbers:
            SettingSpec(
                .choice(["decimal", "double"]), .text("decimal"),
                "What numbers with a point are in Parquet: exact decimals, or the nearest binary fractions")
        case .jsonLinesHTML:
            SettingSpec(.texts, .texts(["html"]), "Fields of JSON Lines that hold a web page; looked at first")
        case .jsonLinesText:
            SettingSpec(.texts, .texts(["text", "content"]), "Fields of JSON Lines that hold a text")
        case .jsonLinesName:
            SettingSpec(.texts, .texts(["url", "id"]), "Fields of JSON Lines that name the document; the line's number where there is none")
        case .limitFileSize:
            SettingSpec(.size(1...1_000_000_000_000), .integer(256_000_000), "The largest file that is read")
        case .limitInflatedSize:
            SettingSpec(.size(1...2_000_000_000), .integer(512_000_000), "The most that a compressed file may unfold to")
        case .limitInflationRatio:
            SettingSpec(.integer(1...1_000_000), .integer(200), "How many times its size a compressed file may unfold to")
        case .limitLines:
            SettingSpec(.integer(1...100_000_000), .integer(5_000_000), "The most lines that a document may have")
        case .limitCells:
            SettingSpec(.integer(1...100_000_000), .integer(2_000_000), "The most cells that the tables of a page may have")
        case .limitSeconds:
            SettingSpec(.number(0.1...86_400), .number(300), "The longest that one document may take, in seconds")
        case .limitContainerSize:
            SettingSpec(
                .size(1...1_000_000_000_000_000), .integer(64_000_000_000), "The most that a container may unfold to, all members together")
        case .limitContainerMembers:
            SettingSpec(.integer(1...1_000_000_000), .integer(10_000_000), "The most members that a container may have")
        case .limitContainerDepth:
            SettingSpec(.integer(1...10), .integer(3), "How many containers may stand in one another")
        case .limitPDFPages:
            SettingSpec(.integer(1...100_000), .integer(500), "The most pages that a PDF may have")
        case .limitPDFSeconds:
            SettingSpec(.number(0.1...3600), .number(20), "The longest that one PDF may take")
        case .limitPDFMemory:
            SettingSpec(
                .size(64_000_000...64_000_000_000), .integer(1_073_741_824), "The most memory for each program that reads a PDF")
        }
    }
}
