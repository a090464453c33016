/// Why a value was put into its cell. `gongkai inspect` says it in words.
public enum PlacementRule: String, CaseIterable, Sendable {
    case none
    /// As many values follow the label as the form has columns.
    case fullRow = "full_row"
    /// Separators show the blanks; the row was aligned with the columns of its neighbours.
    case columns
    /// The place on the line agrees with the place of a column.
    case position
    /// The heading over the column says what it is.
    case heading
    /// One assignment of the printed numbers satisfies the arithmetic of the form.
    case arithmetic
    /// A row without a label between two known neighbours.
    case neighbours
    /// Surplus values are all equal, so that it does not matter which is left out.
    case surplus
}
