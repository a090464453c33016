/// The stable words by which problems are known. A code is never reused for another meaning.
public enum FindingCode: String, CaseIterable, Sendable {
    // discover
    case notARegularFile = "not_a_regular_file"
    case linkLoop = "link_loop"
    case tooLarge = "too_large"
    case unreadableFile = "unreadable_file"
    case unreadableFolder = "unreadable_folder"
    case badPathEncoding = "bad_path_encoding"
    // decode
    case emptyFile = "empty_file"
    case badEncoding = "bad_encoding"
    case nulBytes = "nul_bytes"
    case badGzip = "bad_gzip"
    case inflatedTooLarge = "inflated_too_large"
    case ratioTooHigh = "ratio_too_high"
    case tooManyLines = "too_many_lines"
    case unsupportedFormat = "unsupported_format"
    case markupTooDeep = "markup_too_deep"
    case badDocx = "bad_docx"
    case noTextLayer = "no_text_layer"
    case badPDF = "bad_pdf"
    case encryptedPDF = "encrypted_pdf"
    case pdfTimeout = "pdf_timeout"
    case pdfTooLarge = "pdf_too_large"
    case popplerMissing = "poppler_missing"
    // segment
    case notAReport = "not_a_report"
    case blankTemplate = "blank_template"
    case sectionMissing = "section_missing"
    case yearUnknown = "year_unknown"
    case issuerUnknown = "issuer_unknown"
    // extract
    case tableMissing = "table_missing"
    case formUnknown = "form_unknown"
    case rowMissing = "row_missing"
    case rowUnplaced = "row_unplaced"
    case valuesUnplaced = "values_unplaced"
    case duplicateRow = "duplicate_row"
    case linesRemoved = "lines_removed"
    // normalize
    case unreadableValue = "unreadable_value"
    case totalMismatch = "total_mismatch"
    // emit
    case internalFault = "internal_fault"
}
