public import Tables

/// One page to look at: counts, what failed and why, figures by year, the reports to review. It holds aggregates only and is
/// bounded, whatever the size of the run.
public struct PageFormat: TableFormat {
    private let links: FileLinks
    private let hasCSV: Bool

    /// - Parameters:
    ///   - links: where the inputs lie.
    ///   - hasCSV: true where the tables stand beside the page as CSV.
    public init(links: FileLinks, hasCSV: Bool) {
        self.links = links
        self.hasCSV = hasCSV
    }

    public var name: String { "page" }
    public var readsLateRows: Bool { false }
    public var isKept: Bool { true }

    public func makeLane() -> any FormatLane { PageLane() }

    public func makeWriter(in space: any OutputSpace) throws(WriteFailure) -> any FormatWriter {
        PageFile(links: links, hasCSV: hasCSV, in: space)
    }
}
