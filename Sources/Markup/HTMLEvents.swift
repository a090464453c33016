import CXml2
import Glibc
import ReportModel

/// libxml2's HTML parser, heard token by token. All its pointers stay in this file.
enum HTMLEvents {
    /// The tree of a page; its bytes must be UTF-8.
    static func tree(of page: [UInt8], options: MarkupOptions) throws(StageFailure) -> MarkupTree {
        let survey = TagSurvey(page, attributes: options.attributes)
        var cutOffLine: Int32?
        if survey.end.isCutOff { cutOffLine = 1 + Int32(clamping: page.count { $0 == 0x0A }) }
        let page = survey.mended(page)
        guard !survey.hasTooManyAttributes else {
            throw StageFailure(
                .decode, .markupTooComplex, "an element has more than \(options.attributes) attributes")
        }
        _ = startLibrary
        var listener = Listener(options, StyleSheet(page), endTags: survey.keptEndTags)
        let status = unsafe withUnsafeMutablePointer(to: &listener) { user in
            unsafe page.withUnsafeBytes { bytes in
                unsafe cxml2_read_html(
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), user,
                    { user, parser in unsafe Listener.at(user).pointee.parser = parser },
                    { user, name, attributes in unsafe Listener.at(user).pointee.start(name, attributes) },
                    { user, _ in unsafe Listener.at(user).pointee.builder.end() },
                    { user, bytes, count in unsafe Listener.at(user).pointee.characters(bytes, count) })
            }
        }
        if let failure = listener.builder.failure { throw failure }
        guard status == 0 else { throw StageFailure(.decode, .internalFault, "the HTML parser had no memory to start") }
        var tree = listener.builder.finish()
        tree.cutOffLine = cutOffLine
        return tree
    }

    /// Once a process, before the first thread parses.
    private static let startLibrary: Void = xmlInitParser()

    /// A value behind a pointer, not an object: a token is often no more than a few bytes, and each access to an object's
    /// properties is watched over at run time.
    @safe private struct Listener {
        var builder: TreeBuilder
        var parser: UnsafeMutableRawPointer?
        private var value: [UInt8] = []
        private let styles: StyleSheet

        init(_ options: MarkupOptions, _ styles: StyleSheet, endTags: Int) {
            self.styles = styles
            builder = TreeBuilder(options: options, endTags: endTags)
            unsafe parser = nil
        }

        static func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Listener> {
            guard let user = unsafe user else { preconditionFailure("libxml2 lost the listener") }
            return unsafe user.assumingMemoryBound(to: Listener.self)
        }

        private var line: Int32 { unsafe cxml2_line(parser) }

        mutating func start(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
            let element = HTMLElement.named(unsafe packed(name))
            var facts = ElementFacts(element.traits)
            if var pair = unsafe attributes {
                while let key = unsafe pair[0] {
                    if let attribute = Attribute.named[unsafe packed(key)] {
                        unsafe load(pair[1])
                        facts.take(attribute, value)
                        if attribute == .words, styles.hides(value) { facts.traits.insert(.hidden) }
                    }
                    unsafe pair += 2
                }
            }
            builder.start(element.tag, facts, line: line)
            if builder.failure != nil, let parser = unsafe parser {
                unsafe xmlStopParser(parser.assumingMemoryBound(to: xmlParserCtxt.self))
            }
        }

        mutating func characters(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
            guard let bytes = unsafe bytes, count > 0 else { return }
            let run = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
            var feeds: Int32 = 0
            for index in 0..<run.count where unsafe run[index] == 0x0A { feeds &+= 1 }
            unsafe builder.append(run, line: line - feeds)
        }

        private mutating func load(_ bytes: UnsafePointer<xmlChar>?) {
            value.removeAll(keepingCapacity: true)
            guard let bytes = unsafe bytes else { return }
            let count = unsafe strlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))
            unsafe value.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        }

        private func packed(_ name: UnsafePointer<xmlChar>?) -> PackedName {
            var packed = PackedName()
            guard var byte = unsafe name else { return packed }
            while unsafe byte.pointee != 0 {
                packed.append(unsafe byte.pointee)
                unsafe byte += 1
            }
            return packed
        }
    }
}
