import Codebook
import Foundation
import ReportModel
import Tables
import TestSupport
import Testing

@testable import Emit
@testable import Page

/// The page of made-up runs, as text and in a browser.
@Suite struct PageTests {
    let scratch = Scratch()

    /// What would do harm in a page that takes it as it stands.
    private static let evil = [
        "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "\"\u{301} onmouseover=alert(1) x='", "<\u{338}img src=x onerror=alert(1)>",
        "javascript:alert(1)", "//example.org/a", "\\\\host\\share", "a.zip!/../../b.html", "{{style}}", "&lt;b&gt;",
        "\u{202E}gnp.exe\u{2066}", "</title><h1>", "data:text/html,<b>", "目录/某区 2023年#1?x=y.txt",
    ]

    private func report(_ number: Int, path: String, name: String) -> Report {
        let digits = String(number, radix: 16)
        var report = Report(id: "r" + String(repeating: "0", count: 16 - digits.count) + digits, path: path)
        report.issuer = name
        report.year = number % 9 == 8 ? nil : 2019 + number % 7
        report.province = number % 3 == 0 ? "浙江省" : nil
        report.level = .county
        let count = CodeTable.shared.spec(.form2021, .applications).cells.count
        let blank = Cell(value: nil, status: .blank, raw: .empty, locator: Locator(line: 3), rule: .fullRow)
        report.applications = FormTable(form: .form2021, cells: Array(repeating: blank, count: count))
        report.applications.cells[6] = Cell(
            value: DecimalValue(number * 7), status: .reported, raw: .empty, locator: Locator(line: 3), rule: .fullRow)
        report.checks = (0..<number % 5).map { _ in
            Check(rule: .applicationsBalance, subject: "total", left: DecimalValue(1), right: nil, outcome: .fail)
        }
        report.status = ReportStatus.allCases[number % 3]
        report.signature = UInt64(number + 1)
        return report
    }

