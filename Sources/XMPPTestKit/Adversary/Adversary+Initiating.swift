/// An adversary that calls.
extension Adversary {
    /// What an adversary needs to say what is right: it knows what an honest client sends.
    public struct ClientSecrets: Hashable, Sendable {
        /// The first message of an honest client, in base64.
        public var first: String
        /// Its last message, in base64.
        public var last: String

        /// Secrets.
        public init(first: String = "", last: String = "") {
            self.first = first
            self.last = last
        }
    }

    /// An adversary that calls a server as a client.
    ///
    /// - Parameter rightPlain: The message of PLAIN that is right, in base64.
    public static func client(_ secrets: ClientSecrets, rightPlain: String) -> Adversary {
        var adversary = Adversary(
            headers(content: "jabber:client", from: "juliet@example.com", other: "romeo@example.com") + tls
                + sasl(secrets, rightPlain) + binding + anybody)
        adversary.injectBehindStartTLS()
        return adversary
    }

    /// An adversary that calls a server as a server.
    public static func callingServer() -> Adversary {
        var adversary = Adversary(
            headers(content: "jabber:server", from: "example.net", other: "example.org") + tls
                + [
                    auth("EXTERNAL as nobody", "EXTERNAL", isRight: true, "="),
                    // The base64 of example.net and of example.edu.
                    auth("EXTERNAL as itself", "EXTERNAL", isRight: true, "ZXhhbXBsZS5uZXQ="),
                    auth("EXTERNAL as another", "EXTERNAL", isRight: false, "ZXhhbXBsZS5lZHU="),
                    auth("PLAIN", "PLAIN", isRight: false, "AGEAYg=="),
                    sasl("abort", .element, "abort", ""),
                    sasl("a response", .response(isRight: false), "response", "YQ=="),
                ] + anybody)
        adversary.injectBehindStartTLS()
        return adversary
    }

    /// An adversary that calls a server as a component.
    ///
    /// - Parameter digest: What an honest component shows.
    public static func component(digest: String) -> Adversary {
        Adversary(
            [
                header("its header", content: "jabber:component:accept", to: "plays.example.com", version: nil),
                header("a header for another", content: "jabber:component:accept", to: "example.org", version: nil),
                header("a header of clients", content: "jabber:client", to: "plays.example.com"),
                Phrase("the right handshake", .handshake(isRight: true), "<handshake>\(digest)</handshake>"),
                Phrase(
                    "a handshake", .handshake(isRight: false),
                    "<handshake>da39a3ee5e6b4b0d3255bfef95601890afd80709</handshake>"),
                Phrase("an empty handshake", .handshake(isRight: false), "<handshake/>"),
                Phrase("a handshake that is no hash", .handshake(isRight: false), "<handshake>x</handshake>"),
            ] + tls + anybody)
    }

    /// Adds what stands in the clear behind `<starttls/>`.
    public mutating func injectBehindStartTLS() {
        inject("<message><body>x</body></message>", behind: "starttls", as: "starttls, and a message")
        inject(
            "<auth \(Names.sasl) mechanism='PLAIN'>AGEAYg==</auth>", behind: "starttls", as: "starttls, and auth")
    }

    private static func headers(content: String, from: String, other: String) -> [Phrase] {
        [
            header("its header", content: content, to: "example.com"),
            header("its header, with an address", content: content, to: "example.com", from: from),
            header("its header, with another address", content: content, to: "example.com", from: other),
            header("a header for another domain served", content: content, to: "example.edu", from: from),
            header("a header for nobody", content: content, to: "example.org", from: from),
            header("a header without version", content: content, to: "example.com", version: nil),
            header("a header of components", content: "jabber:component:accept", to: "example.com"),
        ]
    }

    private static let tls: [Phrase] = [
        Phrase("starttls", .element, "<starttls \(Names.tls)/>"),
        Phrase("proceed", .element, "<proceed \(Names.tls)/>"),
        features("features that nobody asked for"),
    ]

    private static func auth(_ name: String, _ mechanism: String, isRight: Bool, _ payload: String) -> Phrase {
        Phrase(
            name, .auth(mechanism: mechanism, isRight: isRight),
            "<auth \(Names.sasl) mechanism='\(mechanism)'>\(payload)</auth>")
    }

    private static func sasl(_ secrets: ClientSecrets, _ rightPlain: String) -> [Phrase] {
        [
            auth("SCRAM, right", "SCRAM-SHA-256", isRight: true, secrets.first),
            auth("SCRAM, no message", "SCRAM-SHA-256", isRight: false, "YQ=="),
            auth("SCRAM in small letters", "scram-sha-256", isRight: true, secrets.first),
            auth("SCRAM of another hash", "SCRAM-SHA-1", isRight: true, secrets.first),
            auth("PLAIN, right", "PLAIN", isRight: true, rightPlain),
            auth("PLAIN, wrong", "PLAIN", isRight: false, "AGp1bGlldAB4"),
            auth("no base64", "PLAIN", isRight: false, "!"),
            auth("what nobody knows", "X-ODD", isRight: true, "YQ=="),
            sasl("the right response", .response(isRight: true), "response", secrets.last),
            sasl("a response", .response(isRight: false), "response", "YQ=="),
            sasl("abort", .element, "abort", ""),
            sasl("success", .success(hasProof: false), "success", ""),
        ]
    }

    private static let binding: [Phrase] = [
        Phrase(
            "a request for a resource", .element,
            "<iq type='set' id='b'><bind \(Names.bind)><resource>balcony</resource></bind></iq>"),
        Phrase("a wrong request for a resource", .element, "<iq type='get' id='b'><bind \(Names.bind)/></iq>"),
    ]
}
