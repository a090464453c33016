/// Writes small PDFs for tests: text and lines at given places, from the top left corner of the page, in points.
///
/// The font is not embedded; it says which letters it draws, and every letter is as wide as its em (ASCII: half of it).
struct PDFSketch {
    struct Page {
        var width = 595.0
        var height = 842.0
        /// The page is drawn lying on its side and turned to be shown upright.
        var isTurned = false
        /// left, top, right, bottom of what is shown; nil for all.
        var crop: [Double]?
        fileprivate var content = ""

        init(width: Double = 595, height: Double = 842) {
            self.width = width
            self.height = height
        }

        /// Writes one line; `y` is the middle of the letters.
        mutating func text(_ text: String, x: Double, y: Double, size: Double = 10) {
            let hex = text.utf16.map { unit in
                let digits = String(unit, radix: 16)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
            content += "BT /F1 \(size) Tf 1 0 0 1 \(x) \(height - y - size * 0.35) Tm <\(hex)> Tj ET\n"
        }

        mutating func centered(_ string: String, x: Double, y: Double, size: Double = 10) {
            let ems = string.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x80 ? 0.5 : 1) }
            text(string, x: x - ems * size / 2, y: y, size: size)
        }

        mutating func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
            content += "0.5 w \(x0) \(height - y0) m \(x1) \(height - y1) l S\n"
        }

        /// The lines of a table: every row's lines across, every column's lines down.
        mutating func lattice(columns: [Double], rows: [Double]) {
            for y in rows { line(columns[0], y, columns[columns.count - 1], y) }
            for x in columns { line(x, rows[0], x, rows[rows.count - 1]) }
        }

        /// A picture of black lines in the place of drawn ones: one bit a pixel, one pixel a point.
        mutating func pictureOfLattice(columns: [Int], rows: [Int]) {
            let (left, top) = (columns[0], rows[0])
            let (width, height) = (columns[columns.count - 1] - left + 1, rows[rows.count - 1] - top + 1)
            var hex = ""
            for y in top..<(top + height) {
                var bits: [UInt8] = []
                for x in left..<(left + width) { bits.append(rows.contains(y) || columns.contains(x) ? 0 : 1) }
                while bits.count % 8 != 0 { bits.append(1) }
                for start in stride(from: 0, to: bits.count, by: 4) {
                    hex += String(bits[start..<(start + 4)].reduce(0) { $0 * 2 + Int($1) }, radix: 16)
                }
            }
            content += "q \(width) 0 0 \(height) \(left) \(self.height - Double(top + height)) cm\n"
            content += "BI /W \(width) /H \(height) /BPC 1 /CS /G /F /AHx ID\n\(hex)>\nEI Q\n"
        }
    }

    var pages: [Page]

    /// The whole file.
    var bytes: [UInt8] {
        var objects: [String] = []
        let kids = pages.indices.map { "\(6 + 2 * $0) 0 R" }.joined(separator: " ")
        objects.append("<< /Type /Catalog /Pages 2 0 R >>")
        objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
        objects.append(
            "<< /Type /Font /Subtype /Type0 /BaseFont /Sketch /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
        )
        let descriptor = "<< /Type /FontDescriptor /FontName /Sketch /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
            + "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"
        objects.append(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sketch /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
                + "/Supplement 0 >> /DW 1000 /W [0 127 500] /FontDescriptor \(descriptor) >>")
        var ranges = ""
        for block in stride(from: 0, to: 256, by: 64) {
            ranges += "64 beginbfrange\n"
            for high in block..<(block + 64) {
                let prefix = (high < 16 ? "0" : "") + String(high, radix: 16)
                ranges += "<\(prefix)00> <\(prefix)ff> <\(prefix)00>\n"
            }
            ranges += "endbfrange\n"
        }
        objects.append(
            stream(
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sketch def /CMapType 2 def\n"
                    + "1 begincodespacerange <0000> <ffff> endcodespacerange\n\(ranges)endcmap end end"))
        for (index, page) in pages.enumerated() {
            var extra = page.isTurned ? " /Rotate 90" : ""
            let size = page.isTurned ? "\(page.height) \(page.width)" : "\(page.width) \(page.height)"
            if let c = page.crop { extra += " /CropBox [\(c[0]) \(page.height - c[3]) \(c[2]) \(page.height - c[1])]" }
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size)]\(extra) "
                    + "/Resources << /Font << /F1 3 0 R >> >> /Contents \(7 + 2 * index) 0 R >>")
            objects.append(stream(page.isTurned ? "0 1 -1 0 \(page.height) 0 cm\n" + page.content : page.content))
        }
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    private func stream(_ content: String) -> String {
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }
}
