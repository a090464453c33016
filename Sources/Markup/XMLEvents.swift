import CXml2
import Glibc
import ReportModel

/// libxml2's XML parser, heard token by token. All its pointers stay in this file.
enum XMLEvents {
    /// Hands the tokens of one part to `sink`. What the part calls from outside is never opened.
    /// - Throws: `bad_docx` where the part is not well formed or has a document type, which no such part may.
    static func read(
        _ part: [UInt8], named name: String, options: MarkupOptions, into sink: any XMLSink
    ) throws(StageFailure) {
        guard !TagSurvey(part, attributes: options.attributes).hasTooManyAttributes else {
            throw StageFailure(
                .decode, .markupTooComplex, "an element of \(name) has more than \(options.attributes) attributes")
        }
        _ = startLibrary
        let relay = Relay(sink)
        let user = unsafe Unmanaged.passUnretained(relay).toOpaque()
        let status = withExtendedLifetime(relay) {
            unsafe part.withUnsafeBytes { bytes in
                unsafe cxml2_read_xml(
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), user,
                    { user, parser in unsafe Relay.of(user).parser = parser },
                    { user, name, _, namespace, _, _, count, _, attributes in
                        unsafe Relay.of(user).start(name, namespace, Int(count), attributes)
                    },
                    { user, _, _, _ in unsafe Relay.of(user).sink.end() },
                    { user, bytes, count in unsafe Relay.of(user).characters(bytes, count) },
                    { user, _, _, _ in unsafe Relay.of(user).refuseDocumentType() })
            }
        }
        if relay.hasDocumentType {
            throw StageFailure(.decode, .badDocx, "\(name) declares a document type")
        }
        guard status == 0 || sink.isDone else {
            throw StageFailure(.decode, .badDocx, "\(name) is not well-formed XML")
        }
    }

    /// Once a process, before the first thread parses.
    private static let startLibrary: Void = xmlInitParser()

    @safe private final class Relay {
        let sink: any XMLSink
        var parser: UnsafeMutableRawPointer?
        private(set) var hasDocumentType = false

        init(_ sink: any XMLSink) {
            self.sink = sink
            unsafe parser = nil
        }

        static func of(_ user: UnsafeMutableRawPointer?) -> Relay {
            guard let user = unsafe user else { preconditionFailure("libxml2 lost the listener") }
            return unsafe Unmanaged<Relay>.fromOpaque(user).takeUnretainedValue()
        }

        /// Attributes come as five pointers each: local name, prefix, namespace, start and end of the value.
        func start(
            _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
            _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
        ) {
            var wanted = XMLAttributes()
            if let attributes = unsafe attributes {
                for index in 0..<count {
                    let key = unsafe packed(attributes[index * 5])
                    guard XMLAttributes.wanted.contains(key), let start = unsafe attributes[index * 5 + 3],
                        let end = unsafe attributes[index * 5 + 4]
                    else { continue }
                    let bytes = unsafe UnsafeBufferPointer(start: start, count: end - start)
                    unsafe wanted.append(key, String(decoding: bytes, as: UTF8.self))
                }
            }
            let isWord = WordElement.isWord(namespace: unsafe packed(namespace))
            sink.start(unsafe packed(name), isWord: isWord, attributes: wanted)
            if sink.isDone { stop() }
        }

        func characters(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
            guard let bytes = unsafe bytes, count > 0 else { return }
            unsafe sink.characters(Array(UnsafeBufferPointer(start: bytes, count: Int(count))))
        }

        func refuseDocumentType() {
            hasDocumentType = true
            stop()
        }

        private func stop() {
            guard let parser = unsafe parser else { return }
            unsafe xmlStopParser(parser.assumingMemoryBound(to: xmlParserCtxt.self))
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
