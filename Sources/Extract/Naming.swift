internal import Codebook
internal import ReportModel

/// What a mention names in one table. A wording may name a row in both forms, a column and a group at once.
struct Naming {
    /// Row of the table in each form; -1 for none.
    var row2019 = -1
    var row2021 = -1
    /// Set where only one form has the row.
    var rowForm: FormVersion?
    /// The column, by code and by its place in the table's first row.
    var column: PartCode?
    var columnIndex = -1
    var columnForm: FormVersion?
    var isGroup = false
    var isHeading = false
    var isForeign = true

    var isRow: Bool { row2019 >= 0 || row2021 >= 0 }

    func row(_ form: FormVersion) -> Int { form == .form2019 ? row2019 : row2021 }

    init() {}

    init(_ mention: Mention, _ table: StatutoryTable, _ list: PieceList, _ claimed: [Bool]) {
        let lexicon = Lexicon.shared
        var rowCode: PartCode?
        var hasSeveralRows = false
        var forms: (older: Bool, newer: Bool, both: Bool) = (false, false, false)
        var missing = Int.max
        var length = 0
        if mention.isPartial {
            for piece in mention.first...mention.last where claimed[piece] { length += list.pieces[piece].symbolRange.count }
        }
        for index in mention.labels(lexicon) where lexicon.labels[index].table == table {
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
                missing = min(missing, Int(label.symbolCount) - length)
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
        if mention.isPartial, hasSeveralRows || !(length >= 4 || length >= 2 && missing <= 1) {
            row2019 = -1
            row2021 = -1
        }
    }
}
