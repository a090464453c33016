/// The labels of the table that sites put before a document, and what they name.
enum MetadataLabel: Sendable {
    /// The smaller the rank, the better the label says it.
    case published(rank: Int)
    case issuer(rank: Int)
    case documentNumber
    case title
    case other

    /// The label that all of `text` is, blanks, brackets and a colon at its end aside.
    static func whole(_ text: [UInt8]) -> MetadataLabel? {
        guard text.count <= 60 else { return nil }
        return labels[scalars(text)]
    }

    /// The label that ends just before `end`; `start` is where it starts.
    static func ending(at end: Int, in text: [Unicode.Scalar]) -> (label: MetadataLabel, start: Int)? {
        var letters: [Unicode.Scalar] = []
        var best: (MetadataLabel, Int)?
        var place = end
        while place > 0 && letters.count < longest {
            place -= 1
            if ignored.contains(text[place]) { continue }
            letters.insert(text[place], at: 0)
            if let label = labels[letters] { best = (label, place) }
        }
        return best
    }

    static let ignored: Set<Unicode.Scalar> = Set(" \u{3000}\u{A0}\t【】[]［］〔〕:：|".unicodeScalars)

    private static func scalars(_ text: [UInt8]) -> [Unicode.Scalar] {
        String(decoding: text, as: UTF8.self).unicodeScalars.filter { !ignored.contains($0) }
    }

    private static let longest = 8

    private static let labels: [[Unicode.Scalar]: MetadataLabel] = {
        var labels: [[Unicode.Scalar]: MetadataLabel] = [:]
        func add(_ label: MetadataLabel, _ names: String) {
            for name in names.split(separator: " ") { labels[Array(name.unicodeScalars)] = label }
        }
        add(.published(rank: 0), "发布日期 发布时间 公开日期 公开时间 公布日期 公布时间 发稿时间 上网日期")
        add(.published(rank: 1), "发文日期 发文时间 印发日期 生成日期 生成时间 信息生成日期 更新时间 更新日期")
        add(.published(rank: 2), "成文日期 成文时间 制发日期 形成日期 产生日期")
        add(.issuer(rank: 0), "发布机构 发布单位 发布机关 发布部门 公开主体 信息公开主体 公开机构 公开单位")
        add(.issuer(rank: 1), "发文机关 发文单位 发文机构 制发机关 成文机关 印发机关 责任单位 主办单位 提供单位")
        add(.issuer(rank: 2), "信息来源 文章来源 稿件来源 来源")
        add(.documentNumber, "文号 发文字号 发文号 公文文号 文件编号 文件号 发文文号")
        add(.title, "标题 名称 信息名称 文件名称 信息标题 公文名称")
        add(
            .other,
            """
            索引号 信息索引号 索引码 信息索引码 索引 主题分类 主题词 主题 关键词 关键字 体裁分类 体裁 公开方式 公开时限 公开范围 公开形式 公开类别 公开属性 \
            有效性 时效性 时效 效力状态 文件效力 信息类别 信息分类 分类 组配分类 公文种类 文种 内容概述 内容摘要 摘要 浏览次数 浏览量 浏览 点击数 点击量 点击 \
            点击率 阅读次数 阅读量 阅读 访问量 访问次数 字体 字号 字体大小 作者 编辑 责任编辑 审核 打印 生效日期 废止日期 有效期 语种 载体类型 \
            记录形式 服务对象 所属主题 分享到 分享 信息编号 栏目 所属栏目 所属分类
            """)
        return labels
    }()
}
