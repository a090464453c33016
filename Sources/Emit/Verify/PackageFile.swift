import FoundationEssentials

/// What `datapackage.json` says, as far as it is held against the files.
struct PackageFile: Decodable {
    var resources: [Resource]

    struct Resource: Decodable {
        var name: String
        var path: String
        var bytes: Int64?
        var hash: String?
        var schema: Schema?
    }

    struct Schema: Decodable {
        var fields: [Field]
        var primaryKey: Names?
        var foreignKeys: [ForeignKey]?
    }

    struct Field: Decodable {
        var name: String
        var type: String?
        var constraints: Constraints?
    }

    struct Constraints: Decodable {
        var required: Bool?
        var unique: Bool?
        var `enum`: [String]?
    }

    struct ForeignKey: Decodable {
        var fields: Names
        var reference: Reference
    }

    struct Reference: Decodable {
        /// Empty or missing where the table refers to itself.
        var resource: String?
        var fields: Names
    }

    /// One name or several.
    struct Names: Decodable {
        var names: [String]

        init(from decoder: any Swift.Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let name = try? container.decode(String.self) {
                names = [name]
            } else {
                names = try container.decode([String].self)
            }
        }
    }
}

/// What `run.json` says, as far as it is held against the tables.
struct RunFile: Decodable {
    var files: [String: Int]
    var reports: [String: Int]
    var rows: [String: Int]
    var problems: [String: Int]
}
