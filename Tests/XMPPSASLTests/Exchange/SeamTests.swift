import CryptoSeam
import Synchronization
import Testing
import XMPPCrypto

@testable import XMPPSASL

/// What is secret is compared by the seam, in constant time, and nowhere else; and who is unknown costs as much work as
/// who is wrong.
@Suite struct SeamTests {
    /// Takes everything to be equal.
    enum Agreeable: CryptoProvider {
        static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
            SwiftCryptoProvider.digest(of: bytes, with: algorithm)
        }

        static func authenticationCode(for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
            SwiftCryptoProvider.authenticationCode(for: bytes, key: key, with: algorithm)
        }

        static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool { true }
    }

    /// Takes nothing to be equal.
    enum Contrary: CryptoProvider {
        static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
            SwiftCryptoProvider.digest(of: bytes, with: algorithm)
        }

        static func authenticationCode(for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
            SwiftCryptoProvider.authenticationCode(for: bytes, key: key, with: algorithm)
        }

        static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool { false }
    }

    /// Writes down what it is asked for.
    enum Diary: CryptoProvider {
        final class Pages: Sendable {
            let entries = Mutex<[String]>([])
        }

        @TaskLocal static var pages: Pages?

        static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
            pages?.entries.withLock { $0.append("\(algorithm) of \(bytes.count)") }
            return SwiftCryptoProvider.digest(of: bytes, with: algorithm)
        }

        static func authenticationCode(for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] {
            pages?.entries.withLock { $0.append("HMAC of \(bytes.count) with \(algorithm)") }
            return SwiftCryptoProvider.authenticationCode(for: bytes, key: key, with: algorithm)
        }

        static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
            pages?.entries.withLock { $0.append("\(first.count) and \(second.count)") }
            return SwiftCryptoProvider.areEqual(first, second)
        }
    }

    /// A server that has heard the last message of a client but for the last event.
    private struct Scene {
        let name: String
        /// Before it is given what the host has.
        let server: any SASLExchange
        let right: SASLAnswer
        /// The user has another password or token.
        let wrong: SASLAnswer
        let unknown: SASLAnswer
        /// What the client says afterwards, if it is the last message that proves.
        var last: SASLPayload?

        /// How it ends.
        func end(_ answer: SASLAnswer, _ crypto: any CryptoProvider.Type) -> SASLAction {
            var server = server
            var action = server.receive(.answered(answer), using: crypto)
            if case .send = action, let last { action = server.receive(.received(last), using: crypto) }
            return action
        }
    }

    private static func scenes() throws -> [Scene] {
        let crypto = SwiftCryptoProvider.self
        let decoy = Secret("decoy")
        var scenes: [Scene] = []

        let variant = SCRAMVariant(.sha256, bindsChannel: false)
        var scram = SCRAMServer(
            SCRAMServer.Configuration(variant, bindings: [], decoySecret: decoy), recordedNonce: "def")
        _ = scram.receive(.begun(SASLPayload(text: "n,,n=user,r=abc")), using: crypto)
        // The salt is that of a user whom nobody knows, so that the same last message serves all.
        var ghost = scram
        guard case .send(let told?) = ghost.receive(.answered(.credentials(nil)), using: crypto) else {
            throw SASLMisuse.answer
        }
        let salt = try SCRAMServerFirst.read(told.exposed).get().salt
        func stored(_ password: String) throws -> SCRAMCredentials {
            try SCRAMRun.credentials(password, variant, salt: salt, iterations: 10_000)
        }
        var asked = scram
        guard case .send(let first?) = asked.receive(.answered(.credentials(try stored("pencil"))), using: crypto)
        else {
            throw SASLMisuse.answer
        }
        let keys = SCRAMKeys(
            derivedKey: try SCRAMRun.keys.key("pencil", stored("pencil").derivation), algorithm: .sha256, using: crypto)
        let proof = SCRAMKeys.masked(
            keys.clientKey.exposed, storedKey: keys.storedKey,
            authMessage: Array("n=user,r=abc,\(first.text),c=biws,r=abcdef".utf8), algorithm: .sha256, using: crypto)
        scenes.append(
            Scene(
                name: "SCRAM", server: scram, right: .credentials(try stored("pencil")),
                wrong: .credentials(try stored("pencils")), unknown: .credentials(nil),
                last: SASLPayload(Array("c=biws,r=abcdef,p=".utf8) + Base64.encode(proof))))

        let tokenVariant = HashedTokenVariant(.sha256, binding: .none)
        var client = try #require(HashedTokenClient(tokenVariant, username: "user", token: Secret("token")))
        var hashed = try #require(
            HashedTokenServer(tokenVariant, on: SASLChannel(.tls13), attempt: FASTAttempt(), decoySecret: decoy))
        guard case .send(let message?) = client.receive(.begun(nil), using: crypto) else { throw SASLMisuse.answer }
        _ = hashed.receive(.begun(message), using: crypto)
        func slots(_ current: String, _ following: String? = nil) -> FASTTokenSlots {
            func token(_ word: String) -> FASTToken { FASTToken(Secret(word), for: tokenVariant.name, expiry: 100) }
            return FASTTokenSlots(current: token(current), following: following.map { token($0) })
        }
        scenes.append(
            Scene(
                name: "HT", server: hashed, right: .tokens(slots("token"), now: 10),
                wrong: .tokens(slots("tokens", "others"), now: 10), unknown: .tokens(nil, now: 10)))

        var digestClient = try #require(
            try DigestClient(username: "user", domain: "a.b", authorizationIdentity: nil, recordedNonce: "0123"))
        var digest = DigestServer(realm: "a.b", domain: "a.b", decoySecret: decoy, recordedNonce: "abc")
        _ = digestClient.receive(.begun(nil), using: crypto)
        guard case .send(let challenge?) = digest.receive(.begun(nil), using: crypto),
            case .ask(.digestKey(let question)) = digestClient.receive(.received(challenge), using: crypto),
            case .send(let response?) = digestClient.receive(
                .answered(.digestKey(question.key(password: Secret("pencil"), using: crypto))), using: crypto)
        else { throw SASLMisuse.answer }
        _ = digest.receive(.received(response), using: crypto)
        scenes.append(
            Scene(
                name: "DIGEST-MD5", server: digest,
                right: .digestKey(question.key(password: Secret("pencil"), using: crypto)),
                wrong: .digestKey(question.key(password: Secret("pencils"), using: crypto)), unknown: .digestKey(nil)))

        var cramClient = try #require(CRAMClient(username: "user"))
        var cram = CRAMServer(domain: "a.b", decoySecret: decoy)
        _ = cram.receive(.begun(nil), using: crypto)
        _ = cramClient.receive(.begun(nil), using: crypto)
        let random = Secret(Array(repeating: 1, count: 16))
        guard case .send(let question?) = cram.receive(.answered(.randomBytes(random)), using: crypto),
            case .ask = cramClient.receive(.received(question), using: crypto),
            case .send(let answer?) = cramClient.receive(.answered(.password(Secret("pencil"))), using: crypto)
        else { throw SASLMisuse.answer }
        _ = cram.receive(.received(answer), using: crypto)
        scenes.append(
            Scene(
                name: "CRAM-MD5", server: cram, right: .password(Secret("pencil")), wrong: .password(Secret("pencils")),
                unknown: .password(nil)))
        return scenes
    }

    @Test("RFC5802-9-2, XEP0484-5.1-1: a server compares proofs by the seam's comparison, and by nothing else")
    func servers() throws {
        for scene in try Self.scenes() {
            #expect(isDone(scene.end(scene.right, SwiftCryptoProvider.self)), "\(scene.name)")
            #expect(!isDone(scene.end(scene.wrong, SwiftCryptoProvider.self)), "\(scene.name)")
            #expect(isDone(scene.end(scene.wrong, Agreeable.self)), "\(scene.name)")
            #expect(!isDone(scene.end(scene.right, Contrary.self)), "\(scene.name)")
            // Nobody whom nobody knows gets in, whatever is equal.
            #expect(!isDone(scene.end(scene.unknown, Agreeable.self)), "\(scene.name)")
        }
    }

    @Test("RFC6120-6.5.10-1, S17: an unknown user and a wrong password fail alike, after the same work")
    func sameWork() throws {
        func work(_ scene: Scene, _ answer: SASLAnswer) -> (end: SASLAction, entries: [String]) {
            let pages = Diary.Pages()
            let end = Diary.$pages.withValue(pages) { scene.end(answer, Diary.self) }
            return (end, pages.entries.withLock { $0 })
        }
        for scene in try Self.scenes() {
            let wrong = work(scene, scene.wrong)
            let unknown = work(scene, scene.unknown)
            #expect(wrong.end == unknown.end, "\(scene.name)")
            #expect(wrong.entries == unknown.entries, "\(scene.name)")
            #expect(wrong.entries.count >= 2, "\(scene.name)")
        }
    }

    @Test(
        "RFC5802-9-2, XEP0484-5.1-1: a client compares the server's proof by the seam's comparison, and by nothing else"
    )
    func clients() throws {
        let variant = HashedTokenVariant(.sha256, binding: .none)
        let proof = variant.proof(
            of: .responder, token: Secret("token"), bindingData: [], using: SwiftCryptoProvider.self)
        let configuration = try #require(
            try SCRAMClient.Configuration(
                SCRAMVariant(.sha256, bindsChannel: false), username: "user", binding: .unsupported))
        var scram: any SASLExchange = SCRAMClient(configuration, recordedNonce: "abc")
        let serverFirst = "r=abcd,s=YSBzYWx0IG9mIHNpeHRlZW4=,i=4096"
        _ = scram.receive(.begun(nil), using: SwiftCryptoProvider.self)
        _ = scram.receive(.received(SASLPayload(text: serverFirst)), using: SwiftCryptoProvider.self)
        let key = try SCRAMRun.keys.key(
            "pencil", SCRAMDerivation(algorithm: .sha256, salt: SCRAMRun.salt, iterations: 4096))
        guard case .send(let final?) = scram.receive(.answered(.derivedKey(key)), using: SwiftCryptoProvider.self)
        else {
            return #expect(Bool(false))
        }
        let verifier = try ScriptedPeer().serverFinal(
            bare: "n=user,r=abc", serverFirst: serverFirst, clientFinal: final)
        var hashed: any SASLExchange = try #require(
            HashedTokenClient(variant, username: "user", token: Secret("token")))
        _ = hashed.receive(.begun(nil), using: SwiftCryptoProvider.self)
        for (client, right, wrong) in [
            (scram, verifier, SASLPayload(text: "v=QUJD")), (hashed, SASLPayload(proof), SASLPayload(text: "x")),
        ] {
            for (message, crypto, isFine) in [
                (right, SwiftCryptoProvider.self, true), (wrong, SwiftCryptoProvider.self, false),
                (wrong, Agreeable.self, true), (right, Contrary.self, false),
            ] as [(SASLPayload, any CryptoProvider.Type, Bool)] {
                var other = client
                #expect(isDone(other.receive(.succeeded(message), using: crypto)) == isFine, "\(client.mechanism)")
            }
        }
    }

    private func isDone(_ action: SASLAction) -> Bool {
        if case .done = action { true } else { false }
    }
}
