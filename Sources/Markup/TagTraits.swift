/// What the name of an element alone says of its place on a page.
enum TagTraits {
    static func html(_ name: PackedName) -> NodeTraits { traits[name] ?? [] }

    private static let traits: [PackedName: NodeTraits] = [
        PackedName("nav"): .chrome, PackedName("aside"): .chrome, PackedName("footer"): .chrome, PackedName("menu"): .chrome,
        PackedName("header"): .edge, PackedName("dialog"): .edge,
    ]
}
