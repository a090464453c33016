/// The two versions of the statutory form.
public enum FormVersion: String, CaseIterable, Sendable {
    /// 国办公开办函〔2019〕60号
    case form2019 = "2019"
    /// 国办公开办函〔2021〕30号
    case form2021 = "2021"
}

/// The three statutory tables.
public enum StatutoryTable: String, CaseIterable, Sendable {
    case disclosures, applications, proceedings
}
