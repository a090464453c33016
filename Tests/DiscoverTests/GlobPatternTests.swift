import Discover
import Testing

@Suite struct GlobPatternTests {
    @Test(arguments: [
        ("*.txt", "a.txt", true), ("*.txt", "2023/县/a.txt", true), ("*.txt", "a.html", false),
        ("*.txt", "a.txt/b", false),
        ("2023/*.txt", "2023/a.txt", true), ("2023/*.txt", "2023/b/a.txt", false),
        ("2023/*.txt", "x/2023/a.txt", false),
        ("/a.txt", "a.txt", true), ("/a.txt", "b/a.txt", false),
        ("**/a.txt", "a.txt", true), ("**/a.txt", "x/y/a.txt", true), ("**/a.txt", "x/ba.txt", false),
        ("x/**/a", "x/a", true), ("x/**/a", "x/y/z/a", true), ("x/**/a", "xy/a", false), ("x/**/a", "x/ya", false),
        ("x/**", "x/y/z", true), ("x/**", "y/x/z", false), ("年?.txt", "年报.txt", true), ("年?.txt", "年.txt", false),
        ("年?.txt", "年/.txt", false), ("*", "a/b", true), ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false),
        ("", "a", false),
    ])
    func matches(_ pattern: String, _ path: String, _ expected: Bool) {
        #expect(GlobPattern(pattern).matches(path) == expected)
    }

    @Test func aSlashAtTheEndMeansFolders() {
        #expect(GlobPattern("old/").matches("a/old", isFolder: true))
        #expect(!GlobPattern("old/").matches("a/old"))
    }

    @Test func noPatternTakesForever() {
        let pattern = GlobPattern(String(repeating: "**/*a", count: 30) + "/b")
        #expect(!pattern.matches(String(repeating: "a/", count: 500) + "c"))
    }
}
