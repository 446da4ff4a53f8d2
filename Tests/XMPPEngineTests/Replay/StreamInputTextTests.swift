import Testing
import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

@testable import XMPPEngine

@Suite struct StreamInputTextTests {
    /// Inputs of every case, and of every case of what is in them.
    static func inputs() throws -> [StreamInput] {
        let answers = try answers().map { StreamInput.happened(.answered(RequestID(.max), $0)) }
        let timers: [StreamTimer] = [
            .negotiation, .keepalive, .silence, .closing, .owedAnswers, .request(RequestHandle(number: 7)),
            .stage(FeatureKey("a b", in: "urn:x=y%")),
        ]
        let bytes = [UInt8](0...255)
        let facts = tls().flatMap { [StreamInput.begun(on: $0), .happened(.secured($0))] }
        return [.begun(on: nil), .received([]), .received(bytes), .received(Array(" :> ! # ".utf8))] + facts
            + [.happened(.compressed), .happened(.transportClosed)] + timers.map { .happened(.timerFired($0)) }
            + answers + (try wishes())
    }

    static func tls() -> [TLSFacts] {
        let kinds: [ChannelBinding.Kind] = [.tlsExporter, .tlsUnique, .tlsServerEndPoint]
        let bindings = kinds.map { ChannelBinding(unchecked: $0, data: [0, 255, 16]) }
        let peers: [TLSFacts.PeerIdentity] =
            [.none, .vouchedFor]
            + PresentedCertificate.Trust.allCases.map { trust in
                .presented(
                    PresentedCertificate(
                        trust: trust, dnsNames: ["*.example.com", "b c"], serviceNames: ["_xmpp-client.example.com"],
                        xmppAddresses: ["ä@example.com", ""], ipAddresses: ["::1"]))
            }
        let protections: [SASLChannel.Protection] = [
            .nothing, .tls12(hasExtendedMasterSecret: false), .tls12(hasExtendedMasterSecret: true), .tls13,
        ]
        return protections.flatMap { protection in
            peers.map {
                TLSFacts(protection, peer: $0, bindings: bindings, isEarlyData: true, applicationProtocol: "x")
            }
        } + [TLSFacts(.tls13)]
    }

    static func answers() throws -> [HostAnswer] {
        let secret = Secret([0, 1, 0x25, 0xFF])
        let derivation = SCRAMDerivation(algorithm: .sha512, salt: [1, 2, 255], iterations: 4096)
        let token = FASTToken(secret, for: .scramSHA256, expiry: -1, count: .max)
        let sasl: [SASLAnswer] =
            [
                .randomBytes(secret), .derivedKey(secret), .digestKey(nil), .digestKey(secret), .password(nil),
                .password(secret), .password(Secret("")), .credentials(nil),
                .credentials(SCRAMCredentials(derivation: derivation, storedKey: secret, serverKey: secret)),
                .tokens(nil, now: .min), .tokens(FASTTokenSlots(), now: 0),
                .tokens(FASTTokenSlots(current: token, following: token), now: 1),
                .tokens(FASTTokenSlots(following: token), now: 1), .verdict(.accepted(username: "")),
                .verdict(.accepted(username: "a=b c")), .authorization(true), .authorization(false), .unavailable,
            ] + SASLFailure.Condition.allCases.map { .verdict(.refused($0)) }
        let jid = try #require(JID("jülíet@example.com/a b=c%"))
        var fields = RegistrationFields(
            [.init("username"), .init("password", Secret("x y")), .init("a=b", secret)], instructions: "Fill in.")
        fields.isRegistered = true
        let element = try Element(xml: "<odd xmlns='urn:example:odd'>\n&#xD;%41 ä<x:y xmlns:x='z'/></odd>")
        let plain: [HostAnswer] = [
            .randomBytes(secret), .certificate(isAccepted: true), .certificate(isAccepted: false),
            .resource(.success(jid)), .legacyCredentials(.success(jid)), .registration(.success(fields)),
            .registration(.success(RegistrationFields([]))), .custom(nil), .custom(element), .unavailable,
        ]
        let failures: [HostAnswer] = try stanzaErrors().flatMap { error in
            [.resource(.failure(error)), .registration(.failure(error)), .legacyCredentials(.failure(error))]
        }
        return sasl.map { .authentication($0) } + plain + failures
    }

    static func stanzaErrors() throws -> [StanzaError] {
        var error = StanzaError(
            .gone, type: .wait, by: JID("example.com"), alternateAddress: "xmpp:a%20b",
            applicationCondition: try Element(xml: "<too-much xmlns='urn:example:odd'/>"))
        error.texts = [
            LocalizedText("a b\n"), LocalizedText("c", language: "de"), LocalizedText("d", language: ""),
            LocalizedText("e", language: "x=y z"),
        ]
        var other = StanzaError(.paymentRequired)
        other.by = [UInt8]([0x40, 0xFF]).withRawSpan { WireAddress($0) }
        return [error, other] + StanzaErrorCondition.allDefined.map { StanzaError($0) }
    }

