import XMLStream
import XMPPAddress
import XMPPStanza

@testable import XMPPSASL

/// How the recorded client logged in, as far as the conversation tells.
extension Recording {
    private static let sasl = "urn:ietf:params:xml:ns:xmpp-sasl"
    private static let bind = "urn:ietf:params:xml:ns:xmpp-bind"

    /// The first mechanism of SASL that was tried.
    var mechanism: SASLMechanismName? {
        initiating.first("auth", in: Recording.sasl)?.attribute("mechanism").flatMap { SASLMechanismName($0) }
    }

    /// What the client said in that attempt.
    var said: [[UInt8]] { messages(of: initiating, ["auth", "response"]) }
    /// The challenges.
    var heard: [[UInt8]] { messages(of: receiving, ["challenge"]) }

    private func messages(of side: RecordedSide, _ names: Set<String>) -> [[UInt8]] {
        let all = side.elements.filter { $0.namespace == Recording.sasl && names.contains($0.name) }
        return all.compactMap { Base64.decode($0.text.utf8) }
    }

    /// The client's first message, where the mechanism is a SCRAM.
    var scramFirst: SCRAMClientFirst? {
        guard mechanism.flatMap({ SCRAMVariant($0) }) != nil, let message = said.first else { return nil }
        return try? SCRAMClientFirst.read(message).get()
    }

    /// What the server answered to it.
    var scramChallenge: SCRAMServerFirst? {
        scramFirst == nil ? nil : heard.first.flatMap { try? SCRAMServerFirst.read($0).get() }
    }

    /// The server's part of the nonce of SCRAM, or the nonce of DIGEST-MD5.
    var serverNonce: String? {
        if let scramFirst, let scramChallenge {
            return String(decoding: scramChallenge.nonce.dropFirst(scramFirst.nonce.count), as: UTF8.self)
        }
        return directive("nonce", of: heard.first)
    }

    /// The client's nonce of SCRAM or DIGEST-MD5.
    var clientNonce: String? {
        if let scramFirst { return String(decoding: scramFirst.nonce, as: UTF8.self) }
        return directive("cnonce", of: said.first { DigestDirectives($0)?.only("cnonce") != nil })
    }

    private func directive(_ key: String, of message: [UInt8]?) -> String? {
        guard mechanism == .digestMD5, let message, let value = DigestDirectives(message)?.only(key) else { return nil }
        return String(decoding: value, as: UTF8.self)
    }

    /// The data of the channel, where the client bound it.
    var binding: ChannelBinding? {
        guard let first = scramFirst, case .bound(let kind) = first.header.flag, said.count > 1,
            let final = try? SCRAMClientFinal.read(said[1]).get()
        else { return nil }
        return ChannelBinding(kind, data: Array(final.binding.dropFirst(first.header.encoded.count)))
    }

    /// The name that it logged in with; empty where there was none.
    var username: String {
        if let scramFirst { return scramFirst.username }
        if let name = legacyQuery?.child("username", in: "jabber:iq:auth")?.text { return name }
        let parts = (said.first ?? []).split(separator: 0, omittingEmptySubsequences: false)
        if mechanism == .plain || mechanism == .xOAuth2, parts.count == 3 {
            return String(decoding: parts[1], as: UTF8.self)
        }
        if mechanism == .digestMD5, let response = said.last, let name = DigestDirectives(response)?.only("username") {
            return String(decoding: name, as: UTF8.self)
        }
        return boundAddress?.localpart ?? registeredName ?? ""
    }

    /// The name of the account that was opened last.
    private var registeredName: String? {
        let queries = initiating.iqs.compactMap(\.payload).filter { $0.namespace == "jabber:iq:register" }
        return queries.compactMap { $0.child("username", in: "jabber:iq:register")?.text }.last
    }

    /// The password or token that it sent in the open.
    var shownSecret: String? {
        let parts = (said.first ?? []).split(separator: 0, omittingEmptySubsequences: false)
        guard mechanism == .plain || mechanism == .xOAuth2, parts.count == 3 else { return nil }
        return String(decoding: parts[2], as: UTF8.self)
    }

    /// The set of XEP-0078.
    var legacyQuery: Element? {
        initiating.iqs.first { $0.element.attribute("type") == "set" && $0.payload?.namespace == "jabber:iq:auth" }?
            .payload
    }

    /// What it asked to be bound to.
    var wantedResource: String? {
        if let legacyQuery { return legacyQuery.child("resource", in: "jabber:iq:auth")?.text }
        let wish = initiating.iqs.compactMap(\.payload).first { $0.isNamed("bind", in: Recording.bind) }
        return wish?.child("resource", in: Recording.bind)?.text
    }

    /// The address that it had in the end; nil where it got none.
    var boundAddress: JID? {
        if let jid = receiving.iqs.compactMap(\.payload).first(where: { $0.isNamed("bind", in: Recording.bind) })?
            .child("jid", in: Recording.bind)?.text
        {
            return JID(jid)
        }
        guard let query = legacyQuery, let domain = initiating.headers.first?.to?.text else { return nil }
        let name = query.child("username", in: "jabber:iq:auth")?.text ?? ""
        return JID("\(name)@\(domain)/\(wantedResource ?? "")")
    }

    /// Whether the conversation got as far as a stream that is ready for stanzas.
    var isEstablished: Bool {
        switch kind {
        case .client: boundAddress != nil
        case .component: receiving.first("handshake", in: "jabber:component:accept") != nil
        case .server: receiving.first("success", in: Recording.sasl) != nil
        }
    }

    /// Everybody's password can be told from the name.
    static func password(of username: String) -> String {
        username == "unicode" ? "pässwörd-IX" : "\(username)-pw"
    }
}
