internal import HanText
public import ReportModel

/// What of a report is held against the reports of the same issuer for the years beside it. A plain value of about 130 bytes.
public struct YearRecord: Hashable, Sendable {
    /// Hash of the issuer's normalised name.
    public let issuer: UInt64
    public let year: Int32

    /// What tells the reports of one issuer for one year.
    public struct Key: Hashable, Sendable {
        public var issuer: UInt64
        public var year: Int32

        public init(issuer: UInt64, year: Int32) {
            self.issuer = issuer
            self.year = year
        }
    }

    public var key: Key { Key(issuer: issuer, year: year) }

    var carriedIn: SIMD8<Int32>
    var carriedOut: SIMD8<Int32>
    /// Issued, repealed, in force: of regulations, then of normative documents. All missing in form 2019.
    var documents: SIMD8<Int32>

    /// Nil where issuer or year is unknown: such a report can be held against none.
    public init?(_ report: Report) {
        guard let issuer = report.issuer, let year = report.year, let hash = YearRecord.hash(issuer) else { return nil }
        self.issuer = hash
        self.year = Int32(truncatingIfNeeded: year)
        carriedIn = SIMD8(repeating: YearRecord.none)
        carriedOut = SIMD8(repeating: YearRecord.none)
        documents = SIMD8(repeating: YearRecord.none)
        let layout = YearLayout.shared
        if let form = report.applications.form {
            for column in 0..<7 {
                carriedIn[column] = YearRecord.value(report.applications.cells, layout.carriedIn(form, column))
                carriedOut[column] = YearRecord.value(report.applications.cells, layout.carriedOut(form, column))
            }
        }
        if report.disclosures.form == .form2021 {
            for place in 0..<6 {
                documents[place] = YearRecord.value(report.disclosures.cells, layout.documents[place])
            }
        }
    }

    /// A record without figures.
    public init(issuer: UInt64, year: Int32) {
        self.issuer = issuer
        self.year = year
        carriedIn = SIMD8(repeating: YearRecord.none)
        carriedOut = SIMD8(repeating: YearRecord.none)
        documents = SIMD8(repeating: YearRecord.none)
    }

    /// How many figures it has; see ``subscript(_:)``.
    public static let figureCount = 24

    /// The figures one after another, to be kept and set again.
    public subscript(place: Int) -> Int32 {
        get { place < 8 ? carriedIn[place] : place < 16 ? carriedOut[place - 8] : documents[place - 16] }
        set {
            if place < 8 {
                carriedIn[place] = newValue
            } else if place < 16 {
                carriedOut[place - 8] = newValue
            } else {
                documents[place - 16] = newValue
            }
        }
    }

    /// Stands for a cell without a value.
    public static let none = Int32.min

    private static func value(_ cells: [Cell], _ index: Int) -> Int32 {
        guard index < cells.count, let value = cells[index].value, value.scale == 0,
            let small = Int32(exactly: value.mantissa), small != none
        else { return none }
        return small
    }

    /// A name counts as the same whatever its blanks, width and brackets, with or without 人民政府.
    static func hash(_ issuer: String) -> UInt64? {
        var codes: [UInt32] = []
        for scalar in issuer.unicodeScalars {
            let value = ScalarClass.folded(scalar.value)
            if ScalarClass.isLetter(value) || ScalarClass.digit(value) != nil {
                codes.append(YearLayout.shared.standard(value))
            }
        }
        for suffix in YearLayout.shared.suffixes
        where codes.count > suffix.count && codes.suffix(suffix.count).elementsEqual(suffix) {
            codes.removeLast(suffix.count)
            break
        }
        guard !codes.isEmpty else { return nil }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for code in codes {
            hash ^= UInt64(code)
            hash = hash &* 0x100_0000_01B3
        }
        return hash
    }
}
