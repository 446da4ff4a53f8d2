#if Crypto
    import CryptoSeam
    import XMPPCrypto
    import XMPPSASL

    /// What is done to authenticate, with swift-crypto: see `Benchmarks/README.md`.
    enum SASLOperations {
        static func all() throws -> [Operation] {
            let sha256 = try SCRAMDialogue(SCRAMVariant(.sha256, bindsChannel: false))
            let exchanges = [
                try SCRAMDialogue(SCRAMVariant(.sha1, bindsChannel: false)).both("sasl/scram-sha-1"),
                sha256.both("sasl/scram-sha-256"), sha256.client("sasl/scram-sha-256/client"),
                sha256.server("sasl/scram-sha-256/server"),
                try SCRAMDialogue(SCRAMVariant(.sha512, bindsChannel: false)).both("sasl/scram-sha-512"),
            ]
            let hashes: [(String, HashAlgorithm)] = [("sha-1", .sha1), ("sha-256", .sha256), ("sha-512", .sha512)]
            return exchanges
                + hashes.flatMap { name, algorithm in
                    [
                        derivation("sasl/derive/\(name)/4096", algorithm, iterations: 4096, times: 16),
                        // Hundreds of milliseconds each: a few passes have to do.
                        derivation(
                            "sasl/derive/\(name)/600000", algorithm, iterations: 600_000, times: 1, mostRounds: 3),
                    ]
                }
        }

        /// Makes a key of a password, as SCRAM asks for it.
        private static func derivation(
            _ name: String, _ algorithm: HashAlgorithm, iterations: Int, times: Int, mostRounds: Int = .max
        ) -> Operation {
            let password = Array("correct horse battery staple".utf8)
            let salt = [UInt8](0..<16)
            return Operation(name: name, times: times, mostRounds: mostRounds) { times in
                var sum = 0
                for _ in 0..<times {
                    let key = try PasswordDerivation.uncheckedKey(
                        from: password, salt: salt, rounds: iterations, with: algorithm,
                        byteCount: algorithm.digestByteCount)
                    sum &+= key.reduce(0) { $0 &+ Int($1) }
                }
                return sum
            }
        }
    }

    /// A client and a server of SCRAM whose host knows every answer: the key is derived, the bytes are random already.
    private struct SCRAMDialogue {
        private let clientConfiguration: SCRAMClient.Configuration
        private let serverConfiguration: SCRAMServer.Configuration
        private let key: Secret
        private let credentials: SCRAMCredentials
        private let clientBytes = Secret([UInt8](0..<24))
        private let serverBytes = Secret([UInt8](100..<124))
        /// What is said, in its order. The same bytes give the same nonces.
        private var messages: [SASLPayload] = []
        private let crypto = SwiftCryptoProvider.self

        /// Goes through the exchange once, and keeps what was said.
        init(_ variant: SCRAMVariant) throws {
            guard
                let configuration = try SCRAMClient.Configuration(
                    variant, username: "juliet", binding: .unsupported)
            else { throw Unverified(name: variant.name.description) }
            clientConfiguration = configuration
            serverConfiguration = SCRAMServer.Configuration(variant, bindings: [], decoySecret: Secret("decoys"))
            let derivation = SCRAMDerivation(
                algorithm: variant.algorithm, salt: [UInt8](0..<16), iterations: 4096)
            key = Secret([UInt8](repeating: 7, count: variant.algorithm.digestByteCount))
            credentials = SCRAMCredentials(derivation: derivation, derivedKey: key, using: SwiftCryptoProvider.self)
            messages = try run(name: variant.name.description)
        }

        /// Both sides, each fed what the other says.
        func both(_ name: String) -> Operation {
            Operation(name: name, times: Self.times) { times in
                var sum = 0
                for _ in 0..<times { sum &+= try run(name: name).reduce(0) { $0 &+ $1.exposed.count } }
                return sum
            }
        }

        /// The client alone, against what the server said before.
        func client(_ name: String) -> Operation {
            Operation(name: name, times: Self.times) { times in
                var verified = 0
                for _ in 0..<times {
                    var client = SCRAMClient(clientConfiguration)
                    _ = client.receive(.begun(nil), using: crypto)
                    _ = client.receive(.answered(.randomBytes(clientBytes)), using: crypto)
                    _ = client.receive(.received(messages[1]), using: crypto)
                    _ = client.receive(.answered(.derivedKey(key)), using: crypto)
                    guard case .done = client.receive(.succeeded(messages[3]), using: crypto) else {
                        throw Unverified(name: name)
                    }
                    verified &+= 1
                }
                return verified
            }
        }

        /// The server alone, against what the client said before.
        func server(_ name: String) -> Operation {
            Operation(name: name, times: Self.times) { times in
                var verified = 0
                for _ in 0..<times {
                    var server = SCRAMServer(serverConfiguration)
                    _ = server.receive(.begun(messages[0]), using: crypto)
                    _ = server.receive(.answered(.credentials(credentials)), using: crypto)
                    _ = server.receive(.answered(.randomBytes(serverBytes)), using: crypto)
                    guard case .done = server.receive(.received(messages[2]), using: crypto) else {
                        throw Unverified(name: name)
                    }
                    verified &+= 1
                }
                return verified
            }
        }

        /// One exchange: the four messages.
        private func run(name: String) throws -> [SASLPayload] {
            var client = SCRAMClient(clientConfiguration)
            var server = SCRAMServer(serverConfiguration)
            _ = client.receive(.begun(nil), using: crypto)
            guard case .send(let first?) = client.receive(.answered(.randomBytes(clientBytes)), using: crypto) else {
                throw Unverified(name: name)
            }
            _ = server.receive(.begun(first), using: crypto)
            _ = server.receive(.answered(.credentials(credentials)), using: crypto)
            guard case .send(let second?) = server.receive(.answered(.randomBytes(serverBytes)), using: crypto) else {
                throw Unverified(name: name)
            }
            _ = client.receive(.received(second), using: crypto)
            guard case .send(let third?) = client.receive(.answered(.derivedKey(key)), using: crypto),
                case .done(let outcome) = server.receive(.received(third), using: crypto),
                let fourth = outcome.additionalData,
                case .done = client.receive(.succeeded(fourth), using: crypto)
            else { throw Unverified(name: name) }
            return [first, second, third, fourth]
        }

        /// An exchange takes tens of microseconds.
        private static let times = 1 << 12
    }

    /// An exchange did not end verified: what it measures would mean nothing.
    private struct Unverified: Error, CustomStringConvertible {
        let name: String
        var description: String { "\(name) does not end verified" }
    }
#else
    /// Without the trait Crypto there is nothing to do it with.
    enum SASLOperations {
        static func all() -> [Operation] { [] }
    }
#endif
