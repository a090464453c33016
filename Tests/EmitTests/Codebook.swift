import Codebook

/// The committed data file.
var codebookFile: [UInt8] { CodeTable.codebookCSV }
