/// The elements of WordprocessingML that are looked at.
enum WordElement: Sendable {
    case paragraph, run, text, table, row, cell, textBox
    case tab, lineBreak, noBreakHyphen
    case gridSpan, verticalMerge, gridBefore
    case alternatives, choice, fallback
    case deleted, deletedCell, vanish, strike, verticalAlign
    case rowProperties, runProperties, paragraphProperties
    case style, numberID, numberLevel
    case structured, gallery
    /// Nothing inside is part of the text: removed text, field codes, phonetic guides ...
    case skipped
    /// No meaning of its own.
    case other

    /// By local name; `isWord` tells the main namespace from others.
    static func named(_ name: PackedName, isWord: Bool) -> WordElement {
        (isWord ? words[name] : others[name]) ?? .other
    }

    static func isWord(namespace: PackedName) -> Bool { namespace == transitional || namespace == strict }

    // Both are told by length: they share their first letters with all of their kind.
    private static let transitional = PackedName("http://schemas.openxmlformats.org/wordprocessingml/2006/main")
    private static let strict = PackedName("http://purl.oclc.org/ooxml/wordprocessingml/main")

    private static let words = NameTable<WordElement>([
        (PackedName("p"), .paragraph), (PackedName("r"), .run), (PackedName("t"), .text), (PackedName("tbl"), .table),
        (PackedName("tr"), .row), (PackedName("tc"), .cell), (PackedName("txbxContent"), .textBox),
        (PackedName("tab"), .tab),
        (PackedName("ptab"), .tab), (PackedName("br"), .lineBreak), (PackedName("cr"), .lineBreak),
        (PackedName("noBreakHyphen"), .noBreakHyphen), (PackedName("gridSpan"), .gridSpan),
        (PackedName("vMerge"), .verticalMerge), (PackedName("gridBefore"), .gridBefore), (PackedName("del"), .deleted),
        (PackedName("moveFrom"), .deleted), (PackedName("cellDel"), .deletedCell), (PackedName("vanish"), .vanish),
        (PackedName("strike"), .strike), (PackedName("dstrike"), .strike), (PackedName("vertAlign"), .verticalAlign),
        (PackedName("trPr"), .rowProperties), (PackedName("rPr"), .runProperties),
        (PackedName("pPr"), .paragraphProperties),
        (PackedName("pStyle"), .style), (PackedName("numId"), .numberID), (PackedName("ilvl"), .numberLevel),
        (PackedName("sdt"), .structured), (PackedName("docPartGallery"), .gallery), (PackedName("tabs"), .skipped),
        (PackedName("instrText"), .skipped), (PackedName("delText"), .skipped), (PackedName("delInstrText"), .skipped),
        (PackedName("rt"), .skipped), (PackedName("pPrChange"), .skipped), (PackedName("rPrChange"), .skipped),
        (PackedName("tblPrChange"), .skipped), (PackedName("trPrChange"), .skipped),
        (PackedName("tcPrChange"), .skipped),
        (PackedName("tblGridChange"), .skipped),
    ])

    private static let others = NameTable<WordElement>([
        (PackedName("AlternateContent"), .alternatives), (PackedName("Choice"), .choice),
        (PackedName("Fallback"), .fallback),
    ])
}
