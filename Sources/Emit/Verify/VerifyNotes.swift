/// The problems found so far. Of one kind in one file, a few are told and the rest counted.
struct VerifyNotes {
    private static let told = 5

    private(set) var lines: [String] = []
    private var counts: [String: Int] = [:]
    private var order: [String] = []

    mutating func add(_ line: String) { lines.append(line) }

    /// - Parameters:
    ///   - line: nil for a problem of no one line.
    ///   - kind: what the problem has in common with others of the file.
    mutating func add(_ file: String, line: Int?, _ kind: String, _ detail: String) {
        let key = "\(file): \(kind)"
        let count = counts[key, default: 0]
        counts[key] = count + 1
        if count == 0 { order.append(key) }
        if count < VerifyNotes.told { lines.append(line.map { "\(file):\($0): \(detail)" } ?? "\(file): \(detail)") }
    }

    /// Says how many were not told.
    mutating func close() {
        for key in order {
            let more = counts[key, default: 0] - VerifyNotes.told
            if more > 0 { lines.append("\(key): \(more) more") }
        }
        counts = [:]
        order = []
    }
}
