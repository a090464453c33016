import Settings
import Testing

@Suite struct SettingsTests {
    private func file(_ text: String, path: String = "pipeline.json") throws(SettingsProblem) -> Settings {
        var settings = Settings()
        try settings.apply(file: path, bytes: Array(text.utf8))
        return settings
    }

    @Test func defaultsAreWhatTheTableSays() {
        let settings = Settings()
        #expect(settings.texts(.input) == ["data"])
        #expect(settings.text(.output) == "out")
        #expect(settings.integer(.jobs) == nil)
        #expect(settings.number(.maxFailed) == 100)
        #expect(settings[.output].source == .preset)
    }

    @Test func everyDefaultIsAllowed() throws {
        for key in SettingKey.allCases {
            guard let preset = key.spec.preset else { continue }
            let parts = key.rawValue.split(separator: ".")
            let inner = "\"\(parts[parts.count - 1])\": \(preset.json)"
            let text = parts.count == 1 ? "{\(inner)}" : "{\"\(parts[0])\": {\(inner)}}"
            #expect(try file(text)[key].value == preset)
        }
    }

    @Test func everyLayerBeatsTheOneBelow() throws {
        var settings = try file("{\"jobs\": 2, \"output\": \"a\", \"csv\": {\"flavor\": \"plain\"}}")
        try settings.apply(environment: ["GONGKAI_JOBS": "3", "GONGKAI_QUIET": "true", "PATH": "/bin"])
        try settings.apply(option: "--jobs", .jobs, ["4"])
        #expect(settings[.jobs] == ResolvedSetting(value: .integer(4), source: .option(name: "--jobs")))
        #expect(settings[.quiet] == ResolvedSetting(value: .flag(true), source: .environment(name: "GONGKAI_QUIET")))
        #expect(settings[.output].source == .file(path: "pipeline.json", line: 1, column: 13))
        #expect(settings.text(.csvFlavor) == "plain")
        #expect(settings[.csvHeaders].source == .preset)
    }

    @Test func pathsOfAFileAreRelativeToIt() throws {
        let settings = try file("{\"input\": [\"data\", \"/abs\"], \"output\": \"../o\"}", path: "/etc/g/pipeline.json")
        #expect(settings.texts(.input) == ["/etc/g/data", "/abs"])
        #expect(settings.text(.output) == "/etc/g/../o")
        #expect(try file("{\"output\": \"o\"}").text(.output) == "o")
    }

    @Test(arguments: [
        ("{\"job\": 2}", 2, "unknown key \"job\"; did you mean \"jobs\"?"),
        ("{\"csv\": {\"flavour\": \"plain\"}}", 10, "unknown key \"csv.flavour\"; did you mean \"csv.flavor\"?"),
        ("{\"cvs\": {}}", 2, "unknown key \"cvs\"; did you mean \"csv\"?"),
        ("{\"entirely\": 2}", 2, "unknown key \"entirely\"; \"gongkai config\" prints all keys"),
        ("{\"jobs\": 0}", 2, "\"jobs\" is 0; allowed: a whole number from 1 to 256"),
        ("{\"jobs\": \"2\"}", 2, "\"jobs\" is \"2\"; allowed: a whole number from 1 to 256"),
        ("{\"jobs\": 1.5}", 2, "\"jobs\" is 1.5; allowed: a whole number from 1 to 256"),
        ("{\"jobs\": 99999999999999999999}", 2, "\"jobs\" is 99999999999999999999; allowed: a whole number from 1 to 256"),
        ("{\"max_failed\": 101}", 2, "\"max_failed\" is 101; allowed: a number from 0 to 100"),
        ("{\"max_failed\": 1e999}", 2, "\"max_failed\" is 1e999; allowed: a number from 0 to 100"),
        ("{\"input\": []}", 2, "\"input\" is []; allowed: a list of one or more paths"),
        ("{\"input\": \"data\"}", 2, "\"input\" is \"data\"; allowed: a list of one or more paths"),
        ("{\"input\": [\"a\", 1]}", 2, "\"input\" is [\"a\", 1]; allowed: a list of one or more paths"),
        ("{\"output\": \"\"}", 2, "\"output\" is \"\"; allowed: a path"),
        ("{\"output\": null}", 2, "\"output\" is null; allowed: a path"),
        ("{\"quiet\": \"yes\"}", 2, "\"quiet\" is \"yes\"; allowed: true or false"),
        ("{\"progress\": \"on\"}", 2, "\"progress\" is \"on\"; allowed: auto, always or never"),
        ("{\"csv\": 1}", 2, "\"csv\" is 1; allowed: an object of settings"),
        ("{\"include\": [\"\"]}", 2, "\"include\" is [\"\"]; allowed: a list of texts, none empty"),
        ("[]", 1, "the file holds no object: it must begin with {"),
    ])
    func saysWhatIsWrongWithAFile(text: String, column: Int, message: String) {
        let problem = #expect(throws: SettingsProblem.self) { try file(text) }
        #expect(problem?.message == message)
        #expect(problem?.source == .file(path: "pipeline.json", line: 1, column: column))
        #expect(problem?.isUsage == false)
    }

