// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "gongkai-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "gongkai", path: "..")],
    targets: [
        .executableTarget(
            name: "gongkai-stages", dependencies: [.product(name: "GongkaiStages", package: "gongkai")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
