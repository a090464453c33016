import Tables

/// GRDB has a type of this name as well; here it is ours.
typealias Table = Tables.Table
