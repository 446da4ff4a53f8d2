import Testing
import XMPPSASL

/// A client and a server of ours, with somebody between them.
@Suite struct SCRAMMeddlingTests {
    private static let variants = SCRAMVariant.Hash.allCases.flatMap { hash in
        [false, true].map { SCRAMVariant(hash, bindsChannel: $0) }
    }

    private static func honest(_ variant: SCRAMVariant) -> SCRAMRun {
        var run = SCRAMRun()
        run.variant = variant
        run.serverBindings = variant.bindsChannel ? [channel] : []
        run.clientBinding = variant.bindsChannel ? .bound(channel) : .notOffered
        return run
    }

    private static let channel = ChannelBinding(unchecked: .tlsExporter, data: Array(repeating: 7, count: 32))

    @Test(
        "RFC5802-4-1: the honest run ends verified on both sides", arguments: variants)
    func honest(_ variant: SCRAMVariant) throws {
        for challengesLast in [false, true] {
            var run = Self.honest(variant)
            run.challengesLast = challengesLast
            let (ending, sent) = try run.run()
            #expect(ending.isVerified)
            #expect(sent.count == 4)
        }
    }

    @Test(
        "S16, RFC5802-5-2: with any bit of any message flipped, nobody is fooled",
        arguments: variants)
    func flipped(_ variant: SCRAMVariant) throws {
        let sent = try Self.honest(variant).run().sent
        for which in SCRAMRun.Message.allCases {
            for index in sent[which.rawValue].indices {
                for bit in 0..<8 {
                    var run = Self.honest(variant)
                    run.meddle = { message, bytes in
                        var bytes = bytes
                        if message == which { bytes[index] ^= 1 << UInt8(bit) }
                        return bytes
                    }
                    let ending = try run.run().ending
                    // Once the server has proved itself, nobody can flip anything any more.
                    #expect(!ending.isVerified && !isDone(ending.client), "\(which), byte \(index), bit \(bit)")
                    if which != .serverFinal { #expect(!isDone(ending.server), "\(which), byte \(index), bit \(bit)") }
                }
            }
        }
    }

    @Test(
        "S16: with any message cut short, doubled, emptied or replaced by another, nobody is fooled",
        arguments: variants)
    func replaced(_ variant: SCRAMVariant) throws {
        let sent = try Self.honest(variant).run().sent
        for which in SCRAMRun.Message.allCases {
            let original = sent[which.rawValue]
            var others = sent.enumerated().filter { $0.offset != which.rawValue }.map(\.element)
            others += original.indices.map { Array(original[..<$0]) }
            others += [original + original, original + [0x2C], original + Array(",m=x".utf8), [0x2C] + original]
            for other in others {
                var run = Self.honest(variant)
                run.meddle = { $0 == which ? other : $1 }
                let ending = try run.run().ending
                #expect(!ending.isVerified, "\(which): \(String(decoding: other, as: UTF8.self))")
                #expect(which == .serverFinal || !isDone(ending.client))
            }
        }
    }

    @Test(
        "S17, RFC5802-5.1-19: an unknown user and a wrong password fail alike, and the unknown user's salt stays the same"
    )
    func unknownUser() throws {
        var unknown = SCRAMRun()
        unknown.isUserKnown = false
        var wrong = SCRAMRun()
        wrong.typedPassword = "pencils"
        let (first, second) = (try unknown.run(), try wrong.run())
        #expect(first.ending.server == second.ending.server)
        guard case .fail(let failure)? = first.ending.server else { return #expect(Bool(false)) }
        #expect(failure.condition == .notAuthorized)
        #expect(try unknown.run().sent[1] == first.sent[1])
        #expect(first.sent[1].count == second.sent[1].count)
    }

    @Test(
        "S14, RFC5802-6-6, RFC5802-6-7, RFC5802-6-8, RFC5802-6-9: a channel that is not bound as both know it ends it")
    func channels() throws {
        let other = ChannelBinding(unchecked: .tlsExporter, data: Array(repeating: 8, count: 32))
        let endPoint = ChannelBinding(unchecked: .tlsServerEndPoint, data: Array(repeating: 7, count: 32))
        let plus = SCRAMVariant(.sha256, bindsChannel: true)
        let plain = SCRAMVariant(.sha256, bindsChannel: false)
        let rows: [(SCRAMVariant, SCRAMClient.Binding, [ChannelBinding], Bool)] = [
            (plus, .bound(Self.channel), [Self.channel], true),
            (plus, .bound(Self.channel), [endPoint, Self.channel], true),
            (plus, .bound(Self.channel), [other], false), (plus, .bound(Self.channel), [endPoint], false),
            (plus, .bound(Self.channel), [], false), (plain, .notOffered, [Self.channel], false),
            (plain, .notOffered, [], true), (plain, .unsupported, [Self.channel], true),
            (plain, .unsupported, [], true),
        ]
        for (variant, client, server, isFine) in rows {
            var run = SCRAMRun()
            run.variant = variant
            run.clientBinding = client
            run.serverBindings = server
            #expect(try run.run().ending.isVerified == isFine, "\(client), \(server)")
        }
        // A variant without binding has no `p=`, one with it no other.
        #expect(try SCRAMClient.Configuration(plain, username: "user", binding: .bound(Self.channel)) == nil)
        #expect(try SCRAMClient.Configuration(plus, username: "user", binding: .notOffered) == nil)
    }

    @Test("S15, XEP0474-6.2-1, XEP0474-6.2-3: a list of mechanisms that somebody has shortened ends it")
    func downgrade() throws {
        let offered = SCRAMDowngradeProtection(
            mechanisms: ["SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"], bindings: ["tls-exporter"])
        let same = SCRAMDowngradeProtection(
            mechanisms: ["PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256"], bindings: ["tls-exporter"])
        let shortened = SCRAMDowngradeProtection(mechanisms: ["PLAIN", "SCRAM-SHA-1"], bindings: ["tls-exporter"])
        let unbound = SCRAMDowngradeProtection(mechanisms: ["PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256"], bindings: [])
        for (client, server, isFine) in [
            (same, offered, true), (shortened, offered, false), (unbound, offered, false), (nil, offered, true),
            (same, nil, true),
        ] as [(SCRAMDowngradeProtection?, SCRAMDowngradeProtection?, Bool)] {
            var run = SCRAMRun()
            run.clientOffer = client
            run.serverOffer = server
            #expect(try run.run().ending.isVerified == isFine)
        }
    }

    @Test("RFC5802-5.1-6, RFC5802-7-2: whom the user may act as is the host's to say") func authorization() throws {
        for (mayAct, isFine) in [(true, true), (false, false)] {
            var run = SCRAMRun()
            run.authorizationIdentity = "other,=user@example.com"
            run.mayAct = mayAct
            let (ending, sent) = try run.run()
            #expect(ending.isVerified == isFine)
            #expect(String(decoding: sent[0], as: UTF8.self).hasPrefix("n,a=other=2C=3Duser@example.com,n=user,r="))
            if !isFine, case .fail(let failure)? = ending.server { #expect(failure.condition == .invalidAuthzid) }
        }
    }

    private func isDone(_ action: SASLAction?) -> Bool {
        if case .done? = action { true } else { false }
    }
}
