/// What is measured: layers of this library and of the yardstick.
enum Layer: String, CaseIterable, Codable {
    /// Bytes to records.
    case tokens
    /// libexpat in namespace mode; handlers count.
    case expat
    /// libexpat in namespace mode; handlers build a tree of malloc blocks.
    case expatTree = "expat-tree"

    var isYardstick: Bool { self == .expat || self == .expatTree }
}
