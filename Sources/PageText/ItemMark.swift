/// The marks that number the items of a form: `一、`, `（二）`, `3.`.
enum ItemMark {
    /// True where a text begins with such a mark.
    static func opens(_ text: some Collection<Unicode.Scalar>) -> Bool {
        var rest = text.drop { $0 == " " || $0 == "\n" }
        guard let first = rest.popFirst() else { return false }
        if first == "（" || first == "(" || first == "〔" || first == "【" {
            let inner = rest.prefix(while: isNumeral)
            let close = rest.dropFirst(inner.count).first
            return !inner.isEmpty && (close == "）" || close == ")" || close == "〕" || close == "】")
        }
        if first.value >= 0x2460 && first.value <= 0x2473 { return true }
        if isNumeral(first) {
            let close = rest.drop(while: isNumeral).first
            let isDigits = first.value < 0x80 || first.value > 0xFF00
            return close == "、" || isDigits && (close == "." || close == "．")
        }
        return false
    }

    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "０"..."９", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
        default: false
        }
    }
}