    static func wishes() throws -> [StreamInput] {
        var error = StreamError(
            .seeOtherHost, text: LocalizedText("x", language: "en"),
            applicationCondition: try Element(xml: "<odd xmlns='urn:example:odd'>&lt;</odd>"))
        error.redirection = "[::1]:5222"
        let stanza = "<message xmlns='jabber:client' to='a@b'><body>1\n2 %</body></message>"
        let message = try #require(AnyStanza(try Element(xml: stanza), inheriting: "de"))
        let presence = try #require(AnyStanza(try Element(xml: "<presence xmlns='jabber:server'/>")))
        let iq = try #require(IQ(try Element(xml: "<iq xmlns='jabber:client' type='get'><a xmlns='b'/></iq>")))
        let durations: [Duration] = [.seconds(60), .zero, .milliseconds(-1500), .nanoseconds(1), .seconds(Int64.max)]
        return [
            .closed(with: nil), .closed(with: error), .sent(message), .sent(presence), .sent(.iq(iq)), .declined(iq),
        ]
            + StreamErrorCondition.allDefined.map { .closed(with: StreamError($0)) }
            + durations.map { .requested(iq, deadline: $0) }
    }

    @Test func `every input has a line, which says all of it`() throws {
        let inputs = try Self.inputs()
        #expect(inputs.count > 150)
        for input in inputs {
            let line = input.record.text
            #expect(line.allSatisfy { (0x20...0x7E).contains($0) })
            let read = try StreamInput(LogRecord(reading: line[...]))
            #expect(read == input, "\(String(decoding: line, as: UTF8.self))")
            // Equality of stanzas and secrets says less than their bytes.
            #expect(read.record.text == line)
        }
    }

    @Test func `every setup has its lines, which say all of it`() throws {
        for recipe in try recipes() {
            let log = try StreamLog(Array("xmpp-stream-log 1\n".utf8) + StreamLog.Setup.recipe(recipe).text)
            #expect(log.setup == .recipe(recipe))
            #expect(log.lines == [])
        }
        let own = StreamLog.Setup.own("50% of\n it: mine")
        #expect(try StreamLog(Array("xmpp-stream-log 1\n".utf8) + own.text).setup == own)
    }

    private func recipes() throws -> [StreamRecipe] {
        let (juliet, domain) = (try #require(JID("juliet@example.com/a b")), try #require(JID("example.com")))
        var account = SASLAccount(of: juliet, password: .known(Secret([0xFF, 0x20])))
        account.realm = "a b"
        account.authorizationIdentity = "x y"
        account.hasCertificate = true
        account.bearerToken = Secret("b")
        account.token = FASTToken(Secret("t"), for: .plain, expiry: 5)
        account.isAnonymous = true
        var policy = SASLPolicy()
        policy.mechanisms = [.plain, .digestMD5, .external]
        policy.minimumStrength = .challengeResponse
        policy.channelBinding = .required
        policy.requiresConfirmedOffer = true
        policy.toleratesNoCommonBinding = true
        policy.iterations = 1...2
        policy.requiresVerifiedTLS = true
        policy.rememberedStrength = .channelBound
        var server = SASLServerPolicy(mechanisms: [.scram(SCRAMVariant(.sha1, bindsChannel: true))])
        server.minimumStrength = .proof
        server.requiresChannelBinding = true
        var exchange = SASLServerPolicy.Configuration(domain: "a b", decoySecret: Secret([0, 1]))
        exchange.decoyIterations = 7
        exchange.decoySaltByteCount = 8
        var receiving = SASLReceivingConfiguration(server, exchange)
        receiving.maximumRetries = 5
        var derived = account
        derived.password = .derivedKeysOnly
        let kinds: [StreamRecipe.Kind] = [
            .client(juliet, account, policy), .client(juliet, derived, SASLPolicy()),
            .client(juliet, SASLAccount(of: juliet), SASLPolicy()),
            .serverOfClients([domain, juliet.domain], receiving),
            .serverCalling(domain, from: domain), .serverOfServers([domain], receiving),
            .component(domain, secret: Secret("x y")), .serverOfComponents([domain], .host),
            .serverOfComponents([domain], .secret(Secret(""))),
        ]
        return kinds.flatMap { kind in
            var other = StreamRecipe(kind)
            other.requiresTLS.toggle()
            other.asksAboutRefusedCertificates = true
            other.injectedBytes = .handedBack
            other.deliversNonzas = true
            other.tracksRequests = false
            other.goneDomains = [domain]
            other.languages = ["de", "x y"]
            other.headerRules.acceptsAnyPrefix = false
            other.headerRules.acceptsForeignDeclarations = false
            other.redirectCount = 2
            other.maximumRedirects = 9
            other.deadlines.negotiation = .milliseconds(5)
            other.deadlines.closing = .seconds(6)
            other.deadlines.answer = .seconds(7)
            other.deadlines.keepalive = .seconds(8)
            other.deadlines.silence = .seconds(9)
            return [StreamRecipe(kind), other]
        }
    }
}
