import Discover
import Glibc
import ReportModel
import Testing

@Suite struct DiscovererTests {
    private func discover(_ options: DiscoverOptions) throws -> [SourceFile] {
        Array(try Discoverer(options: options).discover())
    }

    private func codes(_ files: [SourceFile]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.problem?.code.rawValue ?? "") })
    }

    @Test func pathsStandInTheOrderOfTheirBytes() throws {
        let folder = try ScratchFolder()
        let names = [
            "a", "a.txt", "a0/x", "a-/x", "b/c/d.txt", "b/c.txt", "b/c0.txt", "b.txt", "县/年报.txt", "县.txt", "Z.txt",
            "long name one.txt",
            "long name two.txt", "long name", "é", "e",
        ]
        for name in names { try folder.file(name) }
        let files = try discover(DiscoverOptions(inputs: [folder.path]))
        let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(files.map(\.path) == sorted)
        #expect(files.map(\.location) == sorted.map { folder.path + "/" + $0 })
        #expect(files.allSatisfy { $0.problem == nil })
        let again = try discover(DiscoverOptions(inputs: [folder.path + "//./"]))
        #expect(again == files)
    }

    @Test func whatIsNoFileBecomesARow() throws {
        let folder = try ScratchFolder()
        try folder.file("ok.txt")
        try folder.fifo("pipe")
        try folder.link("good", to: "ok.txt")
        try folder.link("dangling", to: "nowhere")
        try folder.link("self", to: "self")
        try folder.link("sub/up", to: "..")
        try folder.folder("other")
        try folder.link("sub/aside", to: "../other")
        try folder.link("to-pipe", to: "pipe")
        try folder.link("null", to: "/dev/null")
        let files = try discover(DiscoverOptions(inputs: [folder.path]))
        #expect(
            codes(files) == [
                "ok.txt": "", "good": "", "pipe": "not_a_regular_file", "dangling": "unreadable_file",
                "self": "link_loop",
                "sub/up": "link_loop", "sub/aside": "not_a_regular_file", "to-pipe": "not_a_regular_file",
                "null": "not_a_regular_file",
            ])
        #expect(files.compactMap(\.problem).allSatisfy { $0.stage == .discover && $0.severity == .error })
    }

    @Test func aFolderThatCannotBeOpenedBecomesARow() throws {
        let folder = try ScratchFolder()
        try folder.file("a/x")
        // Longer than any path may be: such a folder can be made step by step, but not opened by its path.
        let name = String(repeating: "d", count: 250)
        let program =
            "cd '\(folder.path)' && for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do mkdir \(name) && cd \(name); done"
        unsafe _ = system(program)
        let files = try discover(DiscoverOptions(inputs: [folder.path]))
        #expect(files.count == 2)
        #expect(files[0].path == "a/x")
        #expect(files[1].problem?.code == .unreadableFolder)
        #expect(files[1].path.hasSuffix("d/"))
    }

    @Test func namesThatAreNoUTF8BecomeRows() throws {
        let folder = try ScratchFolder()
        try folder.file([0xC4, 0xEA] + Array(".txt".utf8))
        let files = try discover(DiscoverOptions(inputs: [folder.path]))
        #expect(codes(files) == ["%C4%EA.txt": "bad_path_encoding"])
    }

    /// An escape stands where its characters stand, and takes nothing from a file that really has that name.
    @Test func namesThatAreNoUTF8StandInOrder() throws {
        let folder = try ScratchFolder()
        try folder.file([UInt8(ascii: "a"), 0xB9])
        for name in ["a%B9", "a", "b"] { try folder.file(name) }
        let files = try discover(DiscoverOptions(inputs: [folder.path]))
        #expect(files.map(\.path) == ["a", "a%B9", "a%B9~2", "b"])
        #expect(files.count { $0.problem?.code == .badPathEncoding } == 1)
    }

    @Test func globsAndHiddenNames() throws {
        let folder = try ScratchFolder()
        for name in ["a.txt", "b.html", "old/c.txt", "old/deep/d.txt", ".git/x.txt", ".hidden.txt", "out/files.csv"] {
            try folder.file(name)
        }
        var options = DiscoverOptions(inputs: [folder.path], include: ["*.txt", "*.html"], exclude: ["old/deep/"])
        var list = try Discoverer(options: options).discover()
        #expect(list.map(\.path) == ["a.txt", "b.html", "old/c.txt"])
        #expect(list.hidden == 2 && list.excluded == 2)
        options.includesHidden = true
        list = try Discoverer(options: options).discover()
        #expect(list.map(\.path) == [".git/x.txt", ".hidden.txt", "a.txt", "b.html", "old/c.txt"])
        options = DiscoverOptions(inputs: [folder.path], leavesOut: [folder.path + "/out", folder.path + "/none"])
        #expect(try discover(options).map(\.path) == ["a.txt", "b.html", "old/c.txt", "old/deep/d.txt"])
    }

    @Test func severalInputsHaveTheirNamesInFront() throws {
        let folder = try ScratchFolder()
        for name in ["one/a.txt", "two/a.txt", "x/two/b.txt", "two/sub/c.txt"] { try folder.file(name) }
        let root = folder.path
        #expect(try discover(DiscoverOptions(inputs: [root + "/one"])).map(\.path) == ["a.txt"])
        #expect(try discover(DiscoverOptions(inputs: [root + "/one/a.txt"])).map(\.path) == ["a.txt"])
        #expect(
            try discover(DiscoverOptions(inputs: [root + "/two", root + "/one/"])).map(\.path)
                == ["one/a.txt", "two/a.txt", "two/sub/c.txt"])
        let last = String(root.split(separator: "/").last ?? "")
        #expect(
            try discover(DiscoverOptions(inputs: [root + "/two", root + "/x/two"])).map(\.path)
                == ["\(last)/two/a.txt", "\(last)/two/sub/c.txt", "x/two/b.txt"])
    }

    @Test func whatIsNamedTwiceIsTakenOnce() throws {
        let folder = try ScratchFolder()
        for name in ["one/a.txt", "one/b.txt", "two/a.txt"] { try folder.file(name) }
        let root = folder.path
        let inputs = [root + "/one", root + "/one/a.txt", root + "/one/../one", root + "/two", root + "/one"]
        #expect(try discover(DiscoverOptions(inputs: inputs)).map(\.path) == ["one/a.txt", "one/b.txt", "two/a.txt"])
        #expect(
            try discover(DiscoverOptions(inputs: [root + "/one", root + "/one/b.txt"])).map(\.path) == [
                "a.txt", "b.txt",
            ])
    }

    @Test func aListNamesFilesAndFolders() throws {
        let folder = try ScratchFolder()
        for name in ["one/a.txt", "one/b.txt", "two/a.txt"] { try folder.file(name) }
        let root = folder.path
        let list = root + "/list"
        let text = "\(root)/two\n\n\(root)//one/./b.txt\r\n\(root)/none.txt\n\(root)/one/b.txt\n"
        #expect(unsafe system("printf '\(text)' > '\(list)'") == 0)
        let files = try discover(DiscoverOptions(filesFrom: list))
        #expect(
            codes(files) == [
                "\(root)/two/a.txt": "", "\(root)/one/b.txt": "", "\(root)/none.txt": "unreadable_file",
            ])
        #expect(files.map(\.path) == files.map(\.location))
    }

    @Test func aMissingInputEndsTheRun() throws {
        #expect(throws: DiscoverError.missingInput(path: "/no/such/folder")) {
            try discover(DiscoverOptions(inputs: ["/no/such/folder"]))
        }
        #expect(throws: DiscoverError.missingInput(path: "/no/such/list")) {
            try discover(DiscoverOptions(filesFrom: "/no/such/list"))
        }
        let folder = try ScratchFolder()
        #expect(try discover(DiscoverOptions(inputs: [folder.path])).isEmpty)
    }
}
