internal import Codebook
internal import HanText
internal import ReportModel

/// The numbers that the form prints in front of its rows and groups: `（六）` for 其他处理, `3.` for 其他.
///
/// Of two wordings that a misprint is near to, the number tells which is meant.
struct RowNumbers: Sendable {
    struct Mark: Equatable, Sendable {
        var kind: Piece.EnumeratorKind
        var number: UInt8
    }

    static let shared = RowNumbers()

    /// By label of the lexicon: the numbers it has in either form.
    private let marks: [[Mark]]

    private init() {
        let lexicon = Lexicon.shared
        marks = lexicon.labels.map { label in
            guard let table = label.table, label.kind == .row || label.kind == .group else { return [] }
            let name = lexicon.name(of: label.code)
            var found: [Mark] = []
            for form in FormVersion.allCases {
                for row in CodeTable.shared.spec(form, table).rows {
                    let parts = row.label.split(separator: "/")
                    let part =
                        label.kind == .row && row.code == name
                        ? parts.last : row.code.hasPrefix(name + ".") ? parts.dropLast().last : nil
                    if let part, let mark = RowNumbers.mark(part), !found.contains(mark) { found.append(mark) }
                }
            }
            return found
        }
    }

    /// Whether the form prints this number in front of the label.
    func hold(_ mark: Mark, forLabel index: Int) -> Bool { marks[index].contains(mark) }

    private static func mark(_ label: Substring) -> Mark? {
        let text = Array(label.utf8)
        let (value, _) = UTF8Cursor.scalar(in: text.span, at: 0)
        return EnumeratorMark.read(text.span, 0, text.count, value, afterBlank: true, previous: 0).map {
            Mark(kind: $0.kind, number: $0.number)
        }
    }
}
