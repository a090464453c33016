import ReportModel

/// Collects what a page says of itself; of two statements the better placed one holds, then the first.
struct MetadataFields {
    private var title: (rank: Int, value: String)?
    private var issuer: (rank: Int, value: String)?
    private var published: (rank: Int, value: String)?
    private var documentNumber: (rank: Int, value: String)?

    var documentMetadata: DocumentMetadata {
        var metadata = DocumentMetadata()
        metadata.title = title?.value
        metadata.issuer = issuer?.value
        metadata.publishedOn = published?.value
        metadata.documentNumber = documentNumber?.value
        return metadata
    }

    /// Takes the value printed behind a label.
    mutating func offer(_ label: MetadataLabel, _ value: String) {
        let value = MetadataFields.trimmed(value)
        switch label {
        case .published(let rank): if let date = PrintedDate.iso(value) { better(&published, rank, date) }
        case .issuer(let rank): if MetadataFields.isName(value) { better(&issuer, rank, value) }
        case .documentNumber:
            if MetadataFields.isName(value)
                && value.unicodeScalars.contains(where: { $0.properties.numericType != nil })
            {
                better(&documentNumber, 0, value)
            }
        case .title: if MetadataFields.isName(value) { better(&title, 0, value) }
        case .other: break
        }
    }

    /// Takes `meta` elements and the `title`.
    mutating func takeNamed(_ tree: MarkupTree) {
        for (name, content) in tree.named {
            let value = MetadataFields.trimmed(String(decoding: content, as: UTF8.self))
            switch name {
            case "pubdate", "publishdate", "publish_date", "article:published_time", "publishedtime":
                if let date = PrintedDate.iso(value) { better(&published, 1, date) }
            case "createdate": if let date = PrintedDate.iso(value) { better(&published, 3, date) }
            case "contentsource", "source", "article:author":
                if MetadataFields.isName(value) { better(&issuer, 3, value) }
            case "articletitle", "og:title": if MetadataFields.isName(value) { better(&title, 1, value) }
            default: break
            }
        }
        guard let node = tree.nodes.first(where: { $0.tag == .title }) else { return }
        var folder = TextFolder()
        folder.begin(.cell)
        folder.append(tree.text, node.textRange)
        _ = folder.end()
        let value = String(decoding: folder.text, as: UTF8.self)
        if !value.isEmpty { better(&title, 2, value) }
    }

    private func better(_ field: inout (rank: Int, value: String)?, _ rank: Int, _ value: String) {
        if let known = field, known.rank <= rank { return }
        field = (rank, value)
    }

    private static func trimmed(_ value: String) -> String {
        var scalars = Substring(value).unicodeScalars
        while let first = scalars.first, isEdge(first) { scalars.removeFirst() }
        while let last = scalars.last, isEdge(last) { scalars.removeLast() }
        return String(scalars)
    }

    private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "|｜:：;；,，".unicodeScalars.contains(scalar)
    }

    /// False for what stands where nothing is to be said.
    private static func isName(_ value: String) -> Bool {
        value.utf8.count <= 600 && !["", "无", "-", "--", "—", "——", "/", "暂无", "本站", "本网", "本站原创"].contains(value)
    }
}
