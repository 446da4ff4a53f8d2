/// An adversary in the place of the server that was called.
extension Adversary {
    /// What an adversary needs to say what is right: it has got hold of the payloads that an honest server sends.
    public struct ServerSecrets: Hashable, Sendable {
        /// The challenge of an honest server, in base64.
        public var challenge: String
        /// The proof of an honest server, in base64.
        public var proof: String

        /// Secrets.
        public init(challenge: String = "", proof: String = "") {
            self.challenge = challenge
            self.proof = proof
        }
    }

    /// An adversary that clients call.
    public static func server(_ secrets: ServerSecrets) -> Adversary {
        var adversary = Adversary(
            headers(content: "jabber:client", to: "juliet@example.com", other: "romeo@example.com")
                + lists(best: "SCRAM-SHA-256") + tls + sasl(secrets) + binding + anybody)
        adversary.injectBehindProceed()
        return adversary
    }

    /// An adversary that servers call.
    public static func serverOfServers() -> Adversary {
        var adversary = Adversary(
            headers(content: "jabber:server", to: "example.net", other: "example.org")
                + lists(best: "EXTERNAL") + tls + sasl(ServerSecrets()) + anybody)
        adversary.injectBehindProceed()
        return adversary
    }

    /// An adversary that components call.
    public static func serverOfComponents() -> Adversary {
        Adversary(
            [
                header("its header", content: components, from: "plays.example.com", id: "s", version: nil),
                header("a header of another", content: components, from: "example.org", id: "s", version: nil),
                header("a header without an id", content: components, version: nil),
                header("a header of clients", content: "jabber:client", from: "plays.example.com", id: "s"),
                Phrase("an empty handshake", .handshake(isRight: true), "<handshake/>"),
                Phrase("a handshake with text", .handshake(isRight: false), "<handshake>0</handshake>"),
                features("an empty list"),
            ] + tls + anybody)
    }

    /// Adds what stands in the clear behind `<proceed/>`.
    public mutating func injectBehindProceed() {
        inject("<message from='example.com'><body>x</body></message>", behind: "proceed", as: "proceed, and a message")
        inject(
            "<?xml version='1.0'?><stream:stream xmlns='jabber:client' \(Names.streams) from='example.com' id='s'"
                + " version='1.0'><stream:features/>", behind: "proceed", as: "proceed, and a stream")
    }

    private static let components = "jabber:component:accept"

    private static func headers(content: String, to: String, other: String) -> [Phrase] {
        [
            header("its header", content: content, from: "example.com", id: "s"),
            header("its header, with an address", content: content, to: to, from: "example.com", id: "s"),
            header("its header, with another address", content: content, to: other, from: "example.com", id: "s"),
            header("a header of another", content: content, from: "example.org", id: "s"),
            header("a header without version", content: content, from: "example.com", id: "s", version: nil),
            header("a header of components", content: "jabber:component:accept", from: "example.com", id: "s"),
        ]
    }

    private static func lists(best: String) -> [Phrase] {
        let starttls = "<starttls \(Names.tls)/>"
        return [
            features("an empty list"),
            features("a list with TLS", starttls),
            features("a list with TLS and \(best)", mechanisms: [best], starttls),
            features("a list with \(best)", mechanisms: [best]),
            features("a list with PLAIN", mechanisms: ["PLAIN"]),
            features("a list with \(best) in small letters", mechanisms: [best.lowercased(), "X-ODD"]),
            features("a list with binding", "<bind \(Names.bind)/>"),
            features("a list with something required", "<x xmlns='urn:example:x'><required/></x>"),
        ]
    }

    private static let tls: [Phrase] = [
        Phrase("proceed", .element, "<proceed \(Names.tls)/>"),
        Phrase("failure of TLS", .element, "<failure \(Names.tls)/>"),
    ]

    private static func sasl(_ secrets: ServerSecrets) -> [Phrase] {
        [
            sasl("the right challenge", .challenge(isRight: true, hasProof: false), "challenge", secrets.challenge),
            sasl("a challenge", .challenge(isRight: false, hasProof: false), "challenge", "cj1h"),
            sasl("a challenge with the proof", .challenge(isRight: false, hasProof: true), "challenge", secrets.proof),
            sasl("success with the proof", .success(hasProof: true), "success", secrets.proof),
            sasl("success with another proof", .success(hasProof: false), "success", "dj1hYWFh"),
            sasl("success", .success(hasProof: false), "success", ""),
            Phrase("failure of SASL", .element, "<failure \(Names.sasl)><not-authorized/></failure>"),
        ]
    }

    private static let binding: [Phrase] = [
        address("an address", "juliet@example.com/balcony", id: "bind-1"),
        address("another address", "juliet@example.com/garden", id: "bind-2"),
        address("no address", "juliet@example.com", id: "bind-1"),
        Phrase(
            "a conflict", .element,
            "<iq type='error' id='bind-1'><error type='modify'>"
                + "<conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"),
    ]

    private static func address(_ name: String, _ address: String, id: String) -> Phrase {
        Phrase(
            name, .element,
            "<iq type='result' id='\(id)'><bind \(Names.bind)><jid>\(address)</jid></bind></iq>")
    }
}
