import Bytes

/// From the output folder to the inputs, as relative links.
///
/// A link begins with `../` or `./` and has nothing in it but letters, digits and a few marks, so that it can be no other kind of link.
public struct FileLinks: Sendable {
    /// A folder from which the paths of the tables count.
    private struct Root {
        /// What stands before the paths below it.
        var prefix: String
        /// The link to it, with a `/` at the end.
        var base: String
    }

    private let roots: [Root]

    /// The longest link that is made.
    static let limit = 1200

    /// - Parameters:
    ///   - output: the output folder.
    ///   - roots: folders with what stands before the paths below each; paths below none of them count from the working folder.
    public init(from output: String, to roots: [(folder: String, prefix: String)]) {
        let from = FileLinks.names(output)
        let all = roots + [(folder: ".", prefix: "")]
        self.roots = all.map { root in
            let target = FileLinks.names(root.folder.isEmpty ? "." : root.folder)
            let shared = zip(from, target).prefix { $0 == $1 }.count
            let up = Array(repeating: "..", count: from.count - shared)
            let parts = up + target[shared...].map { FileLinks.encoded($0) }
            return Root(prefix: root.prefix, base: (parts.isEmpty ? ["."] : parts).joined(separator: "/") + "/")
        }
    }

    /// The names on the way from `/` to a path, of which the last ones need not be there yet.
    private static func names(_ path: String) -> [String] {
        let found = AbsolutePath.names(path)
        if !found.isEmpty || path.allSatisfy({ $0 == "/" }) { return found }
        guard let slash = path.lastIndex(of: "/") else { return names(".") + [path] }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return names(folder) + [String(path[path.index(after: slash)...])]
    }

    /// The link to a document; to its container where it is a member of one. Nil where it would be too long.
    func link(to path: String) -> String? {
        guard let root = roots.first(where: { path.utf8.starts(with: $0.prefix.utf8) }) else { return nil }
        var rest = path.utf8.dropFirst(root.prefix.utf8.count)
        if let mark = FileLinks.memberMark(rest) { rest = rest[..<mark] }
        guard rest.count < FileLinks.limit else { return nil }
        let link = root.base + FileLinks.encoded(String(decoding: rest, as: UTF8.self))
        let hasScheme = !link.hasPrefix("./") && !link.hasPrefix("../")
        let safe = hasScheme ? "./" + link : link
        return safe.utf8.count <= FileLinks.limit ? safe : nil
    }

    /// Where `!/` stands.
    private static func memberMark(_ path: Substring.UTF8View) -> Substring.UTF8View.Index? {
        var index = path.startIndex
        while index < path.endIndex {
            let next = path.index(after: index)
            if path[index] == UInt8(ascii: "!") && next < path.endIndex && path[next] == UInt8(ascii: "/") { return index }
            index = next
        }
        return nil
    }

    /// Percent-encoded but for `/`.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
