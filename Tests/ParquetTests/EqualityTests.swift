import Foundation
import TestSupport
import Testing

@testable import Parquet

/// Every Parquet table equals its CSV cell by cell, as readers of others read them.
@Suite struct EqualityTests {
    let scratch = Scratch()

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    static let hasReaders = ["pyarrow", "duckdb", "polars"].allSatisfy { Tool.hasPython(module: $0) }

    /// Groups, pages and dictionaries of a few rows, so that all of them end and begin many times.
    private static let small = GroupLimits(
        rows: 61, cells: 1 << 20, bytes: 1 << 12, page: 256, words: 9, wordBytes: 1 << 20, held: 1 << 20,
        partitions: 1 << 15)

    private func compare(_ reports: Int, _ options: ParquetOptions) throws {
        var corpus = RandomCorpus(seed: UInt64(reports))
        try corpus.write(reports, to: scratch.at("out"), options)
        let parted = options.partition == .year ? ["parted"] : []
        for reader in ["pyarrow", "duckdb", "polars"] {
            let run = try Tool.python(["\(Self.folder)/same.py", scratch.at("out"), reader] + parted)
            #expect(run.status == 0, "\(reader): \(run.output)")
            #expect(run.output.contains("cells agree"))
        }
        let files = try #require(FileManager.default.enumerator(atPath: scratch.at("out")))
        let paths = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".parquet") }.map { scratch.at("out/\($0)") }
        let statistics = try Tool.python(["\(Self.folder)/statistics.py"] + paths)
        #expect(statistics.status == 0, "\(statistics.output)")
    }

    @Test(.enabled(if: hasReaders, "pyarrow, duckdb or polars is not installed"), arguments: [0, 1, 40])
    func tablesOfAFewReports(_ reports: Int) throws { try compare(reports, ParquetOptions()) }

    @Test(.enabled(if: hasReaders, "pyarrow, duckdb or polars is not installed"), arguments: [0, 40])
    func compressedTables(_ reports: Int) throws { try compare(reports, ParquetOptions(compression: .gzip)) }

    @Test(.enabled(if: hasReaders, "pyarrow, duckdb or polars is not installed"), arguments: [0, 1, 40])
    func tablesByYear(_ reports: Int) throws { try compare(reports, ParquetOptions(partition: .year)) }

    @Test(.enabled(if: hasReaders, "pyarrow, duckdb or polars is not installed"))
    func numbersAsBinaryFractions() throws { try compare(40, ParquetOptions(numbers: .double)) }

    @Test(
        .enabled(if: hasReaders, "pyarrow, duckdb or polars is not installed"),
        arguments: [ParquetOptions(), ParquetOptions(compression: .gzip, partition: .year)])
    func manyRowGroups(_ options: ParquetOptions) throws {
        var options = options
        options.limits = Self.small
        try compare(70, options)
    }

    @Test(.enabled(if: hasReaders, "pyarrow, duckdb or polars is not installed"))
    func aLongTableOfSeveralRowGroups() throws {
        var options = ParquetOptions()
        options.limits.rows = 20_000
        try compare(600, options)
    }

    /// What a batch holds depends on the jobs; what a file holds does not.
    @Test(arguments: [ParquetOptions(), ParquetOptions(compression: .gzip, partition: .year)])
    func theSameBytesHoweverTheRowsArrive(_ options: ParquetOptions) throws {
        var options = options
        options.limits = Self.small
        for size in [1, 7, 1000] {
            var corpus = RandomCorpus(seed: 5)
            try corpus.write(90, batch: size, to: scratch.at("out\(size)"), options)
        }
        let names = try #require(FileManager.default.enumerator(atPath: scratch.at("out1"))).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".parquet") }.sorted()
        #expect(names.count == (options.partition == .year ? 3 + 8 * 5 : 11))
        for name in names {
            let bytes = scratch.bytes("out1/\(name)")
            #expect(bytes.starts(with: "PAR1".utf8) && bytes.reversed().starts(with: "1RAP".utf8))
            #expect(scratch.bytes("out7/\(name)") == bytes, "\(name)")
            #expect(scratch.bytes("out1000/\(name)") == bytes, "\(name)")
        }
    }
}
