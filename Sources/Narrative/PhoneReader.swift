internal import HanText

/// Finds the phone number that a report gives for questions.
enum PhoneReader {
    /// The number behind 电话, 联系方式 or 热线, with its area code as printed (`0564-2774241`). Numbers for complaints and faxes are left out.
    static func phone(_ text: [UInt32]) -> String? {
        var index = 0
        while index + 1 < text.count {
            guard let length = cue(text, index) else {
                index += 1
                continue
            }
            if !isForComplaints(text, before: index), let number = number(text, after: index + length) { return number }
            index += length
        }
        return nil
    }

    private static func cue(_ text: [UInt32], _ index: Int) -> Int? {
        switch (text[index], text[index + 1]) {
        case (0x7535, 0x8BDD), (0x70ED, 0x7EBF): 2  // 电话 热线
        case (0x7CFB, 0x65B9): index + 2 < text.count && text[index + 2] == 0x5F0F ? 3 : nil  // 系方式
        default: nil
        }
    }

    /// 监督, 举报, 投诉 in front.
    private static func isForComplaints(_ text: [UInt32], before index: Int) -> Bool {
        guard index >= 2 else { return false }
        switch (text[index - 2], text[index - 1]) {
        case (0x76D1, 0x7763), (0x4E3E, 0x62A5), (0x6295, 0x8BC9): return true
        default: return false
        }
    }

    private static func number(_ text: [UInt32], after start: Int) -> String? {
        var index = start
        // 号码, 为, a colon and brackets may stand between.
        while index < text.count, index - start < 5,
            [0x3A, 0x28, 0x53F7, 0x7801, 0x4E3A, 0x662F, 0x2C].contains(text[index])
        {
            index += 1
        }
        var digits = 0
        var number = ""
        while index < text.count {
            if let digit = ScalarClass.digit(text[index]) {
                digits += 1
                number += "\(digit)"
            } else if [0x2D, 0x20].contains(text[index]) && digits >= 3 && digits <= 4 && !number.contains("-") {
                number += "-"
            } else if text[index] == 0x2D && number.hasPrefix("400-") && digits == 6 {
                number += "-"
            } else if text[index] == 0x20 {
                index += 1
                continue
            } else if text[index] == 0x29 && digits >= 3 && digits <= 4 {
                number += "-"
            } else {
                break
            }
            index += 1
        }
        return digits >= 7 && digits <= 12 && !number.hasSuffix("-") ? number : nil
    }
}
