public import XMLStream
public import XMPPAddress
public import XMPPSASL

/// What a stream cannot know or do by itself, and asks its host for. It prints without secrets.
public enum HostQuestion: Hashable, Sendable {
    /// So many bytes of the system's generator, never used before.
    case randomBytes(count: Int)
    /// What an exchange of SASL asks for: keys, records, verdicts.
    case authentication(SASLQuestion)
    /// Whether to go on with a peer whose certificate the engine would refuse. Policy has to allow the question.
    case certificate(PresentedCertificate, IdentityVerdict)
    /// At a receiving entity, which resource the peer is to have (RFC 6120 §7).
    case resource(ResourceWish)
    /// At a receiving entity, something about accounts (XEP-0077).
    case registration(RegistrationWish)
    /// At a receiving entity, whether credentials of before SASL are right (XEP-0078, XEP-0114).
    case legacyCredentials(LegacyCredentials)
    /// What a feature of the host's own asks for.
    case custom(FeatureKey, Element)
}

/// What a client wants to be bound to.
public struct ResourceWish: Hashable, Sendable {
    /// Whose resource it is to be; nil for a client that has authenticated as nobody in particular.
    public let account: JID?
    /// The resourcepart that the client asks for, prepared; nil where it leaves that to the server.
    public let resource: String?
    /// A resourcepart that nobody can guess, 128 random bits: for a client that leaves it to the server, and for one whose
    /// resource is taken (§7.7.2.2).
    public let generated: String

    package init(account: JID?, resource: String?, generated: String) {
        self.account = account
        self.resource = resource
        self.generated = generated
    }
}

/// What a client wants to know or to change about its account (XEP-0077).
public enum RegistrationWish: Hashable, Sendable {
    /// Which fields there are to fill in.
    case fields
    /// To open an account, with these fields. They hold a password.
    case register(RegistrationFields)
}

/// The fields of a registration: their names with what was filled in, in order.
public struct RegistrationFields: Hashable, Sendable {
    /// One field.
    public struct Field: Hashable, Sendable {
        /// The name of the element (XEP-0077 §14.1), such as `username`.
        public let name: String
        /// What was filled in; empty where it is to be.
        public let value: Secret

        /// A field.
        public init(_ name: String, _ value: Secret = Secret([])) {
            self.name = name
            self.value = value
        }
    }

    /// What is to be done, for people.
    public var instructions: String?
    /// The fields.
    public var fields: [Field]
    /// At a server, whether the one who asks has an account already, as the host knows it: the fields hold what is on
    /// file then (XEP-0077 §3.1).
    public var isRegistered = false

    /// Fields.
    public init(_ fields: [Field], instructions: String? = nil) {
        self.fields = fields
        self.instructions = instructions
    }
}

/// Credentials of before SASL.
public enum LegacyCredentials: Hashable, Sendable {
    /// The hash that a component showed for its domain, of the stream's id and the secret (XEP-0114 §3).
    case component(domain: JID?, streamID: String, digest: [UInt8])
    /// A name, a password and the resource it wants (XEP-0078).
    case password(username: String, Secret, resource: String)
    /// A name, the hash of the stream's id and the password, and the resource it wants (XEP-0078).
    case digest(username: String, streamID: String, [UInt8], resource: String)
}
