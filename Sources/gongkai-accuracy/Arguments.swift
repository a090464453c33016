import ReportFactory

/// The command line: a command, operands, and options.
struct Arguments {
    struct Misuse: Error {
        var message: String
    }

    var command = ""
    var operands: [String] = []
    var count = 1000
    var seed: UInt64 = 1
    var families: [LayoutFamily] = []
    /// One set a document: no irregularity, or one.
    var irregularities: [Set<Irregularity>] = []
    /// How many irregularities are drawn for each document; 0 where they are named.
    var mixed = 0
    /// True where the irregularities named are all put into every document instead of one at a time.
    var combines = false
    /// True for reports with hardly any narrative.
    var isTerse = false
    /// True where documents are printed whole.
    var printsText = false
    /// A folder of labelled clauses for the table.
    var clauses: String?
    /// True where only documents with an error that nothing warns of are printed.
    var onlySilent = false

    init(_ arguments: [String]) throws(Misuse) {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--together": combines = true
            case "--terse": isTerse = true
            case "--text": printsText = true
            case "--silent": onlySilent = true
            case "--count", "--seed", "--mix", "--family", "--irregularity", "--clauses":
                guard let value = rest.popFirst() else { throw Misuse(message: "\(word) needs a value") }
                try set(word, to: value)
            case _ where word.hasPrefix("--"): throw Misuse(message: "unknown option \(word)")
            default: if command.isEmpty { command = word } else { operands.append(word) }
            }
        }
    }

    /// The irregularities of the documents, in turn.
    func variants(whereNone: [Set<Irregularity>]) -> [Set<Irregularity>] {
        let variants = irregularities.isEmpty ? whereNone : irregularities
        return combines ? [variants.reduce([]) { $0.union($1) }] : variants
    }

    private mutating func set(_ option: String, to value: String) throws(Misuse) {
        switch option {
        case "--count": count = try Arguments.number(value, option)
        case "--seed": seed = UInt64(try Arguments.number(value, option))
        case "--mix": mixed = try Arguments.number(value, option)
        case "--clauses": clauses = value
        case "--family":
            families += try value.split(separator: ",").map { name throws(Misuse) in try Arguments.named(String(name)) }
        default:
            irregularities += try value.split(separator: ",").map { name throws(Misuse) in
                name == "none" ? [] : [try Arguments.named(String(name))]
            }
        }
    }

    private static func number(_ text: String, _ option: String) throws(Misuse) -> Int {
        guard let number = Int(text), number >= 0 else { throw Misuse(message: "\(option) needs a number, not \(text)") }
        return number
    }

    private static func named<Choice: RawRepresentable<String> & CaseIterable>(_ name: String) throws(Misuse) -> Choice {
        guard let choice = Choice(rawValue: name) else {
            throw Misuse(message: "\(name) is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }
}
