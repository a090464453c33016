import Settings

/// Any bytes as `pipeline.json`: a problem names a place in the file, a value that was read reads the same when it is printed.
struct SettingsBody {
    func run(_ bytes: [UInt8]) {
        let lines = 1 + bytes.count { $0 == 0x0A }
        do throws(JSONProblem) {
            let value = try JSONReader.read(bytes)
            let printed = value.description
            do throws(JSONProblem) {
                let again = try JSONReader.read(Array(printed.utf8))
                require(again.description == printed, "\(printed) reads as \(again)")
            } catch {
                fatalError("\(printed) cannot be read: \(error.message)")
            }
        } catch {
            require((1...lines).contains(error.line) && (1...(bytes.count + 1)).contains(error.column), "a place outside the file: \(error)")
            require(!error.message.isEmpty, "a problem without words")
        }
        var settings = Settings()
        do throws(SettingsProblem) {
            try settings.apply(file: "pipeline.json", bytes: bytes)
            var again = Settings()
            try again.apply(file: "pipeline.json", bytes: Array(settings.json.utf8))
            require(again.json == settings.json, "\(settings.json) reads as \(again.json)")
        } catch {
            guard case .file(_, let line, let column) = error.source else { fatalError("a problem without a place") }
            require((1...lines).contains(line) && (1...(bytes.count + 1)).contains(column), "a place outside the file: \(line):\(column)")
            require(error.message.utf8.count < 4096, "a message of \(error.message.utf8.count) bytes")
        }
    }
}
