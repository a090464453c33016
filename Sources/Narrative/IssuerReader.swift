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

    static let shared = IssuerReader(.shared)

    private let scanner: RegionScanner
    private let provinces: [(codes: [UInt16], name: String)]
    private let shortProvinces: [(codes: [UInt16], name: String)]
    private let prefectureCities: CodeSet
    /// Words for a government's own office, which say nothing of a department.
    private let governments: [[UInt16]]
    /// Words that end a department's name, and words that end like one.
    private let departments: [[UInt16]]
    private let noDepartments: [[UInt16]]
    /// Words that begin the name of a body of the whole country, full names of such bodies, and words that end them.
    private let nationals: [[UInt16]]
    private let ministries: CodeSet
    private let organs: [[UInt16]]

    init(_ regions: RegionTable) {
        func codes(_ role: String) -> [[UInt16]] { regions.words(role).map { Array($0.utf16) } }
        scanner = RegionScanner(regions)
        provinces = regions.provinces.map { (Array($0.utf16), $0) }
        shortProvinces = regions.words("province_short").map { (Array($0.utf16), $0) }
        prefectureCities = CodeSet(regions.prefectureCities)
        governments = codes("government")
        departments = codes("department")
        noDepartments = codes("no_department")
        nationals = codes("national")
        ministries = CodeSet(regions.words("ministry"))
        organs = codes("organ")
    }

    /// Reads a name such as 霍邱县龙潭镇, 河南省安阳市滑县财政局.
    func read(_ issuer: String) -> Place {
        var place = Place()
        let printed = issuer.utf16.filter { !ScalarClass.isBlank(UInt32($0)) }
        // Traditional characters are read as the standard ones, and printed as they are.
        var rest = printed.map { FactLexicon.shared.glyphs.folded($0) }[...]
        dropGovernment(&rest)
        if rest.count > Self.country.count && rest.starts(with: Self.country) { rest = rest.dropFirst(Self.country.count) }
        if ministries.contains(rest) {
            place.level = .national
            return place
        }
        if nationals.contains(where: { rest.starts(with: $0) }) {
            // 国家税务总局滑县税务局: the place stands behind the head office.
            guard dropHeadOffice(&rest) else {
                place.level = isDepartment(rest) ? .national : nil
                return place
            }
        }
        readProvince(&rest, &place)
        var isFirst = true
        var sawZone = false
        while place.township == nil, let found = scanner.next(rest, mayBeCounty: place.county == nil && !sawZone) {
            let codes = rest.prefix(found.length)
            let name = Self.string(printed[codes.indices])
            rest = rest.dropFirst(found.length)
            switch found.kind {
            case .city:
                // X市Y区, X市Y县: only a prefecture has anything of county rank below it.
                if isFirst && (prefectureCities.contains(codes) || hasCountyNext(rest)) {
                    (place.prefecture, place.level) = (name, .prefecture)
                } else {
                    (place.county, place.level) = (name, .county)
                }
            case .prefecture: (place.prefecture, place.level) = (name, .prefecture)
            case .county: (place.county, place.level) = (name, .county)
            case .township: (place.township, place.level) = (name, .township)
            case .street: (place.township, place.level) = (name, .streetOffice)
            case .zone: (place.level, sawZone) = (nil, true)
            }
            isFirst = false
        }
        if rest.isEmpty { return place }
        if place.township == nil && isStreetOffice(rest) {
            (place.township, place.level) = (Self.string(printed[rest.indices]), .streetOffice)
            return place
        }
        place.level = isDepartment(rest) ? .department : nil
        return place
    }

    private static let country = Array("中华人民共和国".utf16)

    private static func string(_ codes: ArraySlice<UInt16>) -> String {
        // Not decoded as UTF-16 at once: that path of the standard library is several times as long as this one.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(codes.count * 3)
        for code in codes {
            guard let scalar = Unicode.Scalar(code) else { return String(decoding: codes, as: UTF16.self) }
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Takes away 人民政府, 党政办 and the like, one after the other.
    private func dropGovernment(_ text: inout ArraySlice<UInt16>) {
        for _ in 0..<2 {
            var longest = 0
            for word in governments where word.count > longest && word.count < text.count && word.last == text.last {
                if text.suffix(word.count).elementsEqual(word) { longest = word.count }
            }
            if longest == 0 { return }
            text = text.dropLast(longest)
        }
    }

    private func readProvince(_ text: inout ArraySlice<UInt16>, _ place: inout Place) {
        if let (codes, name) = provinces.first(where: { text.starts(with: $0.codes) }) {
            place.province = name
            place.level = .province
            text = text.dropFirst(codes.count)
        } else if let (codes, name) = shortProvinces.first(where: { text.starts(with: $0.codes) }) {
            // 新疆阿克苏地区, but 新疆路街道.
            let behind = text.dropFirst(codes.count)
            guard let next = scanner.next(behind, mayBeCounty: true),
                next.kind == .prefecture || next.kind == .city || next.kind == .county
            else { return }
            place.province = name
            text = behind
        }
    }

    /// Whether a department's word ends the text.
    private func isDepartment(_ text: ArraySlice<UInt16>) -> Bool {
        func ends(_ words: [[UInt16]]) -> Bool { words.contains { text.suffix($0.count).elementsEqual($0) } }
        return ends(departments) && !ends(noDepartments)
    }

    /// 焦北办事处: an office of no department and in no other town.
    private func isStreetOffice(_ text: ArraySlice<UInt16>) -> Bool {
        guard (5...9).contains(text.count), text.suffix(3).elementsEqual(RegionScanner.office) else { return false }
        let name = text.dropLast(3)
        return !name.contains(0x9A7B) && !isDepartment(name)  // 驻
    }

    /// Takes away all up to the end of the first body named; false where nothing stands behind it.
    private func dropHeadOffice(_ text: inout ArraySlice<UInt16>) -> Bool {
        for end in text.indices.dropLast() {
            let head = text[text.startIndex...end]
            guard organs.contains(where: { head.suffix($0.count).elementsEqual($0) }), head.count > 3 else { continue }
            text = text[(end + 1)...]
            return true
        }
        return false
    }

    private func hasCountyNext(_ rest: ArraySlice<UInt16>) -> Bool {
        guard let found = scanner.next(rest, mayBeCounty: true) else { return false }
        return found.kind == .city || found.kind == .county
    }
}
