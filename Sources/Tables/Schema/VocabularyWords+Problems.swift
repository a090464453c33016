import ReportModel

/// Words of problems. What to do about each stands in `docs/CODES.md`.
extension VocabularyWords {
    static func word(_ problem: FindingCode) -> Word {
        let (title, meaning) = text(problem)
        return Word(problem.rawValue, title, meaning)
    }

    private static func text(_ problem: FindingCode) -> (String, String) {
        switch problem {
        case .notARegularFile: ("不是普通文件", "a pipe, socket, device, or a link to a folder")
        case .linkLoop: ("链接成环", "a link that leads to itself or to a folder above it")
        case .tooLarge: ("文件过大", "more bytes than the limit")
        case .unreadableFile: ("文件打不开", "the file cannot be opened or read")
        case .unreadableFolder: ("文件夹打不开", "the folder cannot be opened, or not to its end")
        case .badPathEncoding: ("文件名编码有误", "the name is not UTF-8")
        case .emptyFile: ("空文件", "nothing in it but blanks")
        case .badEncoding: ("编码无法识别", "the bytes are in none of the charsets that are read")
        case .nulBytes: ("含零字节", "a zero byte in what should be text")
        case .badGzip: ("gzip 损坏", "gzip data damaged or cut off")
        case .inflatedTooLarge: ("解压后过大", "it unfolds to more than the limit")
        case .ratioTooHigh: ("压缩比过高", "it unfolds to more times its size than the limit")
        case .tooManyLines: ("行数过多", "more lines than the limit")
        case .tooManyCells: ("单元格过多", "more cells in tables than the limit")
        case .unsupportedFormat: ("格式不支持", "a format that is recognised and not read")
        case .cutOff: ("网页不完整", "the page ends too soon: inside a tag or a table, or without its end tags")
        case .markupTooComplex: ("网页结构过繁", "a page nests or counts elements beyond any real page")
        case .badDocx: ("Word 文档损坏", "the word processor document is broken or encrypted")
        case .noTextLayer: ("没有文字层", "the PDF holds pictures of pages, or fonts without letters")
        case .badPDF: ("PDF 损坏", "the PDF cannot be read, or it is cut off")
        case .encryptedPDF: ("PDF 已加密", "the PDF needs a password")
        case .pdfTimeout: ("PDF 读取超时", "reading the PDF took longer than the limit")
        case .pdfTooLarge: ("PDF 过大", "more pages, text or memory than the limit")
        case .popplerMissing: ("缺少 poppler", "poppler's tools cannot be run")
        case .badContainer: ("压缩包损坏", "an archive is damaged, cut off, or no archive after all")
        case .emptyContainer: ("空压缩包", "an archive without files")
        case .containerTooDeep: ("压缩包嵌套过深", "more containers in one another than the limit")
        case .tooManyMembers: ("压缩包成员过多", "more members than the limit")
        case .badMemberPath: ("成员路径越界", "a member's name leads out of its container")
        case .encryptedMember: ("成员已加密", "a member needs a password")
        case .badRecord: ("记录有误", "a record of JSON Lines or a web archive that holds no document")
        case .httpError: ("抓取失败", "the crawler got an answer other than 2xx")
        case .notAReport: ("不是年报", "no title, sections and tables of an annual report")
        case .blankTemplate: ("空白模板", "no cell of the form holds a value")
        case .sectionMissing: ("缺少章节", "a section's heading was not found")
        case .yearUnknown: ("年度不明", "neither title nor text says which year is reported on")
        case .issuerUnknown: ("机关不明", "no title names the public body")
        case .tableMissing: ("缺少表格", "no trace of a section's table")
        case .formUnknown: ("格式版本不明", "the labels do not tell the form")
        case .rowMissing: ("缺少一行", "a row of the form is not in the text")
        case .rowUnplaced: ("行无法归位", "a row of values belongs to no row of the form")
        case .valuesUnplaced: ("数值无法归位", "the print does not say which cells some values belong to")
        case .duplicateRow: ("行重复", "a row stands twice with different values")
        case .linesRemoved: ("文本缺行", "repeated lines were removed from a table")
        case .unreadableValue: ("数值不可读", "what stands in a cell is no number a cell can have")
        case .totalMismatch: ("合计不符", "a sum of the form does not hold")
        case .outOfTime: ("超时", "the document took longer than the limit")
        case .internalFault: ("程序错误", "a fault of the program's own")
        }
    }
}
