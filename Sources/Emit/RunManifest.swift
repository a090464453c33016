/// What a run says of itself in `run.json`, besides what it counted.
public struct RunManifest: Sendable {
    /// The program's version.
    public var toolVersion: String
    /// The configuration in force, as JSON text.
    public var configuration: String
    /// How many inputs were handed to the run; each must have its row in `files`.
    public var filesFound: Int
    public var jobs: Int
    /// How far the run may be from the run before it without a warning.
    public var tolerance: RunTolerance
    /// Asked for when all tables are written.
    public var times: @Sendable () -> RunTimes

    public init(
        toolVersion: String, configuration: String, filesFound: Int, jobs: Int,
        tolerance: RunTolerance = RunTolerance(),
        times: @escaping @Sendable () -> RunTimes
    ) {
        self.toolVersion = toolVersion
        self.configuration = configuration
        self.filesFound = filesFound
        self.jobs = jobs
        self.tolerance = tolerance
        self.times = times
    }
}

public struct RunTimes: Hashable, Sendable {
    /// ISO 8601 in UTC, `2024-01-31T03:00:00Z`.
    public var startedAt: String
    public var finishedAt: String
    public var seconds: Double

    public init(startedAt: String, finishedAt: String, seconds: Double) {
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.seconds = seconds
    }
}
