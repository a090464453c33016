import Bytes
import ReportModel
import Tables

/// Puts all CSV tables together at the end of a run: from the rows of the inputs that were read, and from the tables of an
/// earlier run for those that were not.
struct Completion {
    let style: CSVStyle
    let writer: CSVWriter?
    let earlier: EarlierTables?
    let sources: [InputSource]?
    let inputs: InputParts

    /// - Parameter passed: called when the last words of all reports are known.
    /// - Returns: the files in the order of the tables.
    func run(
        _ pass: (LateTables?) -> LatePass, passed: @escaping (LatePass) throws(WriteFailure) -> Void,
        concurrently: @escaping (Int, @Sendable (Int) -> Void) -> Void
    ) throws(WriteFailure) -> (files: [WrittenFile], pass: LatePass) {
        guard let writer else {
            let pass = pass(nil)
            try pass.run()
            try passed(pass)
            return ([], pass)
        }
        let tables = try writer.tables(over: earlier)
        let (reports, checks, panel) = (tables[Table.reports.index], tables[Table.checks.index], tables[Table.panel.index])
        let late = pass(LateTables(style: style, reports: reports, checks: checks, panel: panel))
        // The longest come first.
        var works = [
            TableWork { () throws(WriteFailure) in
                try late.run()
                return try TableWork.files(
                    of: [
                        TableWork { () throws(WriteFailure) in
                            try passed(late)
                            return []
                        },
                        TableWork { () throws(WriteFailure) in
                            [try reports.finish(), try checks.finish(), try panel.finish()]
                        },
                    ], concurrently)
            }
        ]
        for table in [Table.applications, .sections, .proceedings, .disclosures, .facts, .files, .errors] {
            let file = tables[table.index]
            works.append(
                TableWork { () throws(WriteFailure) in
                    if let place = TableExtent.tables.firstIndex(of: table) { try takeRows(of: place, into: file) }
                    return [try file.finish()]
                })
        }
        works.append(TableWork { () throws(WriteFailure) in [try tables[Table.codebook.index].finish()] })
        var files = try TableWork.files(of: works, concurrently)
        files.sort { ($0.table?.index ?? 0) < ($1.table?.index ?? 0) }
        return (files, late)
    }

    /// The rows of all inputs in one table, from wherever they stand.
    private func takeRows(of place: Int, into file: TableFile) throws(WriteFailure) {
        guard let sources, let earlier else { return }
        var read = inputs.reader()
        var passed = 0
        func pass(to input: Int) {
            while passed < input {
                file.pass(earlier.inputs[passed].extent[place], of: .earlier)
                passed += 1
            }
        }
        for source in sources {
            switch source {
            case .read(let replaced):
                let count = read.extent()[place]
                if let replaced = replaced.map({ Int($0) }) {
                    pass(to: replaced)
                    try file.replace(earlier.inputs[replaced].extent[place], size: count) { () throws(WriteFailure) in
                        try file.copy(count, from: .written)
                    }
                    passed += 1
                } else {
                    try file.copy(count, from: .written)
                }
            case .earlier(let number):
                let input = Int(number)
                pass(to: input)
                try file.copy(earlier.inputs[input].extent[place], from: .earlier)
                passed += 1
            }
        }
    }
}
