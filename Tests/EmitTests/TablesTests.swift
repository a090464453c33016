import Emit
import ReportModel
import Tables
import TestSupport
import Testing

/// The tables of one hand-made run, byte by byte.
@Suite struct TablesTests {
    let scratch = Scratch()

    private func run(_ options: EmitOptions = EmitOptions(flavor: .plain, isDurable: false)) throws -> OutputSummary {
        let folder = try OutputFolder(directory: scratch.at("out"), options: options)
        let renderer = Renderer(options: options)
        let batch = renderer.makeBatch()
        renderer.render(Samples.file(), reports: [Samples.report()], document: Samples.document, into: batch)
        renderer.render(Samples.failed, reports: [], document: nil, into: batch)
        try folder.append(batch)
        return try folder.finish(Samples.manifest(files: 2))
    }

    private func lines(_ table: String) -> [String] {
        scratch.text("out/\(table).csv").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func filesAndErrors() throws {
        _ = try run()
        let hash = String(repeating: "ab", count: 32)
        #expect(
            lines("files") == [
                "path,status,report_id,format,encoding,bytes,sha256,problems",
                "a/某区.txt,warned,r00000000000000a1,text,gb18030,321,\(hash),1",
                "b.bin,failed,,unknown,,0,,1", "",
            ])
        #expect(
            lines("errors") == [
                "path,stage,severity,code,message,locator",
                "a/某区.txt,normalize,warning,total_mismatch,the parts do not add up,L6",
                "b.bin,decode,error,empty_file,\"the file, it is empty\",", "",
            ])
    }

    @Test func reports() throws {
        _ = try run()
        #expect(
            lines("reports") == [
                "report_id,path,title,issuer,level,province,prefecture,county,township,year,period_start,period_end,"
                    + "published_on,document_number,phone,disclosures_form,applications_form,proceedings_form,cells_expected,"
                    + "cells_reported,cells_blank,cells_inferred,cells_unreadable,cells_absent,checks_failed,status,duplicate_of",
                "r00000000000000a1,a/某区.txt,某区2023年政府信息公开工作年度报告,\"某区, \"\"人民政府\"\"\",county,,,,,2023,"
                    + "2023-01-01,2023-12-31,,,,2021,2021,,185,2,181,1,1,0,1,review,", "",
            ])
    }

    @Test func sections() throws {
        _ = try run()
        #expect(
            scratch.text("out/sections.csv") == """
                report_id,section,heading,first_line,last_line,characters,text
                r00000000000000a1,overview,一、总体情况,2,4,20,"本年度公开“信息”12条，
                　其中 3 条较好。"
                r00000000000000a1,applications,三、收到和处理申请情况,5,6,4,5 -2 空

                """)
    }

    @Test func cells() throws {
        _ = try run()
        let disclosures = lines("disclosures")
        #expect(disclosures.count == 12)
        #expect(disclosures[0] == "report_id,form,article,item,measure,value,unit,raw,status,locator")
        #expect(disclosures[1] == "r00000000000000a1,2021,20.1,regulations,issued,,count,,blank,L3")
        #expect(disclosures[10] == "r00000000000000a1,2021,20.8,fees,amount,12345.6,CNY,12,reported,p4t2r5c3")
        let applications = lines("applications")
        #expect(applications.count == 177)
        #expect(
            Array(applications[..<5]) == [
                "report_id,form,outcome,applicant,value,raw,status,locator",
                "r00000000000000a1,2021,received,natural_person,5,\"5 \",reported,L6",
                "r00000000000000a1,2021,received,commercial_enterprise,-2,-2,inferred,L6",
                "r00000000000000a1,2021,received,research_institution,,空,unreadable,L6",
                "r00000000000000a1,2021,received,public_welfare_organization,,,blank,L3",
            ])
        #expect(applications[175] == "r00000000000000a1,2021,carried_out,total,,,blank,L3")
        #expect(lines("proceedings") == ["report_id,form,procedure,outcome,value,raw,status,locator", ""])
        #expect(lines("facts") == ["report_id,section,kind,channel,value,unit,approximate,text,locator", ""])
    }

    @Test func checksAndPanel() throws {
        _ = try run()
        #expect(
            lines("checks") == [
                "report_id,rule,subject,left,right,difference,outcome",
                "r00000000000000a1,applications_balance,natural_person,5,7,-2,fail",
                "r00000000000000a1,applications_outcomes,total,,7,,not_assessable", "",
            ])
        let panel = lines("panel")
        let names = panel[0].split(separator: ",")
        #expect(names.count == 4 + 200 + 19 + 7 + 3)
        #expect(names.suffix(3) == ["stated_items_disclosed", "stated_applications_received", "stated_fees_collected"])
        #expect(
            names[..<6].joined(separator: ",")
                == "report_id,issuer,year,status,disclosures_regulations_issued,disclosures_regulations_repealed")
        #expect(names.contains("disclosures_licensing_decisions"))
        #expect(names.contains("applications_denied_state_secret_natural_person"))
        #expect(names.contains("applications_other_natural_person"))
        #expect(names.contains("applications_other_other_natural_person"))
        #expect(Set(names).count == names.count)
        let values = panel[1].replacing("某区, \"\"人民政府\"\"", with: "").split(
            separator: ",", omittingEmptySubsequences: false)
        #expect(values.count == names.count)
        #expect(values[..<4].joined(separator: ",") == "r00000000000000a1,\"\",2023,review")
        let filled = zip(names, values).dropFirst(4).filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }
        #expect(
            filled == [
                "disclosures_fees_amount=12345.6", "applications_received_natural_person=5",
                "applications_received_commercial_enterprise=-2",
            ])
    }

    @Test func statedFigures() {
        func fact(_ kind: String, _ value: Int, _ channel: String? = nil, about: Bool = false) -> Fact {
            Fact(
                section: .overview, kind: kind, channel: channel, value: DecimalValue(value), unit: "条", approximate: about,
                text: .empty, locator: Locator(line: 3))
        }
        let items = "items_disclosed"
        func stated(_ facts: [Fact]) -> DecimalValue? { StatedFigures(facts).items }
        #expect(stated([]) == nil)
        #expect(stated([fact(items, 9, "website")]) == nil)
        #expect(stated([fact(items, 9, "website"), fact(items, 301), fact("other", 400), fact(items, 12)]) == DecimalValue(301))
        #expect(stated([fact(items, 12), fact(items, 301)]) == nil)
        #expect(stated([fact(items, 301, about: true)]) == nil)
        let fees = "fees_collected"
        #expect(StatedFigures([fact(fees, 0), fact(fees, 0)]).fees == DecimalValue(0))
        #expect(StatedFigures([fact(fees, 5), fact(fees, 0)]).fees == nil)
        let received = "applications_received"
        #expect(StatedFigures([fact(received, 7, "online"), fact(received, 12)]).applications == DecimalValue(12))
        #expect(StatedFigures([fact(received, 7), fact(received, 12)]).applications == nil)
        #expect(StatedFigures([fact(received, 7, about: true)]).applications == nil)
    }

    @Test func codebookIsTheFormsOwnFile() throws {
        _ = try run()
        #expect(scratch.bytes("out/codebook.csv") == codebookFile)
    }

    @Test func summaryAndRunRecord() throws {
        let summary = try run()
        #expect(summary.files == [.ok: 0, .warned: 1, .failed: 1, .skipped: 0])
        #expect(summary.reports == [.clean: 0, .review: 1, .incomplete: 0])
        #expect(summary.problems.map { "\($0.code)=\($0.count)" } == ["emptyFile=1", "totalMismatch=1"])
        #expect(summary.rows.map(\.count) == [2, 1, 2, 10, 175, 0, 0, 2, 2, 1, 398])
        #expect(summary.directory.hasSuffix("/out"))
        let record = scratch.text("out/run.json")
        #expect(record.hasPrefix("{\n  \"tool\": {\n    \"name\": \"gongkai\",\n    \"version\": \"9.9.9\"\n  },\n"))
        #expect(
            record.contains(
                "\"files\": {\n    \"found\": 2,\n    \"ok\": 0,\n    \"warned\": 1,\n    \"failed\": 1,\n    \"skipped\": 0\n  }"
            ))
        #expect(record.contains("\n  \"configuration\": {\n    \"jobs\": 2\n  },\n  \"warnings\": [],\n  \"history\": [\n"))
        #expect(record.hasSuffix("  ],\n  \"store\": null\n}\n"))
    }

    @Test func spreadsheetFlavorHasAMarkAndCarriageReturns() throws {
        _ = try run(EmitOptions(isDurable: false))
        let bytes = scratch.bytes("out/applications.csv")
        #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(bytes.filter { $0 == 0x0A }.count == 176)
        #expect(bytes.filter { $0 == 0x0D }.count == 176)
    }

    @Test func chineseHeaders() throws {
        _ = try run(EmitOptions(flavor: .plain, headers: .zh, isDurable: false))
        #expect(lines("proceedings")[0] == "报告编号,格式版本,程序,结果,数值,原文,单元格状态,位置")
    }
}
