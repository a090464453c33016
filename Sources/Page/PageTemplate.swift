import Bytes
import FoundationEssentials
import Mustache

/// The page's template with its style and script. Both stand in the page, and its policy allows them by their digests and
/// nothing else.
struct PageTemplate: Sendable {
    static let shared = PageTemplate()

    private let template: MustacheTemplate
    private let style = PageTemplate.text(PackageResources.style_css)
    private let script = PageTemplate.text(PackageResources.sort_js)

    private init() {
        MustacheContentTypes.register(HTMLText(), named: "PAGE")
        do {
            template = try MustacheTemplate(string: PageTemplate.text(PackageResources.index_mustache))
        } catch {
            preconditionFailure("index.mustache: \(error)")
        }
    }

    func render(_ node: PageModel.Node) -> String {
        var node = node
        node["style"] = style
        node["script"] = script
        node["styleHash"] = PageTemplate.digest(style)
        node["scriptHash"] = PageTemplate.digest(script)
        return template.render(node)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// SHA-256 in base 64.
    static func digest(_ text: String) -> String {
        var hasher = SHA256Hasher()
        let hex = Array(hasher.hash(text.utf8.span).hex.utf8)
        let bytes = stride(from: 0, to: hex.count, by: 2).compactMap { place in
            UInt8(String(decoding: hex[place..<place + 2], as: UTF8.self), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }
}

/// Makes text harmless in HTML, in elements and between quotes.
///
/// Scalar by scalar: a quote with a combining mark behind it is one character to Swift, and a quote to a browser.
struct HTMLText: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
