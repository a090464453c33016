/// Where in a file the reading has got to.
struct Place {
    /// What is known of the bytes as stored.
    enum Origin {
        case known(bytes: Int64, sha256: String?)
        /// A file that was not read whole.
        case file(FileSource)
        /// Counted while they are read.
        case counted(CountedSource)
    }

    /// Of the document or container, as the tables have it.
    var path: String
    /// By which the type is told where the bytes do not; without the ending of a compression.
    var name: String
    var origin: Origin
    /// Containers around it.
    var depth = 0
    /// Compressions around it since the last container.
    var layers = 0
    /// The first buffer that nobody uses.
    var slot = 0

    var bytes: Int64 {
        switch origin {
        case .known(let bytes, _): bytes
        case .file(let source): source.size
        case .counted(let source): source.count
        }
    }

    var sha256: String? {
        switch origin {
        case .known(_, let sha256): sha256
        case .file(let source): source.digest()
        case .counted(let source): source.digest()
        }
    }

    /// One compression further in.
    func unpacked() -> Place {
        var place = self
        place.layers += 1
        for ending in [".gz", ".xz", ".bz2", ".zst"] where name.hasSuffix(ending) {
            place.name = String(name.dropLast(ending.count))
        }
        return place
    }

    /// A member of the container that stands here.
    func member(_ name: String, as unique: String, origin: Origin, slots: Int = 1) -> Place {
        Place(path: path + "!/" + unique, name: name, origin: origin, depth: depth + 1, slot: slot + slots)
    }
}
