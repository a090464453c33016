import Bytes

/// What the file's metadata says of a column chunk that was written.
struct ChunkRecord {
    var start: Int64 = 0
    var dictionaryOffset: Int64?
    var dataOffset: Int64 = 0
    /// Headers of pages included.
    var size: Int64 = 0
    /// The same before compression.
    var plainSize: Int64 = 0
    var dictionaryPages: Int32 = 0
    /// Data pages whose values are indices, and plain ones.
    var indexPages: Int32 = 0
    var plainPages: Int32 = 0

    /// The structure `ColumnChunk` of parquet.thrift, as an element of a list.
    func write(
        _ layout: ColumnLayout, rows: Int, _ statistics: ColumnStatistics, isCompressed: Bool,
        to thrift: inout ThriftWriter
    ) {
        var encodings = [ParquetEncoding.rle]
        if dictionaryPages > 0 || plainPages > 0 { encodings.append(.plain) }
        if indexPages > 0 { encodings.append(.rleDictionary) }
        var pages: [(ParquetPageType, ParquetEncoding, Int32)] = []
        if dictionaryPages > 0 { pages.append((.dictionary, .plain, dictionaryPages)) }
        if indexPages > 0 { pages.append((.data, .rleDictionary, indexPages)) }
        if plainPages > 0 { pages.append((.data, .plain, plainPages)) }
        thrift.element { thrift in
            thrift.long(2, start)
            thrift.structure(3) { thrift in
                thrift.integer(1, layout.type.rawValue)
                thrift.integers(2, encodings.map(\.rawValue))
                thrift.texts(3, [layout.name])
                thrift.integer(4, isCompressed ? 2 : 0)
                thrift.long(5, Int64(rows))
                thrift.long(6, plainSize)
                thrift.long(7, size)
                thrift.long(9, dataOffset)
                if let dictionaryOffset { thrift.long(11, dictionaryOffset) }
                statistics.write(12, of: layout.storage, to: &thrift)
                thrift.structures(13, count: pages.count)
                for (type, encoding, count) in pages {
                    thrift.element { thrift in
                        thrift.integer(1, type.rawValue)
                        thrift.integer(2, encoding.rawValue)
                        thrift.integer(3, count)
                    }
                }
            }
        }
    }
}
