/// The format's numbers for physical types, encodings and so on (parquet.thrift).
enum ParquetType: Int32 {
    case boolean = 0
    case int32 = 1
    case int64 = 2
    case double = 5
    case byteArray = 6
    case fixedLengthByteArray = 7
}

enum ParquetEncoding: Int32 {
    case plain = 0
    case rle = 3
    case rleDictionary = 8
}

enum ParquetPageType: Int32 {
    case data = 0
    case dictionary = 2
}
