import Tables

/// On which row of `errors` the problems of each input begin: as many inputs as a sheet can have links.
final class ErrorPlaces {
    private var rows: [String: Int] = [:]
    private var last = ""

    func note(_ path: Span<UInt8>, _ row: Int) {
        let path = ErrorPlaces.string(path)
        if path == last { return }
        last = path
        if rows.count < SheetLimits.links { rows[path] = row }
    }

    /// - Parameter path: of an input, or of a report: these have `#2` ... behind them in inputs that hold several.
    func row(of path: Span<UInt8>) -> Int? {
        if rows.isEmpty { return nil }
        let path = ErrorPlaces.string(path)
        if let row = rows[path] { return row }
        guard let mark = path.utf8.lastIndex(of: UInt8(ascii: "#")), Int(path[path.utf8.index(after: mark)...]) != nil else {
            return nil
        }
        return rows[String(path[..<mark])]
    }

    private static func string(_ bytes: Span<UInt8>) -> String {
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.count)
        for index in bytes.indices { copy.append(bytes[index]) }
        return String(decoding: copy, as: UTF8.self)
    }
}
