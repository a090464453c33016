/// Pages that are no annual report, and forms that nobody has filled in.
enum NonReports {
    /// A page of another kind: news, a guide, a notice about reports, a report on something else.
    static func page(using random: inout SeededGenerator) -> [String] {
        let issuer = IssuerNames.make(.county, using: &random)
        let year = random.int(2020...2025)
        switch random.int(0...4) {
        case 0:
            return [
                "\(issuer)召开年末工作会", "", "\(year)年12月\(random.int(2...29))日，\(issuer)召开会议，部署岁末各项事务。", "会议听取3个股室的汇报，讨论5项议题。",
                "会议要求，抓紧核对账目，按期办结行政许可\(random.int(3...90))件。",
            ]
        case 1:
            return [
                "\(issuer)政府信息公开指南", "", "一、公开内容", "机构职能、规章、规范性文件、行政许可、行政处罚等信息。", "二、获取方式", "网站查阅，或到档案馆查阅。",
                "三、申请程序", "申请人填写申请表，本机关自收到之日起20个工作日内答复。", "四、收费标准", "检索、复制、邮寄按成本计收。", "五、监督", "可以依法申请行政复议或者提起行政诉讼。",
            ]
        case 2:
            return [
                "关于编制\(year)年政府信息公开工作年度报告的通知", "", "各镇人民政府、街道办事处，县直各单位：", "请于次年1月\(random.int(5...25))日前公布本单位年度报告。",
                "一、内容要求。报告应当包括主动公开、依申请公开、行政复议和行政诉讼等六部分。", "二、报送方式。报告及统计表报县政务公开办，联系电话0\(random.int(310...999))-\(random.int(2_000_000...8_999_999))。",
                "\(issuer)办公室",
            ]
        case 3:
            return [
                "\(issuer)\(year)年法治政府建设年度报告", "", "一、主要做法", "全年办理行政复议\(random.int(1...60))件，行政诉讼\(random.int(1...60))件。", "二、存在不足", "执法培训场次偏少。",
                "三、下一年安排", "组织旁听庭审6次。",
            ]
        default:
            return [
                "\(issuer)部门预算公开表", "", "项目\t\(year)年预算数\t上年执行数", "一般公共服务支出\t\(random.int(100...900)).5\t\(random.int(100...900)).2",
                "社会保障和就业支出\t\(random.int(10...90)).7\t\(random.int(10...90)).0", "政府采购\t\(random.int(10...90))\t\(random.int(10...90))", "总计\t\(random.int(1000...2000))\t\(random.int(1000...2000))",
            ]
        }
    }

    /// The title of a form that nobody has filled in.
    static func templateTitle(using random: inout SeededGenerator) -> String {
        random.pick(["××××年政府信息公开工作年度报告（模板）", "（单位名称）20XX年政府信息公开工作年度报告", "政府信息公开工作年度报告格式", "____年政府信息公开工作年度报告"])
    }
}
