import Bytes
import ReportModel

/// What is told of a column chunk so that readers can pass over it.
struct ColumnStatistics {
    var nulls = 0
    private var texts = TextBounds()
    private var numbers: (least: DecimalValue, greatest: DecimalValue)?
    private var truths: (least: Bool, greatest: Bool)?

    init() {}

    mutating func add(_ text: Span<UInt8>) { texts.add(text) }

    mutating func add(_ value: DecimalValue) {
        guard let (least, greatest) = numbers else {
            numbers = (value, value)
            return
        }
        if NumberType.isLess(value, least) { numbers?.least = value }
        if NumberType.isLess(greatest, value) { numbers?.greatest = value }
    }

    mutating func add(_ value: Bool) {
        truths = ((truths?.least ?? true) && value, (truths?.greatest ?? false) || value)
    }

    /// The structure `Statistics` of parquet.thrift.
    func write(_ field: Int16, of storage: ColumnLayout.Storage, to thrift: inout ThriftWriter) {
        let (least, greatest) = bounds(storage)
        thrift.structure(field) { thrift in
            thrift.long(3, Int64(nulls))
            if let greatest { thrift.binary(5, greatest.bytes) }
            if let least { thrift.binary(6, least.bytes) }
            if let greatest { thrift.boolean(7, greatest.isExact) }
            if let least { thrift.boolean(8, least.isExact) }
        }
    }

    private typealias Bound = (bytes: [UInt8], isExact: Bool)

    private func bounds(_ storage: ColumnLayout.Storage) -> (Bound?, Bound?) {
        switch storage {
        case .code, .words, .long: return (texts.minimum, texts.maximum)
        case .boolean:
            guard let truths else { return (nil, nil) }
            return (([truths.least ? 1 : 0], true), ([truths.greatest ? 1 : 0], true))
        case .number(let type):
            guard let numbers else { return (nil, nil) }
            return ((plain(numbers.least, type), true), (plain(numbers.greatest, type), true))
        }
    }

    private func plain(_ value: DecimalValue, _ type: NumberType) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 16)
        type.append(value.mantissa, scale: value.scale, to: &buffer)
        return buffer.bytes()
    }
}
