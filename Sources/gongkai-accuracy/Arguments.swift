import ReportFactory

/// The command line: a command, operands, and options with values.
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
    /// True where the irregularities named are all put into every document instead of one at a time.
    var combines = false
    /// True for reports with hardly any narrative.
    var isTerse = false
    /// True where documents are printed whole.
    var printsText = false

    init(_ arguments: [String]) throws(Misuse) {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                if command.isEmpty { command = word } else { operands.append(word) }
                continue
            }
            if word == "--together" {
                combines = true
                continue
            }
            if word == "--text" {
                printsText = true
                continue
            }
            if word == "--terse" {
                isTerse = true
                continue
            }
            guard let value = rest.popFirst() else { throw Misuse(message: "\(word) needs a value") }
            switch word {
            case "--count": count = try Arguments.number(value, word)
            case "--seed": seed = UInt64(try Arguments.number(value, word))
            case "--family": families += try value.split(separator: ",").map { name throws(Misuse) in try Arguments.named(String(name)) }
            case "--irregularity":
                irregularities += try value.split(separator: ",").map { name throws(Misuse) in
                    name == "none" ? [] : [try Arguments.named(String(name))]
                }
            default: throw Misuse(message: "unknown option \(word)")
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
