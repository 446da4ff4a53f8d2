public import CryptoSeam

/// One side of one run of a mechanism (RFC 4422 §3): a value that takes events and says what to do.
///
/// A step is a pure function of the state, the event and the primitives: no clock, no generator of random numbers, no
/// waiting. What it needs it asks for, and is told by `answered`. An exchange serves one attempt; another begins with a
/// new value. "Client" is the side that authenticates itself, as in RFC 4422; between servers that is the initiating
/// entity.
///
/// What the peer says goes to `receive` whenever it comes: while the host owes an answer it ends the exchange, as it is
/// out of turn. Where a client fails after `succeeded`, there is nothing left to abort: the stream has to be closed.
///
/// A mechanism of a host's own is another type that conforms.
public protocol SASLExchange: Hashable, Sendable {
    /// The mechanism.
    var mechanism: SASLMechanismName { get }

    /// Takes an event.
    ///
    /// Behind `done` and `fail` every further event is refused.
    mutating func receive(_ event: SASLEvent, using crypto: any CryptoProvider.Type) -> SASLAction
}

/// What happens to an exchange.
public enum SASLEvent: Hashable, Sendable {
    /// It begins. The server is told the initial response, or that there was none; the client gets nil.
    case begun(SASLPayload?)
    /// The peer sent a challenge or a response.
    case received(SASLPayload)
    /// The server says that the client has authenticated, with additional data or without. For the client only.
    case succeeded(SASLPayload?)
    /// The host answers what it was asked.
    case answered(SASLAnswer)
}

/// What the host is to do.
public enum SASLAction: Hashable, Sendable {
    /// Send the initial response, a challenge or a response. Nil: begin without an initial response.
    case send(SASLPayload?)
    /// Find this out and come back with `answered`.
    case ask(SASLQuestion)
    /// It is over and went well.
    case done(SASLOutcome)
    /// It is over: a client aborts, a server sends the condition.
    case fail(SASLFailure)
    /// The event was out of order. Nothing has changed.
    case refuse(SASLMisuse)
}

/// What an exchange cannot know by itself.
public enum SASLQuestion: Hashable, Sendable {
    /// So many bytes of the system's generator, fresh for this exchange.
    case randomBytes(count: Int)
    /// The key that PBKDF2 makes of the password. It may be kept for this account, salt, rounds and algorithm.
    case derivedKey(SCRAMDerivation)
    /// The hash of name, realm and password, which DIGEST-MD5 takes instead of the password; see `DigestKey`.
    case digestKey(DigestKey)
    /// The password itself, which CRAM-MD5 cannot do without.
    case password(of: SASLIdentity)
    /// What is stored for the user who wants to authenticate, for this hash.
    case credentials(of: SASLIdentity, for: HashAlgorithm)
    /// The tokens of this user's client, which is known by its id (XEP-0484 §4.1); the mechanism is for the host's log.
    case tokens(of: SASLIdentity, for: SASLMechanismName)
    /// Whether these credentials, which came in the open, are somebody's.
    case verdict(on: SASLCredentials)
    /// Whether the user, who has authenticated, may act as the authorization identity.
    case authorization(of: SASLIdentity)
}

/// What the host has found out.
public enum SASLAnswer: Hashable, Sendable {
    /// As many as were asked for.
    case randomBytes(Secret)
    /// The salted password of RFC 5802 §3.
    case derivedKey(Secret)
    /// The hash, or nil for a user whom nobody knows.
    case digestKey(Secret?)
    /// The password, or nil for a user whom nobody knows.
    case password(Secret?)
    /// What is stored, or nil for a user whom nobody knows, or of whom nothing is stored for this hash: the exchange goes
    /// on as if there were something, and fails.
    case credentials(SCRAMCredentials?)
    /// What is stored, or nil for a user or a client whom nobody knows; and the time, in seconds since 1970.
    case tokens(FASTTokenSlots?, now: Int64)
    /// Whose the credentials are, or what to tell the client instead.
    case verdict(SASLVerdict)
    /// Whether it is allowed.
    case authorization(Bool)
    /// The host cannot tell now, for instance since its store is out of reach.
    case unavailable
}

/// Who authenticates, and as whom.
public struct SASLIdentity: Hashable, Sendable {
    /// The name that the credentials belong to: prepared by SASLprep in SCRAM and PLAIN, as it came in the others. It is a
    /// peer's text: a host looks it up by equality, and escapes it in a log.
    public let username: String
    /// The identity to act as, where one was named (RFC 4422 §3.4.1); nil means that of the credentials.
    public let authorizationIdentity: String?

    /// Whether no identity to act as was named, or that of the user at this domain. A host without rules of its own
    /// answers `authorization` with it: nobody acts as somebody else (RFC 6120 §6.3.8).
    public func namesItself(at domain: String) -> Bool {
        guard let authorizationIdentity else { return true }
        return authorizationIdentity.utf8.elementsEqual("\(username)@\(domain)".utf8)
    }

    /// An identity.
    public init(username: String, authorizationIdentity: String? = nil) {
        self.username = username
        self.authorizationIdentity = authorizationIdentity
    }
}

/// How an exchange ended that went well.
public struct SASLOutcome: Hashable, Sendable {
    /// Whether the peer has proved itself by this mechanism: at a server always but in ANONYMOUS, at a client where the
    /// mechanism is mutual.
    public let isPeerVerified: Bool
    /// At a server, who the client is.
    public let identity: SASLIdentity?
    /// At a server, what goes with the success.
    public let additionalData: SASLPayload?
    /// At a server, the tokens of the client as they are to be stored from now on; nil where none was used.
    public let tokens: FASTTokenSlots?

    /// An outcome, as a mechanism of a host's own comes to it.
    public init(
        isPeerVerified: Bool, identity: SASLIdentity? = nil, additionalData: SASLPayload? = nil,
        tokens: FASTTokenSlots? = nil
    ) {
        self.isPeerVerified = isPeerVerified
        self.identity = identity
        self.additionalData = additionalData
        self.tokens = tokens
    }
}

/// The host broke the order; the exchange is as it was.
public enum SASLMisuse: Error, Hashable, Sendable {
    /// It has not begun.
    case notBegun
    /// It has begun before.
    case alreadyBegun
    /// The host answers what it was not asked.
    case answer
    /// The event is for the other side.
    case wrongSide
    /// It is over.
    case over
}
