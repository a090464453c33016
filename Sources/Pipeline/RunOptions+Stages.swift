import Decode
import Discover
import Dispatch
import Emit
import Page
import PageText
import Parquet

extension RunOptions {
    var emit: EmitOptions {
        var options = EmitOptions(
            hasCSV: formats.contains("csv"), flavor: hasPlainCSV ? .plain : .spreadsheet, headers: hasChineseHeaders ? .zh : .en,
            formats: [page] + TableFormats.named(formats, parquet: parquetOptions))
        let jobs = jobs
        options.concurrently = { count, work in
            if jobs == 1 {
                for number in 0..<count { work(number) }
            } else {
                DispatchQueue.concurrentPerform(iterations: count, execute: work)
            }
        }
        return options
    }

    /// Written beside the tables whatever their formats.
    private var page: PageFormat {
        PageFormat(
            links: FileLinks(from: output, to: Discoverer.folders(of: inputs)), hasCSV: formats.contains("csv"))
    }

    private var parquetOptions: ParquetOptions {
        ParquetOptions(
            compression: parquet.isCompressed ? .gzip : .none, partition: parquet.isByYear ? .year : .none,
            numbers: parquet.hasDoubles ? .double : .decimal)
    }

    var tolerance: RunTolerance {
        var tolerance = RunTolerance()
        tolerance.fewerReports = fewerReports
        tolerance.fewerRows = fewerRows
        tolerance.zeros = zerosChanged
        return tolerance
    }

    var decode: DecodeOptions {
        var options = DecodeOptions()
        options.maxFileSize = Int64(limits.fileSize)
        options.maxInflatedSize = Int64(limits.inflatedSize)
        options.maxInflationRatio = Int64(limits.inflationRatio)
        options.maxLines = limits.lines
        options.maxCells = limits.cells
        options.maxContainerSize = Int64(limits.containerSize)
        options.maxMembers = limits.containerMembers
        options.maxDepth = limits.containerDepth
        options.pdf.maxPages = limits.pdfPages
        options.pdf.timeLimitSeconds = limits.pdfSeconds
        options.pdf.memoryLimitBytes = limits.pdfMemory
        options.jsonFields.html = jsonLines.html
        options.jsonFields.text = jsonLines.text
        options.jsonFields.name = jsonLines.name
        return options
    }
}
