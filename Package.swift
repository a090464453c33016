// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "gongkai",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "gongkai", targets: ["gongkai"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // Layer 0: values and C.
        .target(name: "ReportModel"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CIconv"),

        // Layer 1: one home for bytes and pointers, one for Chinese text, one for the facts of the form.
        .target(name: "Bytes", dependencies: ["CZlib", "CCrypto", "CIconv"]),
        .target(name: "HanText"),
        .target(
            name: "Codebook",
            dependencies: ["ReportModel", "HanText"],
            resources: [
                .embedInCode("Data/codebook.csv"), .embedInCode("Data/labels.csv"), .embedInCode("Data/variants.csv"),
            ]),

        // Layer 2: the stages. None imports another.
        .target(name: "Discover", dependencies: ["ReportModel", "Bytes"]),
        .target(name: "Decode", dependencies: ["ReportModel", "Bytes"]),
        .target(name: "Segment", dependencies: ["ReportModel", "HanText", "Codebook"]),
        .target(name: "Extract", dependencies: ["ReportModel", "HanText", "Codebook"]),
        .target(name: "Normalize", dependencies: ["ReportModel", "HanText", "Codebook"]),
        .target(name: "Emit", dependencies: ["ReportModel", "Bytes", "Codebook"]),

        // Layer 3: the only importer of stages, the only user of Dispatch.
        .target(
            name: "Pipeline",
            dependencies: [
                "ReportModel", "Bytes", "Codebook", "Discover", "Decode", "Segment", "Extract", "Normalize", "Emit",
            ]),

        // Layer 4: the command.
        .executableTarget(
            name: "gongkai",
            dependencies: [
                "Pipeline", "ReportModel", "Codebook",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = (target.swiftSettings ?? []) + [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
    ]
}
