public import ReportModel

/// Reads PDFs that hold text: the words and their places come from poppler's `pdftotext`, the ruling lines of tables from
/// its `pdftocairo` and `pdftoppm`. All run as processes of their own, bound in time and memory.
public struct PDFReader: Sendable {
    private let options: PDFOptions

    public init(options: PDFOptions = PDFOptions()) {
        self.options = options
    }

    /// - Parameters:
    ///   - path: a file that holds just this PDF; nil where there is none, and `bytes` is all.
    ///   - bytes: the PDF; not looked at where there is a path.
    /// - Returns: the lines of the pages in reading order, without page numbers and repeated headers, and their tables as
    ///   grids; a table that runs over several pages is one grid.
    /// - Throws: `poppler_missing`, `bad_pdf`, `encrypted_pdf`, `no_text_layer`, `pdf_timeout`, `pdf_too_large`,
    ///   `unreadable_file`.
    public func read(path: String?, bytes: [UInt8]) throws(StageFailure) -> Document {
        guard let input = path.map({ InputFile(path: $0) }) ?? InputFile(bytes: bytes) else {
            throw StageFailure(.decode, .unreadableFile, "The PDF cannot be opened, or no temporary file can be made for it.")
        }
        let deadline = ChildProcess.now() + options.timeLimitSeconds
        let pages = try words(of: input, until: deadline)
        var contents = ruledPages(pages, input, until: deadline)
        PageFurniture().remove(from: &contents)
        try requireText(contents)
        RowAssembler().assemble(&contents)
        return DocumentAssembler.document(of: contents)
    }

    private func process(_ program: String, _ arguments: [String], _ input: InputFile) -> ChildProcess {
        ChildProcess(
            program: program, arguments: arguments, input: input, memoryLimitBytes: options.memoryLimitBytes,
            maxOutputBytes: options.maxOutputBytes)
    }

    private func words(of input: InputFile, until deadline: Double) throws(StageFailure) -> [PageWords] {
        let arguments = [
            "-bbox", "-nodiag", "-cropbox", "-enc", "UTF-8", "-l", "\(options.maxPages + 1)", ChildProcess.inputPath, "-",
        ]
        let result = process(options.program, arguments, input).run(until: deadline)
        let messages = String(decoding: result.messages, as: UTF8.self)
        if result.ending != .exited(0) && PDFReader.saysOutOfMemory(messages) {
            throw StageFailure(
                .decode, .pdfTooLarge,
                "`\(options.program)` needs more memory for the PDF than limits.pdf_memory allows, \(options.memoryLimitBytes) bytes.")
        }
        switch result.ending {
        case .timedOut:
            throw StageFailure(
                .decode, .pdfTimeout, "Reading the PDF took longer than limits.pdf_seconds allows, \(options.timeLimitSeconds) seconds.")
        case .overflowed:
            throw StageFailure(
                .decode, .pdfTooLarge,
                "The PDF's text is larger than an eighth of limits.inflated_size, \(options.maxOutputBytes) bytes.")
        case .notStarted, .exited(126), .exited(127):
            throw StageFailure(
                .decode, .popplerMissing,
                "`\(options.program)` cannot be run; PDFs need poppler's tools: apt-get install poppler-utils")
        case .crashed(let signal):
            throw StageFailure(.decode, .badPDF, "The PDF made `pdftotext` fail (signal \(signal)).")
        case .exited(0):
            break
        case .exited(let code):
            if code == 3 || messages.contains("Incorrect password") || messages.contains("encrypt") {
                throw StageFailure(.decode, .encryptedPDF, "The PDF is encrypted and needs a password.")
            }
            throw StageFailure(.decode, .badPDF, "The PDF is broken: `pdftotext` cannot open it.")
        }
        guard let pages = WordListParser().parse(result.output), !pages.isEmpty else {
            throw StageFailure(.decode, .badPDF, "The PDF is broken: it has no pages that can be read.")
        }
        // Words are missing then, and nothing says which.
        if messages.contains("Missing language pack") {
            throw StageFailure(
                .decode, .popplerMissing,
                "The PDF names its letters by numbers that poppler has no tables for: apt-get install poppler-data")
        }
        if pages.count > options.maxPages {
            throw StageFailure(.decode, .pdfTooLarge, "The PDF has more pages than limits.pdf_pages allows, \(options.maxPages).")
        }
        if messages.contains("Error"), !hasEndMark(input) {
            throw StageFailure(.decode, .badPDF, "The PDF is cut off: its end is missing.")
        }
        return pages
    }

    /// What a program says last when it is denied memory.
    private static func saysOutOfMemory(_ messages: String) -> Bool {
        ["bad_alloc", "Out of memory", "annot allocate memory"].contains { messages.contains($0) }
    }

    /// A PDF that was not cut off ends in its mark.
    private func hasEndMark(_ input: InputFile) -> Bool {
        String(decoding: input.tail(2048), as: UTF8.self).contains("%%EOF")
    }

    private func ruledPages(_ pages: [PageWords], _ input: InputFile, until deadline: Double) -> [PageContent] {
        let drawer = PageDrawer(options: options) { program, arguments in
            process(program, arguments, input).run(until: deadline)
        }
        return zip(pages, drawer.rulings(of: pages)).map { page, rulings in
            var words = page.words
            var tables: [PageTable] = []
            for table in LatticeBuilder().tables(of: rulings, page: page.number) {
                if let filled = TableFiller().fill(table, from: &words) { tables.append(filled.withoutSlivers()) }
            }
            return PageContent(
                number: page.number, width: page.width, height: page.height, lines: WordLine.lines(of: words),
                tables: tables)
        }
    }

    private func requireText(_ pages: [PageContent]) throws(StageFailure) {
        let lines = pages.flatMap(\.lines).flatMap(\.words).flatMap(\.text)
        let cells = pages.flatMap(\.tables).flatMap(\.cells).flatMap(\.text)
        let letters = (lines + cells).filter { $0.properties.isAlphabetic }
        if letters.count < 20 {
            throw StageFailure(
                .decode, .noTextLayer, "The PDF holds no text, only pictures of pages; run it through text recognition first.")
        }
        let unmapped = (lines + cells).count(where: CharacterRepair.isUnmapped)
        if unmapped * 2 > lines.count + cells.count {
            throw StageFailure(.decode, .noTextLayer, "The PDF's fonts do not say which letters they draw.")
        }
    }
}
