/// The unit in which a sum of money is printed.
public enum PrintedMoneyUnit: Sendable {
    case yuan
    /// 万元
    case tenThousandYuan
    /// 亿元
    case hundredMillionYuan
}
