/// A setting in force, and where it came from.
public struct ResolvedSetting: Hashable, Sendable {
    /// Nil where the key is unset.
    public var value: SettingValue?
    public var source: SettingSource

    public init(value: SettingValue?, source: SettingSource) {
        self.value = value
        self.source = source
    }
}
