import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// Addresses, keys and headers in a snapshot.
extension SnapshotWriter {
    mutating func write(_ jid: JID) { write(jid.description) }

    mutating func write(_ jid: JID?) { write(jid) { $0.write($1) } }

    mutating func write(_ text: String?) { write(text) { $0.write($1) } }

    mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }

    mutating func write(_ keys: [FeatureKey]) { write(keys) { $0.write($1) } }

    mutating func write(_ version: StreamVersion) {
        write(UInt64(version.major))
        write(UInt64(version.minor))
    }

    mutating func write(_ content: ContentNamespace?) {
        switch content {
        case nil: write(0 as UInt8)
        case .client: write(1 as UInt8)
        case .server: write(2 as UInt8)
        case .component: write(3 as UInt8)
        }
    }

    mutating func write(_ header: StreamHeader) {
        write(header.to?.text)
        write(header.from?.text)
        write(header.id)
        write(header.language)
        write(header.version)
        write(header.content)
        write(header.prefix)
        write(header.prefixes)
    }

    /// Writes pairs of texts, in order of the first.
    mutating func write(_ table: [String: String]) {
        write(table.sorted { $0.key < $1.key }) { writer, row in
            writer.write(row.key)
            writer.write(row.value)
        }
    }
}

extension SnapshotReader {
    mutating func jid() throws(SnapshotViolation) -> JID { try require(JID(try text())) }

    mutating func optionalJID() throws(SnapshotViolation) -> JID? {
        try optional { (reader) throws(SnapshotViolation) in try reader.jid() }
    }

    mutating func optionalText() throws(SnapshotViolation) -> String? {
        try optional { (reader) throws(SnapshotViolation) in try reader.text() }
    }

    mutating func texts() throws(SnapshotViolation) -> [String] {
        try list { (reader) throws(SnapshotViolation) in try reader.text() }
    }

    mutating func keys() throws(SnapshotViolation) -> [FeatureKey] {
        try list { (reader) throws(SnapshotViolation) in try reader.key() }
    }

    mutating func version() throws(SnapshotViolation) -> StreamVersion {
        let major = try require(UInt32(exactly: try number()))
        return StreamVersion(major: major, minor: try require(UInt32(exactly: try number())))
    }

    mutating func content() throws(SnapshotViolation) -> ContentNamespace? {
        switch try byte() {
        case 0: nil
        case 1: .client
        case 2: .server
        case 3: .component
        default: throw violation()
        }
    }

    mutating func header() throws(SnapshotViolation) -> StreamHeader {
        let to = try optionalText()
        let from = try optionalText()
        var header = StreamHeader(
            id: try optionalText(), language: try optionalText(), version: try version(), content: try content(),
            prefix: try text())
        header.to = to.map { Array($0.utf8).withRawSpan { WireAddress($0) } }
        header.from = from.map { Array($0.utf8).withRawSpan { WireAddress($0) } }
        header.prefixes = try table()
        return header
    }

    mutating func table() throws(SnapshotViolation) -> [String: String] {
        let rows = try list { (reader) throws(SnapshotViolation) in (try reader.text(), try reader.text()) }
        var table: [String: String] = [:]
        for (name, value) in rows {
            if table.updateValue(value, forKey: name) != nil { throw violation() }
        }
        return table
    }
}
