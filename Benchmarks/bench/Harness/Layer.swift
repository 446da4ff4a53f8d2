/// What is measured: five layers of this library and two of the yardstick.
enum Layer: String, CaseIterable, Codable {
    /// Bytes to records.
    case tokens
    /// Bytes to elements that are kept.
    case elements
    /// Bytes to elements that are given back to the pool.
    case recycled
    /// Elements to bytes, written anew.
    case writing
    /// Elements to bytes, in the bytes they came in.
    case verbatim
    /// libexpat in namespace mode; handlers count.
    case expat
    /// libexpat in namespace mode; handlers build a tree of malloc blocks.
    case expatTree = "expat-tree"

    /// Writers read elements, so that the size of the input's chunks means nothing to them.
    var writes: Bool { self == .writing || self == .verbatim }

    var isYardstick: Bool { self == .expat || self == .expatTree }
}
