import FoundationEssentials
import PageText
import ReportModel
import Testing

/// Broken files, and programs that hang, crash, flood or lie: each ends in one named error.
@Suite struct HostileInputTests {
    private func failure(_ bytes: [UInt8], _ options: PDFOptions = PDFOptions()) -> Finding? {
        do throws(StageFailure) {
            _ = try PDFReader(options: options).read(path: nil, bytes: bytes)
            return nil
        } catch {
            return error.finding
        }
    }

    /// A program of the given shell lines in the place of poppler's.
    private func withProgram<Value>(_ script: String, _ body: (String) throws -> Value) throws -> Value {
        let path = FileManager.default.temporaryDirectory.path + "/fake-\(UInt64.random(in: 0...UInt64.max))"
        try Data(("#!/bin/sh\n" + script + "\n").utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    private var sketch: PDFSketch {
        var page = PDFSketch.Page()
        page.text("本镇全年按照目录发布各类信息，由办公室逐月核对，无遗漏。", x: 60, y: 60)
        return PDFSketch(pages: [page])
    }

    @Test func filesThatAreNoPDF() {
        #expect(failure([])?.code == .badPDF)
        #expect(failure(Array("本页不是文件".utf8))?.code == .badPDF)
        #expect(failure(Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0, count: 4096))?.code == .badPDF)
    }

    @Test func aFileCutOffAnywhere() {
        let whole = sketch.bytes
        #expect(failure(whole) == nil)
        for part in 1...9 { #expect(failure(Array(whole[..<(whole.count * part / 10)]))?.code == .badPDF, "\(part)/10") }
    }

    @Test func noText() {
        #expect(failure(PDFSketch(pages: [PDFSketch.Page()]).bytes)?.code == .noTextLayer)
        // A scan on whose pages only a number and the scanner's name are text.
        var scan = PDFSketch(pages: [])
        for number in 1...4 {
            var page = PDFSketch.Page()
            page.pictureOfLattice(columns: [60, 220, 280], rows: [100, 125])
            page.text("由某扫描软件创建", x: 400, y: 820)
            page.text("\(number)", x: 297, y: 810)
            scan.pages.append(page)
        }
        #expect(failure(scan.bytes)?.code == .noTextLayer)
        // Letters whose font does not say what they are.
        var unmapped = PDFSketch.Page()
        unmapped.text(String(repeating: "\u{E123}", count: 60), x: 20, y: 60, size: 9)
        unmapped.text("能读的字不多于二十个，其余都是没有说明的字形图样", x: 20, y: 90)
        #expect(failure(PDFSketch(pages: [unmapped]).bytes)?.code == .noTextLayer)
    }

    @Test func aPasswordIsNeeded() throws {
        let path = Fixtures.folder + "/encrypted.pdf"
        #expect(throws: StageFailure.self) { try PDFReader().read(path: path, bytes: []) }
        #expect(failure([UInt8](try Data(contentsOf: URL(filePath: path))))?.code == .encryptedPDF)
    }

    @Test func aFileThatIsGone() {
        do throws(StageFailure) {
            _ = try PDFReader().read(path: "/nowhere/at/all.pdf", bytes: [])
            Issue.record("read a file that is not there")
        } catch {
            #expect(error.finding.code == .unreadableFile)
        }
    }

    @Test func popplerIsNotInstalled() {
        var options = PDFOptions()
        options.program = "no-such-program-pdftotext"
        let finding = failure(sketch.bytes, options)
        #expect(finding?.code == .popplerMissing)
        #expect(finding?.message.contains("apt-get install poppler-utils") == true)
    }

    @Test func withoutTheDrawingProgramsTextIsStillRead() throws {
        var options = PDFOptions()
        options.drawProgram = "no-such-program-pdftocairo"
        options.renderProgram = ""
        #expect(try PDFReader(options: options).read(path: nil, bytes: sketch.bytes).lines.count == 1)
    }

    @Test func aProgramThatHangsIsEndedWithItsChildren() throws {
        var options = PDFOptions()
        options.timeLimitSeconds = 0.5
        let mark = FileManager.default.temporaryDirectory.path + "/mark-\(UInt64.random(in: 0...UInt64.max))"
        let finding = try withProgram("(sleep 2; touch \(mark)) & sleep 30") { path in
            options.program = path
            return failure(sketch.bytes, options)
        }
        #expect(finding?.code == .pdfTimeout)
        try sleepSeconds(2.5)
        #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test func aProgramThatLeavesItsOutputOpenInAChildDoesNotHoldUsUp() throws {
        var options = PDFOptions()
        let finding = try withProgram("sleep 30 & echo nothing; exit 0") { path in
            options.program = path
            return failure(sketch.bytes, options)
        }
        #expect(finding?.code == .badPDF)
    }

    @Test func aProgramThatFloods() throws {
        var options = PDFOptions()
        options.maxOutputBytes = 1 << 20
        let finding = try withProgram("yes 一二三四五六七八九十") { path in
            options.program = path
            return failure(sketch.bytes, options)
        }
        #expect(finding?.code == .pdfTooLarge)
        let noisy = try withProgram("i=0; while [ $i -lt 3000 ]; do echo 'Syntax Error: a long line of complaint, again and again' >&2; i=$((i+1)); done; exit 1") {
            options.program = $0
            return failure(sketch.bytes, options)
        }
        #expect(noisy?.code == .badPDF)
    }

    @Test func aProgramThatCrashes() throws {
        var options = PDFOptions()
        let finding = try withProgram("kill -SEGV $$") { path in
            options.program = path
            return failure(sketch.bytes, options)
        }
        #expect(finding?.code == .badPDF)
        #expect(finding?.message.contains("signal 11") == true)
    }

    @Test func aProgramThatWritesNonsense() throws {
        var options = PDFOptions()
        let lists = [
            "printf '<doc>\\n<page width=\"x\" height=\"\">\\n<word xMin=\"a\">字</word>\\n</doc>\\n'",
            "printf '<doc>\\n<page width=\"1e308\" height=\"nan\">\\n<word xMin=\"inf\" yMin=\"1\" xMax=\"2\" yMax=\"3\">字</word>\\n</doc>\\n'",
            "head -c 300000 /dev/urandom",
        ]
        for list in lists {
            let finding = try withProgram(list) { path in
                options.program = path
                return failure(sketch.bytes, options)
            }
            #expect(finding?.code == .badPDF || finding?.code == .noTextLayer, "\(list)")
        }
    }

    @Test func nonsenseInThePlaceOfADrawingCostsNoText() throws {
        var page = PDFSketch.Page()
        page.text("本镇全年按照目录发布各类信息，由办公室逐月核对，无遗漏。", x: 60, y: 60)
        page.text("甲", x: 60, y: 90)
        page.text("乙", x: 160, y: 90)
        for script in ["head -c 300000 /dev/urandom", "printf 'P5\\n99999 99999\\n255\\nx'", "printf '\\n%%%%Page: 1 1\\n1 2 m 3 l S ( < [ 1 re'", "sleep 30"] {
            var options = PDFOptions()
            options.timeLimitSeconds = 3
            let lines = try withProgram(script) { path in
                options.drawProgram = path
                options.renderProgram = path
                return try PDFReader(options: options).read(path: nil, bytes: PDFSketch(pages: [page]).bytes).lines.count
            }
            #expect(lines == 2, "\(script)")
        }
    }

    @Test func memoryIsBounded() throws {
        var options = PDFOptions()
        options.memoryLimitBytes = 1 << 20
        let finding = failure(sketch.bytes, options)
        #expect(finding?.code == .badPDF || finding?.code == .popplerMissing)
    }

    @Test func tooManyPages() {
        var options = PDFOptions()
        options.maxPages = 2
        var other = PDFSketch.Page()
        other.text("第二页另有内容，与前一页不同，也占一行。", x: 60, y: 90)
        let pages = [sketch.pages[0], other]
        #expect(failure(PDFSketch(pages: pages).bytes, options) == nil)
        #expect(failure(PDFSketch(pages: pages + pages).bytes, options)?.code == .pdfTooLarge)
    }

    @Test func pagesOfAbsurdSize() throws {
        var page = PDFSketch.Page(width: 14000, height: 14000)
        page.text("本镇全年按照目录发布各类信息，由办公室逐月核对，无遗漏。", x: 60, y: 60)
        page.text("甲", x: 60, y: 90)
        page.text("乙", x: 160, y: 90)
        #expect(try read(PDFSketch(pages: [page])).lines.count == 2)
    }

    @Test func nothingIsLeftInTheFolderForTemporaryFiles() throws {
        let folder = FileManager.default.temporaryDirectory.path
        _ = failure(sketch.bytes)
        _ = failure(Array("%PDF-1.7 broken".utf8))
        // Other tests may be at work: a file of theirs has a name for a moment only.
        var left: [String] = ["not yet looked"]
        for _ in 0..<50 where !left.isEmpty {
            left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("gongkai-pdf-") }
        }
        #expect(left.isEmpty)
    }
}

enum Fixtures {
    static var folder: String { #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Fixtures" }
}

private func sleepSeconds(_ seconds: Double) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end { _ = FileManager.default.fileExists(atPath: "/") }
}
