/// PDFs.
extension HostileFolder {
    static let pdfs: [HostileInput] = [
        HostileInput("noise.pdf", "bad_pdf", text: "%PDF-1.7\n" + String(repeating: "\u{1}\u{7F}", count: 3000)),
        HostileInput("cut.pdf", "bad_pdf", firstPart("data/formats/nanting-forestry-2023.pdf", tenths: 5)),
        HostileInput("secret.pdf", "encrypted_pdf", sample("Tests/PageTextTests/Fixtures/encrypted.pdf")),
        HostileInput("loop.pdf", "bad_pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 999999999 /Parent 2 0 R >>"])),
        HostileInput("zeros.pdf", "no_text_layer", page(content: [UInt8](repeating: 0x20, count: 60_000_000))),
        HostileInput("operators.pdf", "pdf_too_large", page(content: (0..<200_000).flatMap { _ in Array("q 0 0 1 1 re f ".utf8) })),
        HostileInput("huge-page.pdf", "no_text_layer", page(box: "0 0 99999999 99999999", content: Array("0 0 m 1 1 l S".utf8))),
        HostileInput("actions.pdf", "no_text_layer", page(catalog: actions, content: Array("0 0 m 1 1 l S".utf8))),
        HostileInput("no-objects.pdf", "bad_pdf", text: "%PDF-1.4\ntrailer << /Root 1 0 R /Prev 9 /Size 99999999 >>\nstartxref\n9\n%%EOF\n"),
    ]

    private static let actions =
        "/OpenAction << /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >> "
        + "/AA << /O << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1/'\\)) >> >>"

    private static func page(box: String = "0 0 595 842", catalog: String = "", content: [UInt8]) -> [UInt8] {
        let packed = PackedBytes.zlib(content)
        return pdf(
            [
                "<< /Type /Catalog /Pages 2 0 R \(catalog) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [\(box)] /Contents 4 0 R >>",
            ], stream: packed)
    }

    /// A file of these objects, numbered from 1, and a packed stream as the last.
    private static func pdf(_ objects: [String], stream: [UInt8] = []) -> [UInt8] {
        var file = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            file += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        offsets.append(file.count)
        file += Array("\(offsets.count) 0 obj\n<< /Length \(stream.count) /Filter /FlateDecode >>\nstream\n".utf8)
        file += stream + Array("\nendstream\nendobj\n".utf8)
        let table = file.count
        var end = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            end += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        end += "trailer << /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return file + Array(end.utf8)
    }
}
