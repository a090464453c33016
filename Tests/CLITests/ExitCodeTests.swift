import Foundation
import Testing

@Suite struct ExitCodeTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func zeroWhereEveryFileWentWell() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        let run = try place.run()
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("gongkai: 1 file to read, "))
        #expect(run.error.contains("0 ok, 0 warned, 0 failed, 1 skipped\n"))
        #expect(run.error.contains("gongkai: problems: not_a_report 1\n"))
        #expect(run.error.hasSuffix("gongkai: the tables are in out\n"))
        #expect(try place.names() == [".out.gongkai-store", "data", "out"])
    }

    @Test func oneWhereSomeFailed() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        try place.write("", to: "data/b.txt")
        let run = try place.run("run", "--quiet")
        #expect(run.status == 1)
        #expect(run.error.contains("b.txt: error: "))
        #expect(run.error.contains(" [empty_file]\n"))
        #expect(run.error.contains("0 ok, 0 warned, 1 failed, 1 skipped\n"))
        #expect(try place.text("out/files.csv").contains("b.txt,failed"))
    }

    @Test(arguments: [
        (["--job", "2"], "Unknown option '--job'"),
        (["--jobs", "0"], "--jobs: error: --jobs is \"0\"; allowed: a whole number from 1 to 256 [bad_value]\n"),
        (["--jobs", "two"], "--jobs is \"two\"; allowed: a whole number from 1 to 256 [bad_value]\n"),
        (["--max-failed", "101"], "--max-failed is \"101\"; allowed: a number from 0 to 100 [bad_value]\n"),
        (["--format", "csv,doc"], "--format is \"csv,doc\"; allowed: a list of one or more of "),
        (["--progress", "maybe"], "--progress is \"maybe\"; allowed: auto, always or never [bad_value]\n"),
        (["inspect"], "Missing expected argument '<file>'"),
        (["inspect", "a", "--stage", "emit"], "The value 'emit' is invalid for '--stage <stage>'"),
        (["nonsense"], "Unexpected argument 'nonsense'"),
    ])
    func sixtyFourForWrongUse(arguments: [String], message: String) throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        let run = try CommandRun.run(arguments, in: place.url)
        #expect(run.status == 64)
        #expect(run.error.contains(message))
        #expect(try place.names() == ["data"])
    }

    @Test func sixtyFiveWhereTooManyFailedAndTheOldOutputStands() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        #expect(try place.run().status == 0)
        let old = try place.text("out/files.csv")
        try place.write("", to: "data/b.txt")
        let run = try place.run("run", "--max-failed", "49.9")
        #expect(run.status == 65)
        #expect(
            run.error.hasSuffix(
                "out: error: 1 of 2 files failed: 50.0 % where 49.9 % are allowed; the old output stands [too_many_failed]\n"))
        #expect(try place.text("out/files.csv") == old)
        #expect(try place.names() == [".out.gongkai-store", "data", "out"])
        #expect(try place.run("run", "--max-failed", "50").status == 1)
    }

    @Test func sixtySixWithoutInput() throws {
        var run = try place.run("run", "--input", "nowhere", "--output", "a/b/out")
        #expect(run.status == 66)
        #expect(run.error == "nowhere: error: there is no such file or folder [no_input]\n")
        #expect(try place.names() == [])
        try place.write("", to: "empty/.hidden")
        run = try place.run("run", "--input", "empty")
        #expect(run.status == 66)
        #expect(run.error == "empty: error: no files to read (1 hidden) [no_input]\n")
        #expect(try place.names() == ["empty"])
        run = try place.run("inspect", "nowhere")
        #expect(run.status == 66)
        run = try place.run("run", "--files-from", "nowhere")
        #expect(run.status == 66)
    }

    @Test func seventyFourWhereNothingCanBeWritten() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        let run = try place.run("run", "--output", "/proc/gongkai/out")
        #expect(run.status == 74)
        #expect(run.error.contains("/proc/gongkai: error: cannot write: "))
        #expect(run.error.hasSuffix("; the old output stands [cannot_write]\n"))
    }

    @Test func seventyFiveWhereAnotherRunHoldsTheOutput() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        // Holds the output for as long as its list of files has no end.
        let holder = try CommandProcess(["--files-from", "-"], in: place.url, input: nil)
        #expect(try holder.wait(until: { try place.names().contains(".out.gongkai-new") }))
        let run = try place.run()
        #expect(run.status == 75)
        #expect(run.error.hasSuffix("error: another run holds this output: process \(holder.id) [output_in_use]\n"))
        holder.send(SIGKILL)
        _ = try holder.ended()
        #expect(try place.run().status == 0)
        #expect(try place.names() == [".out.gongkai-store", "data", "out"])
    }

    @Test func seventyEightForABadConfiguration() throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        try place.write("{\n  \"job\": 2\n}\n", to: "pipeline.json")
        var run = try place.run()
        #expect(run.status == 78)
        #expect(run.error == "pipeline.json:2:3: error: unknown key \"job\"; did you mean \"jobs\"? [unknown_key]\n")
        run = try place.run("--config", "other.json")
        #expect(run.status == 78)
        #expect(
            run.error
                == "--config: error: the configuration other.json cannot be read: No such file or directory [no_configuration]\n")
        try place.write("{}", to: "pipeline.json")
        run = try place.run(environment: ["GONGKAI_JOB": "2"])
        #expect(run.status == 78)
        #expect(run.error == "GONGKAI_JOB: error: unknown variable GONGKAI_JOB; did you mean GONGKAI_JOBS? [unknown_key]\n")
        run = try place.run("--output", "data")
        #expect(run.status == 78)
        #expect(run.error.contains("data: error: the output is the input; allowed: a folder that holds no inputs"))
        run = try place.run("--output", ".")
        #expect(run.status == 78)
        #expect(run.error.contains("which is no output of a run"))
        #expect(try place.names() == ["data", "pipeline.json"])
    }

    @Test(arguments: [(SIGINT, Int32(130), "interrupted"), (SIGTERM, Int32(143), "terminated")])
    func interruptedWhileItLists(signal: Int32, status: Int32, word: String) throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        #expect(try place.run().status == 0)
        let old = try place.text("out/run.json")
        // Other threads list the inputs and read what the last run kept: the end may come to them anywhere.
        for _ in 0..<12 {
            let process = try CommandProcess(["--files-from", "-"], in: place.url, input: nil)
            #expect(try process.wait(until: { try place.names().contains(".out.gongkai-new") }))
            process.send(signal)
            let run = try process.ended()
            #expect(run.status == status)
            #expect(run.error == "gongkai: error: \(word); the old output stands [\(word)]\n")
        }
        #expect(try place.text("out/run.json") == old)
        #expect(try place.names() == [".out.gongkai-store", "data", "out"])
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func interruptedWhileItWorks(signal: Int32, status: Int32) throws {
        try place.write(Workplace.noReport, to: "data/a.txt")
        #expect(try place.run().status == 0)
        // Files that are not there are inputs all the same. A run that ends before the signal comes was too short.
        var count = 60_000
        var old = ""
        var run: CommandRun
        repeat {
            old = try place.text("out/run.json")
            try place.write((0..<count).map { "data/\($0).txt\n" }.joined(), to: "list")
            let process = try CommandProcess(["--files-from", "list"], in: place.url)
            _ = try process.wait(until: { try process.errorSoFar().contains("to read") })
            process.send(signal)
            run = try process.ended()
            count *= 4
        } while run.status == 1
        #expect(run.status == status)
        #expect(try place.text("out/run.json") == old)
        #expect(try place.names() == [".out.gongkai-store", "data", "list", "out"])
    }
}