    @Test func aListThatNamesAWordTwiceIsRefused() {
        let problem = #expect(throws: SettingsProblem.self) { try file("{\"formats\": [\"csv\", \"csv\"]}") }
        #expect(problem?.code == .badValue)
        #expect(problem?.message.hasPrefix("\"formats\" is [\"csv\", \"csv\"]; allowed: a list of one or more of ") == true)
    }

    @Test(arguments: [("256 MB", 256_000_000), ("1.5kB", 1500), ("2GB", 2_000_000_000), ("2.1 GB", nil), ("12", 12), ("-1", nil), ("1 TB", nil), ("MB", nil), ("inf MB", nil), ("1e300 GB", nil)])
    func sizesTakeUnits(text: String, bytes: Int?) {
        var settings = Settings()
        let problem: SettingsProblem?
        do throws(SettingsProblem) {
            try settings.apply(file: "p.json", bytes: Array("{\"limits\": {\"inflated_size\": \"\(text)\"}}".utf8))
            problem = nil
        } catch {
            problem = error
        }
        if let bytes {
            #expect(settings.integer(.limitInflatedSize) == bytes)
        } else {
            #expect(problem?.code == .badValue)
        }
    }

    @Test func theEnvironmentIsHeldToTheSameRules() {
        var settings = Settings()
        var problem = #expect(throws: SettingsProblem.self) { try settings.apply(environment: ["GONGKAI_JOB": "2"]) }
        #expect(problem?.message == "unknown variable GONGKAI_JOB; did you mean GONGKAI_JOBS?")
        problem = #expect(throws: SettingsProblem.self) { try settings.apply(environment: ["GONGKAI_JOBS": "many"]) }
        #expect(problem?.message == "GONGKAI_JOBS is \"many\"; allowed: a whole number from 1 to 256")
        #expect(problem?.source.description == "GONGKAI_JOBS")
    }

    @Test func listsInTheEnvironmentAreParted() throws {
        var settings = Settings()
        try settings.apply(environment: ["GONGKAI_INPUT": "a,b:c", "GONGKAI_EXCLUDE": "*.tmp,x:y"])
        #expect(settings.texts(.input) == ["a,b", "c"])
        #expect(settings.texts(.exclude) == ["*.tmp", "x:y"])
    }

    @Test func optionsAreUsage() {
        var settings = Settings()
        let problem = #expect(throws: SettingsProblem.self) { try settings.apply(option: "--jobs", .jobs, ["0"]) }
        #expect(problem?.isUsage == true)
        #expect(problem?.message == "--jobs is \"0\"; allowed: a whole number from 1 to 256")
    }

    @Test func optionPathsAreTakenAsTheyAre() throws {
        var settings = Settings()
        try settings.apply(option: "--input", .input, ["a:b", "c,d"])
        #expect(settings.texts(.input) == ["a:b", "c,d"])
    }

    @Test func badJSONNamesItsPlace() {
        let problem = #expect(throws: SettingsProblem.self) { try file("{\n  \"jobs\": 2,\n}") }
        #expect(problem == SettingsProblem(.badJSON, .file(path: "pipeline.json", line: 3, column: 1), "a key in quotation marks expected"))
    }

    @Test(arguments: [("jbos", "jobs"), ("inputs", "input"), ("outpt", "output"), ("zzzz", nil), ("MAX_FAILED", "max_failed")])
    func spelling(word: String, meant: String?) {
        #expect(Spelling.nearest(to: word, in: SettingKey.allCases.map(\.rawValue)) == meant)
    }
}
