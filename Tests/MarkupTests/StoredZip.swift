/// Writes a zip whose members are stored or come packed already.
struct StoredZip {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var members: UInt16 = 0

    /// - Parameters:
    ///   - packed: the content as a deflate stream.
    ///   - flags: general purpose flags; bit 0 says that the member is encrypted.
    mutating func add(_ name: String, _ content: [UInt8], packed: [UInt8]? = nil, flags: UInt16 = 0x0800) {
        let offset = UInt32(body.count)
        var entry: [UInt8] = []
        StoredZip.put(flags, &entry)
        StoredZip.put(UInt16(packed == nil ? 0 : 8), &entry)
        StoredZip.put(UInt32(0x5821_0000), &entry)
        StoredZip.put(StoredZip.checksum(content), &entry)
        StoredZip.put(UInt32((packed ?? content).count), &entry)
        StoredZip.put(UInt32(content.count), &entry)
        StoredZip.put(UInt16(name.utf8.count), &entry)
        StoredZip.put(UInt16(0), &entry)
        body += [0x50, 0x4B, 3, 4, 20, 0] + entry + Array(name.utf8) + (packed ?? content)
        directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + entry + [UInt8](repeating: 0, count: 10)
        StoredZip.put(offset, &directory)
        directory += Array(name.utf8)
        members += 1
    }

    func bytes() -> [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        StoredZip.put(members, &end)
        StoredZip.put(members, &end)
        StoredZip.put(UInt32(directory.count), &end)
        StoredZip.put(UInt32(body.count), &end)
        StoredZip.put(UInt16(0), &end)
        return body + directory + end
    }

    private static func put(_ number: some FixedWidthInteger, _ bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private static func checksum(_ content: [UInt8]) -> UInt32 {
        var sum: UInt32 = .max
        for byte in content {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

private let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
    """

/// A word processor document with this body, and where given these list definitions and styles.
func word(_ body: String, numbering: String? = nil, styles: String? = nil) -> [UInt8] {
    var zip = StoredZip()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    if let styles { zip.add("word/styles.xml", Array("<w:styles \(namespaces)>\(styles)</w:styles>".utf8)) }
    if let numbering {
        zip.add("word/numbering.xml", Array("<w:numbering \(namespaces)>\(numbering)</w:numbering>".utf8))
    }
    zip.add("word/header1.xml", Array("<w:hdr \(namespaces)><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>".utf8))
    zip.add(
        "word/document.xml",
        Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
                .utf8))
    return zip.bytes()
}

/// A paragraph of one run.
func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
}

/// A cell of one paragraph.
func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
}

func row(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
}

func table(_ rows: String...) -> String { "<w:tbl><w:tblPr/><w:tblGrid/>\(rows.joined())</w:tbl>" }
