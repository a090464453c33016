import Codebook
import Tables

/// The parts of `FileMetaData` of parquet.thrift around the row groups.
enum FileMetadata {
    /// What stands in front of the row groups.
    static func write(_ layout: TableLayout, rows: Int, to thrift: inout ThriftWriter) {
        thrift.integer(1, 2)
        thrift.structures(2, count: layout.columns.count + 1)
        thrift.element { thrift in
            thrift.text(4, layout.table.rawValue)
            thrift.integer(5, Int32(layout.columns.count))
        }
        for column in layout.columns { write(column, to: &thrift) }
        thrift.long(3, Int64(rows))
    }

    /// A `SchemaElement`. Every column is optional: what may be null is the schema's matter, and no fault there can garble a file.
    private static func write(_ column: ColumnLayout, to thrift: inout ThriftWriter) {
        thrift.element { thrift in
            thrift.integer(1, column.type.rawValue)
            if column.type == .fixedLengthByteArray { thrift.integer(2, Int32(NumberType.decimalWidth)) }
            thrift.integer(3, 1)
            thrift.text(4, column.name)
            switch column.storage {
            case .code, .words, .long:
                thrift.integer(6, 0)
                thrift.structure(10) { $0.structure(1) { _ in } }
            case .number(.decimal):
                thrift.integer(6, 5)
                thrift.integer(7, Int32(NumberType.scale))
                thrift.integer(8, NumberType.precision)
                thrift.structure(10) { thrift in
                    thrift.structure(5) { thrift in
                        thrift.integer(1, Int32(NumberType.scale))
                        thrift.integer(2, NumberType.precision)
                    }
                }
            case .number(.date):
                thrift.integer(6, 6)
                thrift.structure(10) { $0.structure(6) { _ in } }
            case .number(.integer), .number(.double), .boolean: break
            }
        }
    }

    /// What stands behind the row groups.
    static func writeEnd(_ layout: TableLayout, toolVersion: String, to thrift: inout ThriftWriter) {
        let schema = layout.table.schema
        let pairs = [
            ("gongkai.table", schema.name), ("gongkai.title", schema.title),
            ("gongkai.description", schema.description), ("gongkai.schema_version", Schema.version),
            ("gongkai.codebook_version", CodeTable.version),
        ]
        thrift.structures(5, count: pairs.count)
        for (key, value) in pairs {
            thrift.element { thrift in
                thrift.text(1, key)
                thrift.text(2, value)
            }
        }
        thrift.text(6, "gongkai version \(toolVersion)")
        // Least and greatest values are in the order of their types.
        thrift.structures(7, count: layout.columns.count)
        for _ in layout.columns { thrift.element { $0.structure(1) { _ in } } }
    }
}
