internal import Codebook
internal import HanText
internal import ReportModel

/// What an issuer's name says: its rank, and the regions named in it.
struct IssuerReader: Sendable {
    struct Place: Equatable {
        var level: AdministrativeLevel?
        var province: String?
        var prefecture: String?
        var county: String?
        var township: String?
    }

    private enum Kind {
        case city, prefecture, county, township, street
    }

    static let shared = IssuerReader(.shared)

    private let provinces: [(codes: [UInt16], name: String)]
    private let prefectureCities: Set<String>
    /// Words for a government's own office, which say nothing of a department.
    private let governments: [[UInt16]]
    /// Words that end a department's name.
    private let departments: [[UInt16]]
    /// Words that end like a region's name and are none.
    private let noRegions: [[UInt16]]

    init(_ regions: RegionTable) {
        func codes(_ words: String) -> [[UInt16]] { words.split(separator: "|").map { Array($0.utf16) } }
        provinces = regions.provinces.map { (Array($0.utf16), $0) }
        prefectureCities = regions.prefectureCities
        governments = codes("人民政府|政府|党政综合办公室|党政办公室|党政办")
        departments = codes("局|厅|委|委员会|办公室|办|中心|部|处|所|站|队|署|馆|科|院|台|社|会|学校|大学|中学|小学|公司|支队|大队|银行|集团")
        noRegions = codes("城市|城乡|社区|园区|辖区|景区|市区|库区|开发区|片区|保税区|管理区|试验区|示范区|综合区|工业区")
    }

    /// Reads a name such as 霍邱县龙潭镇, 河南省安阳市滑县财政局.
    func read(_ issuer: String) -> Place {
        var place = Place()
        var rest = issuer.utf16.filter { !ScalarClass.isBlank(UInt32($0)) }[...]
        for suffix in governments where rest.count > suffix.count && rest.suffix(suffix.count).elementsEqual(suffix) {
            rest = rest.dropLast(suffix.count)
            break
        }
        let isNational = starts(rest, "国家") || starts(rest, "国务院") || starts(rest, "中华人民共和国")
        // 国家税务总局滑县税务局: the place stands behind the head office.
        let isBranch = isNational && dropHeadOffice(&rest)
        if isNational && !isBranch {
            place.level = ends(rest) ? .national : nil
            return place
        }
        if let (codes, name) = provinces.first(where: { rest.starts(with: $0.codes) }) {
            place.province = name
            place.level = .province
            rest = rest.dropFirst(codes.count)
        }
        var isFirst = true
        while place.township == nil, let (length, kind) = nextRegion(rest, after: place) {
            let name = String(decoding: rest.prefix(length), as: UTF16.self)
            rest = rest.dropFirst(length)
            switch kind {
            case .city:
                // X市Y区, X市Y县: only a prefecture has anything of county rank below it.
                if isFirst && (prefectureCities.contains(name) || hasCountyNext(rest)) {
                    (place.prefecture, place.level) = (name, .prefecture)
                } else {
                    (place.county, place.level) = (name, .county)
                }
            case .prefecture: (place.prefecture, place.level) = (name, .prefecture)
            case .county: (place.county, place.level) = (name, .county)
            case .township: (place.township, place.level) = (name, .township)
            case .street: (place.township, place.level) = (name, .streetOffice)
            }
            isFirst = false
        }
        if rest.isEmpty { return place }
        place.level = ends(rest) ? .department : nil
        return place
    }

    /// Whether a department's word ends the text.
    private func ends(_ text: ArraySlice<UInt16>) -> Bool {
        departments.contains { text.suffix($0.count).elementsEqual($0) }
    }

    /// Takes away all up to 总局; false where nothing stands behind it.
    private func dropHeadOffice(_ text: inout ArraySlice<UInt16>) -> Bool {
        guard let at = text.indices.dropLast().last(where: { text[$0] == 0x603B && text[$0 + 1] == 0x5C40 }),
            at + 2 < text.endIndex
        else { return false }
        text = text[(at + 2)...]
        return true
    }

    private func starts(_ text: ArraySlice<UInt16>, _ word: String) -> Bool { text.starts(with: word.utf16) }

    /// The region with which the text begins: how long its name is, and of what kind.
    private func nextRegion(_ text: ArraySlice<UInt16>, after place: Place) -> (length: Int, kind: Kind)? {
        let mayBeCounty = place.county == nil
        for length in 2..<max(3, min(text.count + 1, 16)) where length <= text.count {
            let last = text[text.startIndex + length - 1]
            guard IssuerReader.endsRegion(last) else { continue }
            // 沙市区, 景德镇市, 城关镇: the last of several such characters ends the name.
            if length < text.count, IssuerReader.endsRegion(text[text.startIndex + length]) { continue }
            let name = text.prefix(length)
            if noRegions.contains(where: { name.suffix($0.count).elementsEqual($0) && ($0.count > 2 || length == 2) }) {
                return nil
            }
            switch last {
            case 0x5E02 where mayBeCounty: return (length, .city)  // 市
            case 0x5DDE where length > 3 && endsWith(name, 0x81EA, 0x6CBB): return (length, .prefecture)  // 自治州
            case 0x76DF where length > 2 && mayBeCounty: return (length, .prefecture)  // 盟
            case 0x533A where length > 3 && text[text.startIndex + length - 2] == 0x5730: return (length, .prefecture)  // 地区
            case 0x53BF where mayBeCounty, 0x533A where mayBeCounty: return (length, .county)  // 县 区
            case 0x65D7 where mayBeCounty && length > 2: return (length, .county)  // 旗
            case 0x9547, 0x4E61: return (length, .township)  // 镇 乡
            case 0x6728 where text[text.startIndex + length - 2] == 0x82CF: return (length, .township)  // 苏木
            case 0x9053 where text[text.startIndex + length - 2] == 0x8857:  // 街道
                return (starts(text.dropFirst(length), "办事处") ? length + 3 : length, .street)
            default: continue
            }
        }
        return nil
    }

    private func endsWith(_ name: ArraySlice<UInt16>, _ first: UInt16, _ second: UInt16) -> Bool {
        let at = name.endIndex - 3
        return at >= name.startIndex && name[at] == first && name[at + 1] == second
    }

    /// 市 县 区 旗 镇 乡 州 盟, 木 of 苏木, 道 of 街道.
    private static func endsRegion(_ code: UInt16) -> Bool {
        switch code {
        case 0x5E02, 0x53BF, 0x533A, 0x65D7, 0x9547, 0x4E61, 0x5DDE, 0x76DF, 0x6728, 0x9053: true
        default: false
        }
    }

    private func hasCountyNext(_ rest: ArraySlice<UInt16>) -> Bool {
        switch nextRegion(rest, after: Place()) {
        case (_, .city)?, (_, .county)?: true
        default: false
        }
    }
}
