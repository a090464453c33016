// swift-tools-version: 6.2
import PackageDescription

let parts = [
    "ReportModel", "HanText", "Settings", "Bytes", "Codebook", "PageText", "Decode", "Segment", "Extract", "Normalize",
    "Narrative",
]

let package = Package(
    name: "gongkai",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "gongkai", targets: ["gongkai"]),
        // For Benchmarks/, which measures each stage alone. No interface for others: it changes whenever a stage does.
        .library(
            name: "GongkaiStages",
            targets: [
                "ReportModel", "Bytes", "Discover", "Decode", "Segment", "Extract", "Normalize", "Narrative", "Emit",
            ]),
    ]
        // For the packages beside this one; nothing is promised to others.
        + parts.map { .library(name: $0, targets: [$0]) },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // Layer 0: values and C.
        .target(name: "ReportModel"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CXml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(name: "CLinux"),
        .target(name: "CFaults"),

        // Layer 1: bytes and pointers, Chinese text, the facts of the form, the tables, the settings.
        .target(name: "Bytes", dependencies: ["CZlib", "CCrypto", "CIconv"]),
        .target(name: "HanText"),
        .target(
            name: "Codebook",
            dependencies: ["ReportModel", "HanText"],
            resources: [
                .embedInCode("Data/codebook.csv"), .embedInCode("Data/labels.csv"), .embedInCode("Data/variants.csv"),
                .embedInCode("Data/fact_kinds.csv"), .embedInCode("Data/fact_words.csv"), .embedInCode("Data/regions.csv"),
                .embedInCode("Data/issuer_words.csv"),
            ]),
        .target(name: "Tables", dependencies: ["ReportModel", "Bytes", "Codebook"]),
        .target(name: "Parquet", dependencies: ["ReportModel", "Bytes", "Codebook", "Tables"]),
        .target(
            name: "Page",
            dependencies: [
                "ReportModel", "Bytes", "Codebook", "Tables", .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Data/index.mustache"), .embedInCode("Data/style.css"), .embedInCode("Data/sort.js"),
                .embedInCode("Data/words.csv"),
            ]),
        .target(name: "Settings"),

        // Layer 2: the stages, and the readers that Decode is made of. No stage imports another.
        .target(name: "Discover", dependencies: ["ReportModel", "Bytes"]),
        .target(name: "Markup", dependencies: ["ReportModel", "Bytes", "CXml2", "CArchive"]),
        .target(name: "PageText", dependencies: ["ReportModel"]),
        .target(name: "Decode", dependencies: ["ReportModel", "Bytes", "CArchive", "Markup", "PageText"]),
        .target(name: "Segment", dependencies: ["ReportModel", "HanText", "Codebook"]),
        .target(name: "Extract", dependencies: ["ReportModel", "HanText", "Codebook"]),
        .target(name: "Normalize", dependencies: ["ReportModel", "HanText", "Codebook"]),
        .target(name: "Narrative", dependencies: ["ReportModel", "Bytes", "HanText", "Codebook"]),
        .target(name: "Emit", dependencies: ["ReportModel", "Bytes", "Codebook", "Tables", "CLinux"]),

        // The formats beside CSV. GRDB and libxlsxwriter are known to nobody else.
        .target(
            name: "SQLiteTables",
            dependencies: [
                "ReportModel", "Bytes", "Codebook", "Tables", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(
            name: "WorkbookTables", dependencies: ["ReportModel", "Bytes", "Codebook", "Tables", "CXlsxWriter", "CArchive"]),
        // What a run keeps for the next.
        .target(name: "Store", dependencies: ["Bytes", .product(name: "GRDB", package: "GRDB.swift")]),

        // Layer 3: the only importer of stages, the only user of Dispatch.
        .target(
            name: "Pipeline",
            dependencies: [
                "ReportModel", "Bytes", "Codebook", "Tables", "Discover", "Decode", "Segment", "Extract", "Normalize",
                "Narrative", "Emit", "Store", "Parquet", "SQLiteTables", "WorkbookTables", "Page", "CFaults",
            ]),

        // Layer 4: the command.
        .executableTarget(
            name: "gongkai",
            dependencies: [
                "Pipeline", "ReportModel", "Codebook", "Settings",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // What the tests are made with, and the accuracy table.
        .target(name: "ReportFactory", dependencies: ["ReportModel", "Codebook"], path: "Tests/ReportFactory"),
        .target(
            name: "AccuracyKit",
            dependencies: [
                "ReportFactory", "ReportModel", "Codebook", "Segment", "Extract", "Normalize", "Narrative", "Markup",
            ],
            path: "Tests/AccuracyKit"),
        .executableTarget(name: "gongkai-accuracy", dependencies: ["AccuracyKit", "ReportFactory"]),
        .target(name: "TestSupport", path: "Tests/TestSupport"),

        .testTarget(name: "BytesTests", dependencies: ["TestSupport", "Bytes"]),
        .testTarget(name: "DiscoverTests", dependencies: ["Discover", "ReportModel"]),
        .testTarget(name: "DecodeTests", dependencies: ["Decode", "Bytes", "CArchive", "ReportModel"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "Bytes", "ReportModel"]),
        .testTarget(
            name: "PageTextTests", dependencies: ["PageText", "ReportModel"], exclude: ["Fixtures"]),
        .testTarget(name: "SettingsTests", dependencies: ["Settings"]),
        .testTarget(
            name: "NarrativeTests", dependencies: ["Narrative", "ReportModel", "AccuracyKit"], exclude: ["Fixtures"]),
        .testTarget(
            name: "EmitTests",
            dependencies: [
                "TestSupport", "Emit", "Tables", "SQLiteTables", "WorkbookTables", "Bytes", "Codebook", "ReportModel",
            ]),
        .testTarget(
            name: "ParquetTests",
            dependencies: ["TestSupport", "Parquet", "Emit", "Tables", "Bytes", "Codebook", "ReportModel"],
            exclude: ["same.py", "statistics.py"]),
        .testTarget(
            name: "PageTests", dependencies: ["TestSupport", "Page", "Emit", "Tables", "Codebook", "ReportModel"],
            exclude: ["drive.html"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "Bytes"]),
        .testTarget(name: "PipelineTests", dependencies: ["TestSupport", "Pipeline", "ReportModel"]),
        .testTarget(name: "AccuracyTests", dependencies: ["AccuracyKit", "ReportFactory", "Codebook", "ReportModel"]),
        .testTarget(name: "CLITests", dependencies: ["TestSupport", "gongkai", "Bytes"]),
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
