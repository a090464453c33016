/// What hears the tokens of an XML part.
protocol XMLSink: AnyObject {
    /// - Parameter attributes: those in ``XMLSink/attributes``, by local name.
    func start(_ name: PackedName, isWord: Bool, attributes: XMLAttributes)
    func end()
    func characters(_ bytes: [UInt8])
    /// True where reading on is of no use.
    var isDone: Bool { get }
}

/// The attributes of one element that are looked at; few, so a list does.
struct XMLAttributes {
    private(set) var pairs: [(name: PackedName, value: String)] = []

    subscript(name: PackedName) -> String? { pairs.first { $0.name == name }?.value }

    var value: String? { self[XMLAttributes.value] }

    mutating func append(_ name: PackedName, _ value: String) { pairs.append((name, value)) }

    static let value = PackedName("val")
    static let styleID = PackedName("styleId")
    static let numberID = PackedName("numId")
    static let abstractNumberID = PackedName("abstractNumId")
    static let level = PackedName("ilvl")
    static let wanted: Set<PackedName> = [value, styleID, numberID, abstractNumberID, level]
}
