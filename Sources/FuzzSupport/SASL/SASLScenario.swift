import CryptoSeam
import UnicodeProfiles
import XMPPSASL

/// How the two sides of an exchange are set up, by the first bytes of a program.
package struct SASLScenario: CustomStringConvertible {
    /// The mechanisms, those of one kind as one.
    enum Family: CaseIterable { case scram, plain, external, anonymous, xOAuth2, bearer, hashedToken, digest, cram }

    /// What keeps two honest sides from succeeding.
    enum Flaw: CaseIterable {
        case wrongPassword, unknownUser, otherChannel, forbiddenIdentity, otherOffer, fewRounds, lyingFlag
    }

    let family: Family
    /// Whether the client is under test, the server being its honest peer; or the other way round.
    let isClientTested: Bool
    let scram: SCRAMVariant
    let hashedToken: HashedTokenVariant
    /// Whether both sides say what was offered (XEP-0474).
    let hasOffers: Bool
    /// Whether the client says `y` where it binds nothing.
    let isNotOffered: Bool
    /// Whether the client's first message is kept until the server asks for it.
    let withholdsInitial: Bool
    /// Whether the server's proof comes as a challenge before the success.
    let challengesLast: Bool
    let username: String
    let password: String
    let authorizationIdentity: String?
    let salt: [UInt8]
    let realm: String
    let iterations: Int
    /// Whether the client refuses a server that does not say what it offered.
    let requiresConfirmedOffer: Bool
    private let kind: ChannelBinding.Kind
    let flaw: Flaw?

    package init(_ program: inout FuzzProgram) {
        let choice = program.next(below: 2 * Family.allCases.count)
        family = Family.allCases[choice / 2]
        isClientTested = choice % 2 == 0
        let variant = program.next(below: 8)
        let isBound = variant % 2 == 1
        scram = SCRAMVariant(SCRAMVariant.Hash.allCases[variant / 2 % 3], bindsChannel: isBound)
        hashedToken = HashedTokenVariant(
            isBound ? .sha512 : .sha256, binding: HashedTokenVariant.Binding.allCases[variant / 2])
        let flags = program.next()
        hasOffers = flags & 0x01 != 0
        isNotOffered = flags & 0x02 != 0
        withholdsInitial = flags & 0x04 != 0
        challengesLast = flags & 0x08 != 0
        username = flags & 0x10 != 0 ? program.nextText() : "user"
        // Told apart from all else by its beginning, so that it is found wherever it turns up.
        password = "\(SecretSearch.mark)-\(flags & 0x20 != 0 ? program.nextText() : "pencil")"
        authorizationIdentity = flags & 0x40 != 0 ? program.nextText() : nil
        let place = program.next()
        realm = ["example.org", "", "a \"b\" \\c", "ü"][Int(place % 4)]
        salt = [place] + Array("salt".utf8)
        requiresConfirmedOffer = place / 36 % 2 == 1
        kind = [.tlsExporter, .tlsUnique, .tlsServerEndPoint][Int(place / 4 % 3)]
        let which = Flaw.allCases[program.next(below: Flaw.allCases.count)]
        flaw = flags & 0x80 != 0 ? which : nil
        iterations = flaw == .fewRounds ? 4095 : [4096, 10_000, 600_000][Int(place / 12 % 3)]
    }

    package var description: String { "\(isClientTested ? "client" : "server") of \(mechanism)" }

    /// Whether the server proves itself, too.
    var isMutual: Bool { [.scram, .hashedToken, .digest].contains(family) }

    /// What goes with a token: in early data a count has to be there.
    var attempt: FASTAttempt { FASTAttempt(count: hasOffers ? 7 : nil, invalidatesToken: challengesLast) }

    /// What the server sees of the channel: a kind of TLS that has all bindings.
    var serverChannel: SASLChannel {
        SASLChannel(
            .tls12(hasExtendedMasterSecret: true), isEarlyData: isNotOffered, bindings: serverBindings)
    }

    /// Whether two honest sides succeed.
    var isCompatible: Bool {
        if family == .hashedToken, serverChannel.isEarlyData, attempt.count == nil { return false }
        if family == .scram, requiresConfirmedOffer, !hasOffers { return false }
        return isCompatibleOtherwise
    }

    private var isCompatibleOtherwise: Bool {
        switch flaw {
        case nil: true
        case .wrongPassword: family == .external || family == .anonymous
        case .unknownUser: false
        case .otherChannel: binding(ofClient: true) == nil
        case .forbiddenIdentity:
            authorizationIdentity == nil || ![.scram, .plain, .external, .bearer, .digest].contains(family)
        case .otherOffer: family != .scram || !hasOffers
        case .fewRounds: family != .scram
        case .lyingFlag: family != .scram || scram.bindsChannel
        }
    }

    /// The name as the server's host knows it.
    var knownName: String {
        switch family {
        case .scram, .plain, .digest: (try? SASLprep.prepare(username, as: .query)) ?? username
        case .external, .anonymous, .xOAuth2, .bearer, .hashedToken, .cram: username
        }
    }

    /// Whether no name has in it what secrets are known by.
    var hasPlainNames: Bool {
        ![username, knownName, authorizationIdentity ?? ""].contains { $0.contains(SecretSearch.mark) }
    }

    /// The channel as a side sees it, where the mechanism binds one.
    func binding(ofClient isClient: Bool) -> ChannelBinding? {
        let kind: ChannelBinding.Kind? =
            switch family {
            case .scram: scram.bindsChannel ? self.kind : nil
            case .hashedToken: hashedToken.binding.kind
            case .plain, .external, .anonymous, .xOAuth2, .bearer, .digest, .cram: nil
            }
        let isOther = isClient && flaw == .otherChannel
        return kind.flatMap { ChannelBinding($0, data: [UInt8](repeating: isOther ? 0x6F : 0x74, count: 32)) }
    }

    /// The bindings that the server has.
    var serverBindings: [ChannelBinding] {
        let isSecond = flaw == .lyingFlag && family == .scram && !scram.bindsChannel
        let binding = isSecond ? ChannelBinding(.tlsUnique, data: [1]) : binding(ofClient: false)
        return binding.map { [$0] } ?? []
    }

    /// The mechanism under test.
    var mechanism: String {
        switch family {
        case .scram: scram.name.description
        case .hashedToken: hashedToken.name.description
        case .plain, .external, .anonymous, .xOAuth2, .bearer, .digest, .cram: "\(family)"
        }
    }
}
