/// What the name of an HTML element says.
struct HTMLElement: Sendable {
    var tag: Tag
    var traits: NodeTraits = []

    static func named(_ name: PackedName) -> HTMLElement { table[name] ?? HTMLElement(tag: .inline) }

    private static let table: NameTable<HTMLElement> = {
        var pairs: [(PackedName, HTMLElement)] = []
        func add(_ tag: Tag, _ traits: NodeTraits = [], _ names: String) {
            for name in names.split(whereSeparator: \.isWhitespace) {
                pairs.append((PackedName(String(name)), HTMLElement(tag: tag, traits: traits)))
            }
        }
        add(
            .block, [],
            """
            address article blockquote center dd details dir div dl dt fieldset figcaption figure form frameset h1 h2 h3 h4 h5
            h6 hgroup hr html legend li main ol p section summary ul
            """)
        add(.block, .chrome, "nav aside footer menu")
        add(.block, .edge, "header dialog")
        add(.preformatted, [], "pre listing xmp plaintext")
        add(.lineBreak, [], "br")
        add(.table, [], "table")
        add(.rowGroup, [], "tbody thead tfoot")
        // Programs that print tables as XML call their rows and cells by other names.
        add(.row, [], "tr row record")
        add(.cell, [], "td th cell tc entry field")
        add(.caption, [], "caption")
        add(.body, [], "body")
        add(.head, [], "head")
        add(.title, [], "title")
        add(.meta, [], "meta")
        add(.input, [], "input")
        add(.textarea, [], "textarea")
        add(.script, [], "script")
        add(.inline, .raised, "sup sub")
        add(.inline, .struck, "del s strike")
        add(
            .dropped, [],
            """
            style template noscript noframes noembed select option optgroup datalist iframe object applet svg audio video
            canvas button map colgroup col rp rt
            """)
        return NameTable(pairs)
    }()
}
