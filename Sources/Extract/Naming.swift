internal import Codebook
internal import ReportModel

/// What a mention names in one table. A wording may name a row in both forms, a column and a group at once.
struct Naming {
    private var older: Int16 = -1
    private var newer: Int16 = -1
    private var place: Int16 = -1
    /// The column, by code and by its place in the table's first row.
    var column: PartCode?
    /// Set where only one form has the row.
    var rowForm: FormVersion?
    var columnForm: FormVersion?
    var isGroup = false
    var isHeading = false
    var isForeign = true

    /// Row of the table in each form; -1 for none.
    var row2019: Int {
        get { Int(older) }
        set { older = Int16(truncatingIfNeeded: newValue) }
    }
    var row2021: Int {
        get { Int(newer) }
        set { newer = Int16(truncatingIfNeeded: newValue) }
    }
    var columnIndex: Int {
        get { Int(place) }
        set { place = Int16(truncatingIfNeeded: newValue) }
    }

    var isRow: Bool { older >= 0 || newer >= 0 }

    func row(_ form: FormVersion) -> Int { form == .form2019 ? Int(older) : Int(newer) }

    init() {}

    /// - Parameters:
    ///   - labels: what the wording may name.
    ///   - printed: for a wording that is only the beginning of a label, its number of symbols; nil for a whole one.
    init(_ labels: ArraySlice<Int>, _ table: StatutoryTable, beginning printed: Int? = nil) {
        let lexicon = Lexicon.shared
        var rowCode: PartCode?
        var hasSeveralRows = false
        var forms: (older: Bool, newer: Bool, both: Bool) = (false, false, false)
        var missing = Int.max
        for index in labels where lexicon.labels[index].table == table {
            let label = lexicon.labels[index]
            isForeign = false
            switch label.kind {
            case .row:
                if let rowCode, rowCode != label.code { hasSeveralRows = true }
                rowCode = label.code
                if row2019 < 0, let row = label.row(in: .form2019) { row2019 = row }
                if row2021 < 0, let row = label.row(in: .form2021) { row2021 = row }
                switch label.form {
                case .form2019: forms.older = true
                case .form2021: forms.newer = true
                case nil: forms.both = true
                }
                missing = min(missing, Int(label.symbolCount) - (printed ?? 0))
            case .column where column == nil:
                column = label.code
                columnIndex = Int(label.index2021)
                columnForm = label.form
            case .column: break
            case .group: isGroup = true
            case .heading: isHeading = true
            }
        }
        if !forms.both && forms.older != forms.newer { rowForm = forms.older ? .form2019 : .form2021 }
        // A beginning counts where it is long enough and only one row begins so.
        if let printed, hasSeveralRows || !(printed >= 4 || printed >= 2 && missing <= 1) {
            row2019 = -1
            row2021 = -1
        }
    }
}
