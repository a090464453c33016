import Bytes

/// What a field's type and constraints allow.
struct FieldCheck {
    private let type: FieldType
    private enum FieldType: String { case string, integer, number, date, boolean }

    private let isRequired: Bool
    private let words: Set<UInt64>?
    let name: String

    init(_ field: PackageFile.Field) {
        name = field.name
        type = FieldType(rawValue: field.type ?? "") ?? .string
        isRequired = field.constraints?.required ?? false
        words = field.constraints?.enum.map { Set($0.map { ValueHash.number($0.utf8.span) }) }
    }

    /// What is wrong with a value; nil where nothing is. An empty value is a null.
    func problem(_ value: Span<UInt8>) -> String? {
        if value.isEmpty { return isRequired ? "is missing" : nil }
        switch type {
        case .integer: if !FieldCheck.isNumber(value, allowsPoint: false) { return "is no integer" }
        case .number: if !FieldCheck.isNumber(value, allowsPoint: true) { return "is no number" }
        case .date: if !FieldCheck.isDate(value) { return "is no date" }
        case .boolean: if !FieldCheck.isBoolean(value) { return "is neither true nor false" }
        case .string: if UTF8Survey(value).badOffset != nil { return "is no UTF-8" }
        }
        if let words, !words.contains(ValueHash.number(value)) { return "is not in the vocabulary" }
        return nil
    }

    /// `-12`, and `-0.5` with a point.
    static func isNumber(_ value: Span<UInt8>, allowsPoint: Bool) -> Bool {
        var digits = 0
        var hasPoint = false
        for index in value.indices {
            switch value[index] {
            case 0x30...0x39: digits += 1
            case 0x2D where index == 0: break
            case 0x2E where allowsPoint && !hasPoint && digits > 0:
                hasPoint = true
                digits = 0
            default: return false
            }
        }
        return digits > 0
    }

    /// A day of the calendar, `2024-01-31`.
    static func isDate(_ value: Span<UInt8>) -> Bool {
        guard value.count == 10, value[4] == 0x2D, value[7] == 0x2D else { return false }
        func number(_ range: Range<Int>) -> Int? {
            var number = 0
            for index in range {
                guard value[index] >= 0x30, value[index] <= 0x39 else { return nil }
                number = number * 10 + Int(value[index] - 0x30)
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), month >= 1, month <= 12
        else {
            return false
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day >= 1 && day <= lengths[month - 1]
    }

    private static func isBoolean(_ value: Span<UInt8>) -> Bool {
        let bytes = bytes(value)
        return bytes == Array("true".utf8) || bytes == Array("false".utf8)
    }

    private static func bytes(_ value: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.count)
        for index in value.indices { bytes.append(value[index]) }
        return bytes
    }
}
