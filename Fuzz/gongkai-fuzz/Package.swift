// swift-tools-version: 6.2
import PackageDescription

let stages = [
    "ReportModel", "HanText", "Settings", "Bytes", "Codebook", "PageText", "Decode", "Segment", "Extract", "Normalize",
    "Narrative",
]

let package = Package(
    name: "gongkai-fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "gongkai", path: "../..")],
    targets: [
        .executableTarget(
            name: "gongkai-fuzz", dependencies: stages.map { .product(name: $0, package: "gongkai") }, path: "Sources",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .unsafeFlags(["-parse-as-library"]),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
