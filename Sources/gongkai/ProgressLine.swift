import Pipeline

/// The line that a terminal shows while a run goes on.
struct ProgressLine {
    /// Columns of the terminal.
    var width = 80

    /// Never wider than the terminal less one column, where some terminals would wrap.
    func text(_ progress: RunProgress) -> String {
        let rate = progress.seconds > 0 ? Double(progress.done) / progress.seconds : 0
        var parts = ["\(progress.done.grouped)/\(progress.found.grouped) files"]
        if progress.found > 0 { parts.append("\(progress.done * 100 / progress.found)%") }
        if rate > 0 { parts.append(rate >= 10 ? "\(Int(rate).grouped)/s" : "\((rate * 10).rounded() / 10)/s") }
        parts.append("\(progress.failed.grouped) failed")
        // A guess from the first moments would only jump about.
        if rate > 0 && progress.seconds >= 1 { parts.append("\(duration(Double(progress.found - progress.done) / rate)) left") }
        var line = ""
        for part in parts {
            let longer = line.isEmpty ? part : line + "  " + part
            if longer.columns >= width { break }
            line = longer
        }
        return line
    }
}
