/// Puts the ordinary ideograph in place of the look-alikes that many PDF writers leave behind their glyphs.
///
/// A font maps several code points to one glyph, and the writer's glyph-to-text map often names the radical (`⾏`) or the
/// compatibility ideograph where the character (`行`) was typed. What is printed is the same.
enum CharacterRepair {
    /// - Returns: the text without control characters, blanks and zero-width marks.
    static func repair(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        text.compactMap { scalar in
            switch scalar.value {
            case 0...0x20, 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060, 0x3000, 0xFEFF: nil
            case 0x2E80...0x2EFF: supplement[scalar] ?? scalar
            case 0x2F00...0x2FD5: kangxi[Int(scalar.value - 0x2F00)]
            case 0xF900...0xFA6D: compatibility[Int(scalar.value - 0xF900)]
            default: scalar
            }
        }
    }

    /// No letter that a reader would know: what a font without a way back to text leaves.
    static func isUnmapped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFFFD, 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
        default: false
        }
    }

    /// From U+2F00 on.
    private static let kangxi = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日\
        曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
        衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """.unicodeScalars)

    /// Pairs of a radical and its ideograph; radicals that are no character of their own stay.
    private static let supplement: [Unicode.Scalar: Unicode.Scalar] = {
        let scalars = Array(
            """
            ⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺖忄⺘扌⺙攵⺜日⺝月⺟母⺠民⺡氵⺣灬⺧牛⺨犭⺩王⺪疋⺬示⺭礻⺮竹⺰纟⺲罒⺶羊⺸羋⺹耂⺻聿⺼肉⺽臼\
            ⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄\
            ⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟
            """.unicodeScalars)
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: scalars.count, by: 2).map { (scalars[$0], scalars[$0 + 1]) })
    }()

    /// From U+F900 on.
    private static let compatibility = Array(
        """
        豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊\
        賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐\
        戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪\
        律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟\
        蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸\
        難響頻恵𤋮舘
        """.unicodeScalars)
}

extension CharacterRepair {
    /// A decimal digit, half or full width.
    static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }
}
