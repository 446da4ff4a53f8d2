#if NIO
    import Crypto
    import Foundation
    import NIOSSL
    import SwiftASN1
    import Testing
    import X509
    import XMPPAddress
    import XMPPCrypto
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// A server on loopback that examples log in at.
    struct TestServer: Sendable {
        /// Where it listens.
        let port: Int
        /// Its certificate, which nobody else has signed, in PEM.
        let certificate: String

        /// Runs `body` beside a server that runs `scenario` with each session, one after the other, with its number from 0.
        /// Returns once `count` sessions have come to their end; throws what either throws.
        static func run(
            _ configuration: StreamConfiguration, sessions count: Int = 1,
            scenario: @escaping @Sendable (inout Conversation, Int) async throws -> Void,
            beside body:
                @escaping @Sendable (TestServer, @escaping @Sendable () async throws -> Void) async throws -> Void
        ) async throws {
            let certificate = try TestCertificate(domain: "example.com")
            let server = XMPPServer(
                try StreamSetup(configuration), identities: try certificate.identities, host: try Accounts())
            let ports = AsyncStream.makeStream(of: Int.self)
            let outcomes = AsyncStream.makeStream(of: Result<Void, any Error>.self)
            let number = Counter()
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    try await server.run(
                        host: "127.0.0.1", port: 0, listening: { ports.continuation.yield($0.port ?? 0) }
                    ) { session in
                        do {
                            var conversation = Conversation(session)
                            try await scenario(&conversation, await number.next())
                            outcomes.continuation.yield(.success(()))
                        } catch { outcomes.continuation.yield(.failure(error)) }
                    }
                }
                defer { tasks.cancelAll() }
                for await port in ports.stream {
                    try await body(TestServer(port: port, certificate: certificate.pem)) {
                        var seen = 0
                        for await outcome in outcomes.stream {
                            try outcome.get()
                            seen += 1
                            if seen == count { return }
                        }
                        throw CancellationError()
                    }
                    return
                }
            }
        }

        private actor Counter {
            private var value = -1
            func next() -> Int {
                value += 1
                return value
            }
        }
    }

    /// What a session says and hears, in order.
    struct Conversation {
        let session: XMPPSession
        private var stanzas: AsyncThrowingStream<AnyStanza, any Error>.Iterator

        init(_ session: XMPPSession) {
            self.session = session
            let stanzas = AsyncThrowingStream.makeStream(of: AnyStanza.self)
            Task {
                do {
                    for try await case .stanza(let stanza) in session.news { stanzas.continuation.yield(stanza) }
                    stanzas.continuation.finish()
                } catch { stanzas.continuation.finish(throwing: error) }
            }
            self.stanzas = stanzas.stream.makeAsyncIterator()
        }

        /// The next stanza.
        mutating func next() async throws -> AnyStanza {
            let next = try await stanzas.next()
            return try #require(next, "the stream is over")
        }

        /// Sends a request, and returns the answer: the next iq.
        mutating func answer(to iq: IQ) async throws -> IQ {
            try await session.send(.iq(iq))
            while true { if case .iq(let iq) = try await next() { return iq } }
        }
    }

    /// What the server knows of users: juliet, and her password.
    private struct Accounts: StreamAnswering {
        private let juliet: SCRAMCredentials

        init() throws {
            let derivation = SCRAMDerivation(algorithm: .sha256, salt: Array("salt of a test".utf8), iterations: 4096)
            let key = try PasswordDerivation.uncheckedKey(
                from: SCRAMDerivation.prepared(password: "r0m30").exposed, salt: derivation.salt,
                rounds: derivation.iterations, with: .sha256, byteCount: 32)
            juliet = SCRAMCredentials(derivation: derivation, derivedKey: Secret(key), using: SwiftCryptoProvider.self)
        }

        func answer(to question: HostQuestion) async -> HostAnswer {
            switch question {
            case .authentication(.credentials(of: let identity, for: .sha256)):
                return .authentication(.credentials(identity.username == "juliet" ? juliet : nil))
            case .resource(let wish):
                let bound = try? wish.account?.with(resourcepart: wish.resource ?? wish.generated)
                return .resource(bound.map { .success($0) } ?? .failure(StanzaError(.badRequest)))
            case .randomBytes, .authentication, .certificate, .registration, .legacyCredentials, .custom:
                return .unavailable
            }
        }
    }

    /// A certificate that is its own authority.
    private struct TestCertificate {
        private let key = P256.Signing.PrivateKey()
        private let certificate: Certificate

        init(domain: String) throws {
            let (key, name) = (Certificate.PrivateKey(key), try DistinguishedName { CommonName("a server for tests") })
            certificate = try Certificate(
                version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
                notValidBefore: Date(timeIntervalSinceNow: -3600), notValidAfter: Date(timeIntervalSinceNow: 3600),
                issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                    SubjectAlternativeNames([.dnsName(domain)])
                },
                issuerPrivateKey: key)
        }

        var pem: String { get throws { try certificate.serializeAsPEM().pemString } }

        var identities: ServerIdentities {
            get throws {
                try ServerIdentities(
                    chain: NIOSSLCertificate.fromPEMBytes(Array(pem.utf8)),
                    key: NIOSSLPrivateKey(bytes: Array(key.derRepresentation), format: .der))
            }
        }
    }
#endif
