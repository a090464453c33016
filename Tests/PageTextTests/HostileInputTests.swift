import Foundation
import PageText
import ReportModel
import Testing

/// Broken files, and programs that hang, crash, flood or lie: each ends in one named error.
@Suite struct HostileInputTests {
    private func failure(_ bytes: [UInt8], _ options: PDFOptions = .patient) -> Finding? {
        do throws(StageFailure) {
            _ = try PDFReader(options: options).read(path: nil, bytes: bytes)
            return nil
        } catch {
            return error.finding
        }
    }

    private func withProgram<Value>(_ script: String, _ body: (String) throws -> Value) throws -> Value {
        let program = try FakeProgram(script)
        return try withExtendedLifetime(program) { try body(program.path) }
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
        #expect(throws: StageFailure.self) { try PDFReader(options: .patient).read(path: path, bytes: []) }
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

    @Test func lettersThatPopplerHasNoTablesFor() throws {
        let list = "<doc><page width=\"9\" height=\"9\"></page></doc>".split(separator: ">").joined(separator: ">\n")
        let script = "echo \"Syntax Error: Missing language pack for 'Adobe-GB1' mapping\" >&2; cat <<'END'\n\(list)>\nEND"
        let finding = try withProgram(script) { program in
            var options = PDFOptions.patient
            options.program = program
            return failure(sketch.bytes, options)
        }
        #expect(finding?.code == .popplerMissing)
        #expect(finding?.message.contains("poppler-data") == true)
    }

    @Test func popplerIsNotInstalled() {
        var options = PDFOptions.patient
        options.program = "no-such-program-pdftotext"
        let finding = failure(sketch.bytes, options)
        #expect(finding?.code == .popplerMissing)
        #expect(finding?.message.contains("apt-get install poppler-utils") == true)
    }

    @Test func withoutTheDrawingProgramsTextIsStillRead() throws {
        var options = PDFOptions.patient
        options.drawProgram = "no-such-program-pdftocairo"
        options.renderProgram = ""
        #expect(try PDFReader(options: options).read(path: nil, bytes: sketch.bytes).lines.count == 1)
    }

    @Test func aProgramThatHangsIsEndedWithItsChildren() throws {
        // Its child holds a pipe open, and would write a second word if it lived on.
        let program = try FakeProgram("(echo begun; sleep 60; echo survived) >\"${0%/*}/pipe\" & sleep 600")
        let pipe = try NamedPipe(program.folder.path + "/pipe")
        var options = PDFOptions.patient
        options.program = program.path
        options.timeLimitSeconds = 0.25
        var heard = ""
        // On a busy machine the time may be up before the program has begun.
        while heard.isEmpty && options.timeLimitSeconds < 600 {
            options.timeLimitSeconds *= 2
            #expect(failure(sketch.bytes, options)?.code == .pdfTimeout)
            heard = pipe.textUntilAllWritersAreGone()
        }
        #expect(heard == "begun\n")
    }

    @Test func aProgramThatLeavesItsOutputOpenInAChildDoesNotHoldUsUp() throws {
        var options = PDFOptions.patient
        let finding = try withProgram("sleep 1000 & echo nothing; exit 0") { path in
            options.program = path
            return failure(sketch.bytes, options)
        }
        #expect(finding?.code == .badPDF)
    }

    @Test func aProgramThatFloods() throws {
        var options = PDFOptions.patient
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
        var options = PDFOptions.patient
        let finding = try withProgram("kill -SEGV $$") { path in
            options.program = path
            return failure(sketch.bytes, options)
        }
        #expect(finding?.code == .badPDF)
        #expect(finding?.message.contains("signal 11") == true)
    }

    @Test func aProgramThatWritesNonsense() throws {
        var options = PDFOptions.patient
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

    @Test(arguments: [
        "head -c 300000 /dev/urandom", "printf 'P5\\n99999 99999\\n255\\nx'",
        "printf '\\n%%%%Page: 1 1\\n1 2 m 3 l S ( < [ 1 re'", "sleep 1000",
    ])
    func nonsenseInThePlaceOfADrawingCostsNoText(script: String) throws {
        var page = PDFSketch.Page()
        page.text("本镇全年按照目录发布各类信息，由办公室逐月核对，无遗漏。", x: 60, y: 60)
        page.text("甲", x: 60, y: 90)
        page.text("乙", x: 160, y: 90)
        let bytes = PDFSketch(pages: [page]).bytes
        let lines = try withProgram(script) { try linesRead(bytes, drawnBy: $0) }
        #expect(lines == 2)
    }

    /// Lines of a PDF, read in the shortest time that is enough for its words here and now: a program that hangs takes all of it.
    private func linesRead(_ bytes: [UInt8], drawnBy program: String) throws -> Int {
        var options = PDFOptions.patient
        options.drawProgram = program
        options.renderProgram = program
        options.timeLimitSeconds = 1
        while true {
            do throws(StageFailure) {
                return try PDFReader(options: options).read(path: nil, bytes: bytes).lines.count
            } catch {
                if error.finding.code != .pdfTimeout || options.timeLimitSeconds > 600 { throw error }
                options.timeLimitSeconds *= 2
            }
        }
    }

    @Test func memoryIsBounded() throws {
        var options = PDFOptions.patient
        options.memoryLimitBytes = 1 << 20
        let finding = failure(sketch.bytes, options)
        #expect([.badPDF, .pdfTooLarge, .popplerMissing].contains(finding?.code))
    }

    @Test func aProgramThatIsDeniedMemoryNamesTheLimit() throws {
        var options = PDFOptions.patient
        let finding = try withProgram("echo \"terminate called after throwing an instance of 'std::bad_alloc'\" >&2; kill -ABRT $$") {
            options.program = $0
            return failure(sketch.bytes, options)
        }
        #expect(finding?.code == .pdfTooLarge)
        #expect(finding?.message.contains("limits.pdf_memory") == true)
    }

    @Test func tooManyPages() {
        var options = PDFOptions.patient
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
        func files() throws -> Set<String> {
            let names = try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
            return Set(names.filter { $0.hasPrefix("gongkai-pdf-") })
        }
        let before = try files()
        _ = failure(sketch.bytes)
        _ = failure(Array("%PDF-1.7 broken".utf8))
        // Others may be at work: a file of theirs has a name for a moment only, and no two have the same.
        var left = try files().subtracting(before)
        for _ in 0..<3000 where !left.isEmpty {
            usleep(10_000)
            left.formIntersection(try files())
        }
        #expect(left.isEmpty)
    }
}

enum Fixtures {
    static var folder: String { #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Fixtures" }
}
