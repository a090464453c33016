import Decode
import Emit

extension RunOptions {
    var emit: EmitOptions {
        EmitOptions(flavor: hasPlainCSV ? .plain : .spreadsheet, headers: hasChineseHeaders ? .zh : .en)
    }

    var decode: DecodeOptions {
        var options = DecodeOptions()
        options.maxFileSize = fileSizeLimit
        options.maxInflatedSize = inflatedSizeLimit
        options.maxInflationRatio = inflationRatioLimit
        options.maxLines = lineLimit
        return options
    }
}
