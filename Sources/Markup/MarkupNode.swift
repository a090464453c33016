/// One element or run of text. Nodes stand in document order; what is inside a node follows it up to `end`.
struct MarkupNode: Sendable {
    var tag: Tag
    var traits: NodeTraits = []
    /// Of a cell, as printed; 1 where not given. A row span of 0 reaches to the end of the row group. For a table,
    /// `rowSpan` is the number of its own cells (as far as a `UInt16` counts).
    var columnSpan: UInt16 = 1
    var rowSpan: UInt16 = 1
    /// Where it starts in the source, from 1.
    var line: Int32
    /// The index behind the last node inside this one.
    var end: Int32 = 0
    /// The bytes of ``MarkupTree/text`` inside it.
    var textStart: Int32
    var textEnd: Int32 = 0

    var textRange: Range<Int> { Int(textStart)..<Int(textEnd) }
}

/// What else was said of an element.
struct NodeTraits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Not shown by a browser.
    static let hidden = NodeTraits(rawValue: 1)
    /// By its name or class a part of the site, not of the page: navigation, share buttons, footer ...
    static let chrome = NodeTraits(rawValue: 2)
    /// By its name or class at the head or foot of the page, where a title may stand too.
    static let edge = NodeTraits(rawValue: 4)
    /// A table with two cells or more is inside.
    static let holdsTable = NodeTraits(rawValue: 8)
    /// A cell that goes on from the row above.
    static let continued = NodeTraits(rawValue: 16)
    /// Columns left free at the start of a row; no cell.
    static let gap = NodeTraits(rawValue: 32)
    /// Set higher or lower than the line: the mark of a note, a power.
    static let raised = NodeTraits(rawValue: 64)
    /// Struck out.
    static let struck = NodeTraits(rawValue: 128)
}
