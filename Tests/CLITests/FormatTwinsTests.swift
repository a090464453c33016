import Foundation
import Testing

/// One sample report as text, page, word processor document and PDF: the same cells whatever it was published as.
@Suite struct FormatTwinsTests {
    private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("data")

    private static let hasPoppler = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext")
    }

    @Test(arguments: ["html", "docx"]) func structuredTwinsGiveTheCellsOfTheText(format: String) throws {
        try compare(format)
    }

    @Test(.enabled(if: hasPoppler, "pdftotext is not installed")) func thePDFTwinGivesTheCellsOfTheText() throws {
        try compare("pdf")
    }

    private func compare(_ format: String) throws {
        let place = try Workplace()
        let run = try place.run(
            "--input", Self.data.appendingPathComponent("text/nanting-forestry-2023.txt").path,
            "--input", Self.data.appendingPathComponent("formats/nanting-forestry-2023.\(format)").path, "--output", "out",
            "--jobs", "1")
        #expect(run.status == 0, "\(run.error)")
        for (table, count) in [("disclosures", 10), ("applications", 175), ("proceedings", 15)] {
            // Everything but the report's id in front and the place behind.
            let rows = try place.text("out/\(table).csv").split(whereSeparator: \.isNewline).dropFirst().map { row in
                row.split(separator: ",", omittingEmptySubsequences: false).dropFirst().dropLast().joined(separator: ",")
            }
            try #require(rows.count == 2 * count)
            for index in 0..<count { #expect(rows[index] == rows[count + index], "\(table), row \(index)") }
        }
        let reports = try place.text("out/reports.csv")
        #expect(reports.components(separatedBy: ",clean,").count == 3, "both reports are clean")
    }
}
