/// The stages of the pipeline, in the order in which a document passes through them.
public enum Stage: String, CaseIterable, Sendable {
    case discover, decode, segment, extract, normalize, emit
}

/// How grave a finding is. An `error` ends the document; a `warning` does not.
public enum Severity: String, CaseIterable, Sendable {
    case warning, error
}
