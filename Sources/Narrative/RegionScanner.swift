internal import Codebook

/// Finds the names of regions at the beginning of a text. Characters are UTF-16 codes.
struct RegionScanner: Sendable {
    enum Kind {
        case city, prefecture, county, township, street
        /// A development zone and the like: no region of its own rank.
        case zone
    }

    struct Found {
        var length: Int
        var kind: Kind
    }

    private let prefectureCities: CodeSet
    private let prefectureNames: [[UInt16]]
    /// Cities whose names end like a common word.
    private let countyCities: CodeSet
    private let newDistricts: [[UInt16]]
    private let zones: [[UInt16]]
    /// Words in which the character that ends a region's name is part of something else: 乡村, 市场.
    private let noRegions: [[UInt16]]

    init(_ regions: RegionTable) {
        func codes(_ role: String) -> [[UInt16]] { regions.words(role).map { Array($0.utf16) } }
        prefectureCities = CodeSet(regions.prefectureCities)
        prefectureNames = codes("prefecture_name")
        countyCities = CodeSet(regions.words("county_city"))
        newDistricts = codes("new_district")
        zones = codes("zone")
        noRegions = codes("no_region")
    }

    /// The region with which the text begins; nil where it begins with none.
    func next(_ text: ArraySlice<UInt16>, mayBeCounty: Bool) -> Found? {
        if mayBeCounty, let name = prefectureNames.first(where: { text.starts(with: $0) }) {
            return Found(length: name.count, kind: .prefecture)
        }
        if mayBeCounty, let length = division(text) { return Found(length: length, kind: .prefecture) }
        if let length = regiment(text) { return Found(length: length, kind: .township) }
        for length in stride(from: 2, through: min(text.count, 20), by: 1) {
            guard let kind = kind(text, length, mayBeCounty) else { continue }
            // 沙市区, 景德镇市, 城关镇, 西乡街道: a short name, or 镇 and 乡, may be the beginning of a longer one.
            let last = text[text.startIndex + length - 1]
            let isShort = length == 2 || last == 0x9547 || last == 0x4E61
            if isShort, length < text.count, Self.isEnd(text[text.startIndex + length]),
                self.kind(text, length + 1, mayBeCounty) != nil
            {
                continue
            }
            if length == 2, kind == .township, hasLaterEnd(text, behind: length, mayBeCounty) { continue }
            return Found(length: length + officeLength(text.dropFirst(length), kind), kind: kind)
        }
        return nil
    }

    /// The kind of the region whose name would be the first `length` characters.
    private func kind(_ text: ArraySlice<UInt16>, _ length: Int, _ mayBeCounty: Bool) -> Kind? {
        let name = text.prefix(length)
        let last = name[name.endIndex - 1]
        let previous = name[name.endIndex - 2]
        guard Self.isEnd(last) else { return nil }
        if last == 0x5E02, mayBeCounty, prefectureCities.contains(name) || countyCities.contains(name) { return .city }  // 市
        if isPartOfWord(text, length - 1) { return nil }
        switch last {
        case 0x5E02: return mayBeCounty ? .city : nil
        case 0x5DDE: return length > 3 && endsWith(name, 0x81EA, 0x6CBB) && mayBeCounty ? .prefecture : nil  // 自治州
        case 0x76DF: return length > 2 && mayBeCounty ? .prefecture : nil  // 盟
        case 0x53BF: return mayBeCounty ? .county : nil  // 县
        case 0x65D7: return length > 2 && mayBeCounty ? .county : nil  // 旗
        case 0x533A:  // 区
            if newDistricts.contains(where: { name.elementsEqual($0) }) { return mayBeCounty ? .county : nil }
            if zones.contains(where: { name.count > $0.count - 1 && name.suffix($0.count).elementsEqual($0) }) {
                return .zone
            }
            if previous == 0x5730 && length > 3 {  // 地区
                if text.dropFirst(length).starts(with: Self.office) { return .street }
                return mayBeCounty ? .prefecture : nil
            }
            return mayBeCounty ? .county : nil
        case 0x9547, 0x4E61: return .township  // 镇 乡
        case 0x6728: return previous == 0x82CF ? .township : nil  // 苏木
        case 0x9053: return previous == 0x8857 && length > 2 ? .street : nil  // 街道
        default: return nil
        }
    }

    /// 第八师
    private func division(_ text: ArraySlice<UInt16>) -> Int? {
        guard text.first == 0x7B2C, let end = text.prefix(6).firstIndex(of: 0x5E08) else { return nil }
        return end - text.startIndex + 1
    }

    /// 十团, 一五〇团, 150团
    private func regiment(_ text: ArraySlice<UInt16>) -> Int? {
        let digits = text.prefix(while: Self.isFigure).count
        guard digits > 0, digits < 6, text.dropFirst(digits).first == 0x56E2 else { return nil }
        return digits + 1
    }

    /// A digit, 零, or 一 to 百.
    private static func isFigure(_ code: UInt16) -> Bool {
        switch code {
        case 0x30...0x39, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x3007, 0x96F6: true
        default: false
        }
    }

    /// 办事处 or 办 behind a street's name belongs to it.
    private func officeLength(_ rest: ArraySlice<UInt16>, _ kind: Kind) -> Int {
        guard kind == .street else { return 0 }
        if rest.starts(with: Self.office) { return Self.office.count }
        return rest.count == 1 && rest.first == 0x529E ? 1 : 0
    }

    private func hasLaterEnd(_ text: ArraySlice<UInt16>, behind length: Int, _ mayBeCounty: Bool) -> Bool {
        (length + 1..<max(length + 2, min(text.count + 1, 9))).contains {
            $0 <= text.count && kind(text, $0, mayBeCounty) != nil
        }
    }

    private func isPartOfWord(_ text: ArraySlice<UInt16>, _ offset: Int) -> Bool {
        let at = text.startIndex + offset
        for word in noRegions {
            for place in word.indices where word[place] == text[at] {
                let start = at - place
                guard start >= text.startIndex, start + word.count <= text.endIndex else { continue }
                if text[start..<(start + word.count)].elementsEqual(word) { return true }
            }
        }
        return false
    }

    private func endsWith(_ name: ArraySlice<UInt16>, _ first: UInt16, _ second: UInt16) -> Bool {
        let at = name.endIndex - 3
        return at >= name.startIndex && name[at] == first && name[at + 1] == second
    }

    /// 办事处
    static let office: [UInt16] = [0x529E, 0x4E8B, 0x5904]

    /// 市 县 区 旗 镇 乡 州 盟, 木 of 苏木, 道 of 街道.
    private static func isEnd(_ code: UInt16) -> Bool {
        switch code {
        case 0x5E02, 0x53BF, 0x533A, 0x65D7, 0x9547, 0x4E61, 0x5DDE, 0x76DF, 0x6728, 0x9053: true
        default: false
        }
    }
}
