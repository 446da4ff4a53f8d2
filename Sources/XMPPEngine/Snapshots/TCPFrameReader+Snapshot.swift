import XMLStream
public import XMPPStanza

extension TCPFrameReader {
    /// The state in the root, between two elements, or before its first byte; nil elsewhere.
    public func snapshot() -> [UInt8]? {
        guard let standing = stream.standing else { return nil }
        var writer = SnapshotWriter()
        writer.write(standing.rootPrefix)
        writer.write(standing.byteOffset)
        writer.write(standing.budgetEnd)
        writer.write(standing.skipsLineFeed)
        return writer.bytes
    }

    public mutating func resume(from snapshot: [UInt8], in header: StreamHeader?) -> Bool {
        do throws(SnapshotViolation) {
            var reader = try SnapshotReader(snapshot)
            let prefix = try reader.optionalText()
            let standing = ElementStream.Standing(
                rootPrefix: prefix, byteOffset: try reader.signed(), budgetEnd: try reader.signed(),
                skipsLineFeed: try reader.flag())
            try reader.finish()
            guard (prefix == nil) == (header == nil) else { return false }
            let root = prefix.flatMap { header?.declarations(under: $0) }
            stream = try reader.require(ElementStream(at: standing, in: root, limits: limits))
            return true
        } catch {
            return false
        }
    }
}

extension StreamHeader {
    /// A root that declares what this one did, and says nothing else.
    ///
    /// - Parameter rootPrefix: Its own prefix. The header may have declared others for the same namespace.
    fileprivate func declarations(under rootPrefix: String) -> RootTag {
        let streams = NamespaceName.streams.text
        var root = RootTag(
            name: LocalName.stream.text, namespace: streams, prefix: rootPrefix,
            contentNamespace: prefix.isEmpty ? streams : content?.name.text ?? "")
        root.prefixes = prefixes
        if !prefix.isEmpty { root.prefixes[prefix] = streams }
        root.prefixes[rootPrefix] = nil
        root.hasDeclaration = false
        return root
    }
}