    private func write(
        _ count: Int, names: [String], to name: String = "out", amended: Int = -1
    ) throws -> String {
        let links = FileLinks(from: scratch.at(name), to: [(folder: scratch.at("data"), prefix: "")])
        let options = EmitOptions(
            hasCSV: false, formats: [PageFormat(links: links, hasCSV: true)], isDurable: false)
        let folder = try OutputFolder(directory: scratch.at(name), options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        let document = Document(text: Array("a".utf8), lines: [], format: .text, encoding: .utf8)
        for number in 0..<count {
            let path = names[number % names.count]
            var file = FileRecord(path: path, status: .warned, bytes: 1000)
            file.format = .text
            file.findings = (0..<number % 4).map { _ in
                Finding(.extract, .warning, .rowMissing, "the row <\(path)> was not found", at: Locator(line: 7))
            }
            let report = report(number, path: path, name: path)
            file.reportID = report.id
            renderer.render(file, reports: [report], document: document, into: batch)
            if number % 32 == 31 { try folder.append(batch) }
        }
        try folder.append(batch)
        let added = Check(rule: .yearsDocuments, subject: "年", left: nil, right: nil, outcome: .fail)
        _ = try folder.finish(
            RunManifest(toolVersion: "9.9.9", configuration: "{}", filesFound: count, jobs: 1) {
                RunTimes(startedAt: UUID().uuidString, finishedAt: "", seconds: 1.5)
            }
        ) { $0 == amended ? ReportAmendment(checks: [added], status: .review) : nil }
        return scratch.text("\(name)/index.html")
    }

    @Test func whatFilesAreCalledDoesNoHarm() throws {
        let page = try write(60, names: Self.evil)
        #expect(page.components(separatedBy: "<script>").count == 2)
        for piece in ["<img", "onmouseover=\"", "\" onmouse", "\"\u{301}", "'alert", "</title><h1>", "\u{202E}"] {
            #expect(!page.contains(piece), "\(piece)")
            #expect(!page.unicodeScalars.map(String.init).joined(separator: "|").contains(
                piece.unicodeScalars.map(String.init).joined(separator: "|")), "\(piece)")
        }
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.contains("<td class=\"name\">{{style}}</td>"))
        // Every link leads to a file beside the page or to an input.
        let links = page.components(separatedBy: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(links.count > 60)
        for link in links {
            let isOurs = link.hasPrefix("#") || link.hasSuffix(".csv") || link.hasSuffix(".json") && !link.contains("/")
            #expect(isOurs || link.hasPrefix("../data/"), "\(link)")
            #expect(link.utf8.allSatisfy { $0 != 0x3A && $0 != 0x5C && $0 > 0x20 && $0 < 0x7F }, "\(link)")
        }
        #expect(page.contains("href=\"../data/javascript%3Aalert%281%29\""))
        #expect(page.contains("href=\"../data/a.zip\""))
        #expect(page.contains("href=\"../data/%E7%9B%AE%E5%BD%95/%E6%9F%90%E5%8C%BA%202023%E5%B9%B4%231%3Fx%3Dy.txt\""))
    }

    @Test func theSameRunGivesTheSamePage() throws {
        #expect(try write(40, names: ["a.txt", "b.txt"], to: "out") == write(40, names: ["a.txt", "b.txt"], to: "other"))
    }

    @Test func countsAndListsOfASmallRun() throws {
        let page = try write(12, names: ["a.txt"], amended: 0)
        #expect(page.contains("12 个文件，12 份报告"))
        #expect(page.contains("<div class=\"tile clean\"><b>3</b>"))
        #expect(page.contains("<div class=\"tile review\"><b>5</b>"))
        #expect(page.contains("<div class=\"tile incomplete\"><b>4</b>"))
        #expect(page.components(separatedBy: "<td class=\"name\">").count == 1 + 9)
        #expect(page.contains("1 份报告年度不明"))
        #expect(page.contains("<code>years_documents</code></td><td class=\"number\">0</td><td class=\"number\">1</td>"))
        #expect(page.contains("<td>浙江省</td><td class=\"number\">4</td>"))
        #expect(page.contains("<title>2019 0: 1</title>"))
        #expect(page.contains("<title>2026 ") == false)
    }

    @Test func anEmptyRunHasAPage() throws {
        let page = try write(0, names: ["a"])
        #expect(page.contains("没有报告"))
        #expect(page.contains("没有问题"))
        #expect(page.hasSuffix("</html>\n"))
    }

    @Test func aPageIsBoundedWhateverTheRun() throws {
        let long = (0..<7).map { String(repeating: "很长的\"路径\"", count: 150) + "\($0).txt" }
        let page = try write(20_000, names: long)
        #expect(page.utf8.count < 2_000_000)
        #expect(page.components(separatedBy: "<td class=\"name\">").count == 1 + ReviewList.limit)
        #expect(page.contains("另有 12,933 份未列出"))
        // Those with most failed checks stand first.
        let failed = page.components(separatedBy: "<td class=\"name\">").dropFirst().map { row in
            row.components(separatedBy: "</span></td><td class=\"number\">")[1].prefix(1)
        }
        #expect(Set(failed) == ["4"])
    }

    private static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(.enabled(if: browser != nil, "Chromium is not installed"))
    func theBrowserShowsAndSortsIt() throws {
        _ = try write(60, names: Self.evil)
        let drive = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("drive.html").path
        try FileManager.default.copyItem(atPath: drive, toPath: scratch.at("out/drive.html"))
        let run = try Tool.run(
            try #require(Self.browser),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-web-security", "--allow-file-access-from-files",
                "--user-data-dir=\(scratch.at("profile"))", "--virtual-time-budget=10000", "--dump-dom",
                "file://\(scratch.at("out/drive.html"))",
            ])
        let parts = run.output.components(separatedBy: "<pre id=\"result\">")
        let json = try #require(parts.count == 2 ? parts[1].components(separatedBy: "</pre>")[0] : nil, "\(run.output.suffix(2000))")
        let told = try #require(
            JSONSerialization.jsonObject(with: Data(json.replacing("&amp;", with: "&").utf8)) as? [String: Any])
        let before = try #require(told["before"] as? [String])
        #expect(before.count == 40)
        #expect(told["up"] as? [String] == before.sorted())
        #expect(told["down"] as? [String] == before.sorted().reversed())
        #expect(Set(before).count == 5)
        // Nothing is wider than a phone.
        #expect(try #require(told["width"] as? Int) <= 390)
        #expect(told["font"] as? String == "16px")
        #expect(told["scripts"] as? Int == 1)
        #expect(told["handlers"] as? Int == 0)
        #expect(told["images"] as? Int == 0)
    }
}
