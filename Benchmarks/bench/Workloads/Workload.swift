/// One kind of generated traffic.
enum Workload: String, CaseIterable {
    /// A client's stream: messages, presence, rosters, archives; 408 bytes a stanza.
    case c2s
    /// Encrypted messages, key bundles, avatars; 4 KB a stanza.
    case pubsub
    /// In-band bytestreams: 4096 characters of base64 a stanza.
    case bulk
    /// Jingle and service discovery: many attributes.
    case attr
    /// Chinese, Arabic, emoji.
    case i18n
    /// What a client sends: stanzas that do not say whom they are from. Only what the engine is held against reads it.
    case sent

    /// Generates one stream: header, features, stanzas until `bytes` are reached, footer. The same bytes on every run.
    func traffic(bytes: Int) -> Traffic {
        var writer = TrafficWriter(seed: seed)
        writer.bytes.reserveCapacity(bytes + 16_384)
        writer.text(Traffic.header)
        var ends = [writer.bytes.count]
        while writer.bytes.count < bytes {
            appendStanza(to: &writer)
            ends.append(writer.bytes.count)
        }
        writer.text(Traffic.footer)
        return Traffic(bytes: writer.bytes, ends: ends)
    }

    /// Whether a layer is measured on this traffic: the client's side of the engine takes what servers send, and the others
    /// what clients send, beside the layers that they are held against.
    func has(_ layer: Layer, chunk: Int) -> Bool {
        if self != .sent { return layer == .client ? self == .c2s && chunk > 1 : !layer.isEngine }
        switch layer {
        case .elements, .server, .verbatim, .sending, .expat: return chunk > 1
        case .tokens, .recycled, .writing, .client, .expatTree: return false
        }
    }

    private func appendStanza(to writer: inout TrafficWriter) {
        switch self {
        case .c2s: writer.clientStanza()
        case .pubsub: writer.pubsubStanza()
        case .bulk: writer.bytestreamBlock()
        case .attr: writer.attributeStanza()
        case .i18n: writer.internationalStanza()
        case .sent: writer.sentStanza()
        }
    }

    private var seed: UInt64 {
        switch self {
        case .c2s: 0x584D_5050
        case .pubsub: 0x584D_5051
        case .bulk: 0x584D_5052
        case .attr: 0x584D_5053
        case .i18n: 0x584D_5054
        case .sent: 0x584D_5055
        }
    }
}
