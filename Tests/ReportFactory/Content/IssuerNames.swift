/// Invented names of public bodies.
enum IssuerNames {
    private static let first = [
        "栖", "澜", "岚", "枫", "砚", "蓼", "汀", "岫", "苇", "槐", "霁", "淞", "鹿", "雁", "棠", "梓", "崇", "临", "怀", "景",
    ]
    private static let second = [
        "溪", "原", "浦", "岭", "泽", "陵", "坞", "源", "泉", "港", "坪", "湾", "丘", "州", "阳", "桥", "田", "川", "口", "塘",
    ]

    static func make(_ level: ReportContent.Level, using random: inout SeededGenerator) -> String {
        func place() -> String { random.pick(first) + random.pick(second) }
        let city = place() + "市"
        let county = place() + random.pick(["县", "区", "县", "市"])
        switch level {
        case .town:
            let town = place() + random.pick(["镇", "乡", "街道办事处", "镇人民政府", "乡人民政府", "街道"])
            return random.chance(0.7) ? county + town : town
        case .county:
            let office = random.pick(["", "人民政府", "财政局", "教育体育局", "自然资源局", "卫生健康委员会", "市场监督管理局", "人民政府办公室"])
            return (random.chance(0.4) ? city : "") + county + office
        case .city:
            return city + random.pick(["", "人民政府", "公安局", "住房和城乡建设局", "生态环境局", "医疗保障局"])
        case .province:
            return place() + "省" + random.pick(["人民政府", "交通运输厅", "水利厅", "市场监督管理局", "教育厅"])
        }
    }
}
