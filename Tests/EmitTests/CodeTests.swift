import ReportModel
import Tables
import Testing

/// The quick ways from a word of the model to its code give the word itself.
@Suite struct CodeTests {
    private func word(_ code: Code?) -> String? { code.map { $0.vocabulary.words[$0.index].code } }

    @Test func everyWordOfTheModelHasItsCode() {
        for value in CellStatus.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in FormVersion.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in CheckOutcome.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in CheckRule.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in ReportStatus.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in SectionKind.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in FileStatus.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in DocumentFormat.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in AdministrativeLevel.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in Stage.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in Severity.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in FindingCode.allCases { #expect(word(Code(value)) == value.rawValue) }
        for value in TextEncoding.allCases { #expect(word(Code(value)) ?? "" == value.rawValue) }
    }

    @Test(
        arguments: [
            (DecimalValue(5), DecimalValue(7), DecimalValue(-2)),
            (DecimalValue(mantissa: 15, scale: 1), DecimalValue(1), DecimalValue(mantissa: 5, scale: 1)),
            (DecimalValue(1), DecimalValue(mantissa: 25, scale: 2), DecimalValue(mantissa: 75, scale: 2)),
            (DecimalValue(mantissa: .max), DecimalValue(-1), nil),
            (DecimalValue(mantissa: .max), DecimalValue(mantissa: 1, scale: 1), nil),
            (nil, DecimalValue(1), nil), (DecimalValue(1), nil, nil),
        ] as [(DecimalValue?, DecimalValue?, DecimalValue?)])
    func differences(_ left: DecimalValue?, _ right: DecimalValue?, _ difference: DecimalValue?) {
        let check = Check(rule: .applicationsBalance, subject: "", left: left, right: right, outcome: .pass)
        #expect(check.difference == difference)
    }
}
