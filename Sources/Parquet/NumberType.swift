import Bytes
import ReportModel

/// How numbers are laid down.
enum NumberType: Hashable, Sendable {
    /// INT64.
    case integer
    /// INT32, days since 1970.
    case date
    /// `DECIMAL(33, 14)` in 14 bytes: every 64-bit mantissa with up to 14 decimals, which is more than is ever read from print.
    case decimal
    /// DOUBLE.
    case double

    static let precision: Int32 = 33
    static let scale = 14
    /// Bytes of a decimal.
    static let decimalWidth = 14

    /// 10^0 ... 10^14.
    private static let powers: [Int128] = (0...scale).map { (0..<$0).reduce(Int128(1)) { power, _ in power * 10 } }

    var width: Int {
        switch self {
        case .integer, .double: 8
        case .date: 4
        case .decimal: NumberType.decimalWidth
        }
    }

    /// Appends a value in PLAIN encoding.
    func append(_ mantissa: Int64, scale: UInt8, to buffer: inout ByteBuffer) {
        switch self {
        case .integer: buffer.append(littleEndian: mantissa)
        case .date: buffer.append(littleEndian: Int32(truncatingIfNeeded: mantissa))
        case .double: buffer.append(littleEndian: NumberType.double(mantissa, scale).bitPattern)
        case .decimal:
            // Two's complement, the highest byte first.
            let unscaled = NumberType.unscaled(mantissa, scale)
            var shift = (NumberType.decimalWidth - 1) * 8
            while shift >= 0 {
                buffer.append(UInt8(truncatingIfNeeded: unscaled >> Int128(shift)))
                shift -= 8
            }
        }
    }

    /// The nearest binary fraction.
    static func double(_ mantissa: Int64, _ scale: UInt8) -> Double {
        // A quotient of two numbers that are exact is rounded once; beyond that the digits have to be read.
        if mantissa.magnitude <= 1 << 53 { return DecimalValue(mantissa: mantissa, scale: scale).double }
        return Double("\(mantissa)e-\(scale)") ?? .nan
    }

    /// The value times 10^14.
    static func unscaled(_ mantissa: Int64, _ scale: UInt8) -> Int128 {
        Int128(mantissa) * powers[NumberType.scale - Int(scale)]
    }

    static func isLess(_ left: DecimalValue, _ right: DecimalValue) -> Bool {
        if left.scale == right.scale { return left.mantissa < right.mantissa }
        return unscaled(left.mantissa, left.scale) < unscaled(right.mantissa, right.scale)
    }
}
