import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

extension FeatureAlphabet {
    /// The features that come with the library.
    static let all: [FeatureAlphabet] = [startTLS, sasl, bind, session, register, legacy, handshake]

    private static let startTLS = FeatureAlphabet(
        name: "starttls", abstract: "STARTTLS (RFC 6120 §5)", feature: { _ in StartTLSFeature() },
        incoming: [
            .initiating: [
                ("proceed", "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"),
                ("failure", "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"),
            ],
            .receiving: [
                ("starttls", "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"),
                ("something else", "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"),
            ],
        ],
        offer: "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")

    private static let sasl = FeatureAlphabet(
        name: "sasl", abstract: "SASL (RFC 6120 §6)",
        feature: { role in
            switch role {
            case .initiating:
                var account = SASLAccount(username: "juliet", domain: "example.com", password: .known(Secret("x")))
                account.isAnonymous = true
                return SASLFeature(SASLInitiatingConfiguration(account))
            case .receiving:
                return SASLFeature(
                    SASLReceivingConfiguration(
                        SASLServerPolicy(mechanisms: SASLMechanism.current),
                        SASLServerPolicy.Configuration(
                            domain: "example.com", decoySecret: Secret(Array(repeating: 0, count: 16)))))
            }
        },
        incoming: [
            .initiating: [
                ("challenge", saslElement("challenge", "cj0x")), ("success", saslElement("success")),
                ("failure", "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>"),
            ],
            .receiving: [
                ("auth", "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGp1bGlldAB4</auth>"),
                ("auth without a response", "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>"),
                ("response", saslElement("response", "AGp1bGlldAB4")), ("abort", saslElement("abort")),
            ],
        ],
        offer: "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-256</mechanism>"
            + "<mechanism>ANONYMOUS</mechanism></mechanisms>",
        answers: [
            ("random bytes", .authentication(.randomBytes(Secret(Array(repeating: 1, count: 24))))),
            ("accepted", .authentication(.verdict(.accepted(username: "juliet")))),
            ("refused", .authentication(.verdict(.refused(.notAuthorized)))),
            ("no answer", .unavailable),
        ])

    private static let bind = FeatureAlphabet(
        name: "bind", abstract: "Resource binding (RFC 6120 §7)", feature: { _ in ResourceBindingFeature() },
        isAuthenticated: true,
        incoming: [
            .initiating: [
                (
                    "result",
                    "<iq type='result' id='bind-1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                        + "<jid>juliet@example.com/x</jid></bind></iq>"
                ),
                ("conflict", error("bind-1", "cancel", "conflict")),
                ("another error", error("bind-1", "cancel", "not-allowed")),
            ],
            .receiving: [
                ("request", "<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")
            ],
        ],
        offer: "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>",
        answers: [
            ("random bytes", .randomBytes(Secret(Array(repeating: 1, count: 16)))), ("address", address),
            ("conflict", .resource(.failure(StanzaError(.conflict)))),
            ("no answer", .unavailable),
        ])

    private static let session = FeatureAlphabet(
        name: "session", abstract: "Session establishment (RFC 3921 §3)", feature: { _ in SessionFeature() },
        isAuthenticated: true,
        incoming: [
            .initiating: [
                ("result", "<iq type='result' id='session-1'/>"), ("error", error("session-1", "wait", "conflict")),
            ],
            .receiving: [
                ("request", "<iq type='set' id='1'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>")
            ],
        ],
        offer: "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>")

    private static let register = FeatureAlphabet(
        name: "register", abstract: "In-band registration (XEP-0077)",
        feature: { role in
            role == .receiving
                ? RegistrationFeature(isServed: true)
                : RegistrationFeature(filling: RegistrationFields([RegistrationFields.Field("username", Secret("a"))]))
        },
        incoming: [
            .initiating: [
                (
                    "fields",
                    "<iq type='result' id='register-1'><query xmlns='jabber:iq:register'><username/></query></iq>"
                ),
                ("result", "<iq type='result' id='register-2'/>"),
                ("error", error("register-2", "cancel", "conflict")),
            ],
            .receiving: [
                ("get", "<iq type='get' id='1'><query xmlns='jabber:iq:register'/></iq>"),
                (
                    "set",
                    "<iq type='set' id='2'><query xmlns='jabber:iq:register'><username>a</username></query></iq>"
                ),
            ],
        ],
        offer: "<register xmlns='http://jabber.org/features/iq-register'/>",
        answers: [
            ("fields", .registration(.success(RegistrationFields([RegistrationFields.Field("username")])))),
            ("conflict", .registration(.failure(StanzaError(.conflict)))), ("no answer", .unavailable),
        ])

    private static let legacy = FeatureAlphabet(
        name: "legacy-auth", abstract: "Authentication of before SASL (XEP-0078)",
        feature: { role in
            let account = try? LegacyAuthenticationFeature.Account(
                username: "juliet", password: Secret("x"), resource: "x")
            guard role == .initiating, let account else { return LegacyAuthenticationFeature(isServed: true) }
            return LegacyAuthenticationFeature(as: account)
        },
        incoming: [
            .initiating: [
                (
                    "fields",
                    "<iq type='result' id='auth-1'><query xmlns='jabber:iq:auth'><username/><digest/><resource/>"
                        + "</query></iq>"
                ),
                ("result", "<iq type='result' id='auth-2'/>"),
                ("error", error("auth-2", "auth", "not-authorized")),
            ],
            .receiving: [
                ("get", "<iq type='get' id='1'><query xmlns='jabber:iq:auth'><username>a</username></query></iq>"),
                (
                    "set",
                    "<iq type='set' id='2'><query xmlns='jabber:iq:auth'><username>a</username>"
                        + "<digest>0000000000000000000000000000000000000000</digest><resource>x</resource></query></iq>"
                ),
            ],
        ],
        offer: "<auth xmlns='http://jabber.org/features/iq-auth'/>",
        answers: [("no answer", .unavailable), ("refused", .legacyCredentials(.failure(StanzaError(.notAuthorized))))])

    private static let handshake = FeatureAlphabet(
        name: "handshake", abstract: "The handshake of a component (XEP-0114)",
        feature: { role in
            role == .initiating
                ? ComponentHandshakeFeature(secret: Secret("x")) : ComponentHandshakeFeature(verifyingBy: .host)
        },
        incoming: [
            .initiating: [("handshake", "<handshake/>")],
            .receiving: [
                ("handshake", "<handshake>0000000000000000000000000000000000000000</handshake>"),
                ("something else", "<handshake>0</handshake>"),
            ],
        ],
        answers: [
            ("accepted", domain), ("refused", .legacyCredentials(.failure(StanzaError(.notAuthorized)))),
            ("no answer", .unavailable),
        ])

    private static var address: HostAnswer {
        JID("juliet@example.com/x").map { .resource(.success($0)) } ?? .unavailable
    }

    private static var domain: HostAnswer {
        JID("example.com").map { .legacyCredentials(.success($0)) } ?? .unavailable
    }

    private static func saslElement(_ name: String, _ text: String = "") -> String {
        "<\(name) xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>\(text)</\(name)>"
    }

    private static func error(_ id: String, _ type: String, _ condition: String) -> String {
        "<iq type='error' id='\(id)'><error type='\(type)'><\(condition) "
            + "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"
    }
}
