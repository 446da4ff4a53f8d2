#if NIO
    import Foundation
    import NIOSSL
    import Testing
    import X509
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation

    /// What is made of a chain of certificates, over TLS on loopback.
    @Suite(.timeLimit(.minutes(1))) struct ChainTests {
        /// A chain, and what becomes of it; nil where it is believed.
        struct Row: CustomTestStringConvertible, Sendable {
            let testDescription: String
            let refusal: IdentityVerdict.Refusal?
            let chain: @Sendable (TestAuthority) throws -> ([NIOSSLCertificate], NIOSSLPrivateKey)

            init(
                _ description: String, _ refusal: IdentityVerdict.Refusal?,
                chain: @escaping @Sendable (TestAuthority) throws -> ([NIOSSLCertificate], NIOSSLPrivateKey)
            ) {
                testDescription = description
                self.refusal = refusal
                self.chain = chain
            }
        }

        static let rows = [
            Row("a certificate whose names are all there is of a subject", nil) { authority in
                let (leaf, key) = try authority.leaf(for: "example.com", isNamedBySANAlone: true)
                return ([leaf], key)
            },
            Row("one for servers and clients", nil) { authority in
                let (leaf, key) = try authority.leaf(for: "example.com", usages: [.clientAuth, .serverAuth])
                return ([leaf], key)
            },
            Row("one for clients", .untrusted(.invalid)) { authority in
                let (leaf, key) = try authority.leaf(for: "example.com", usages: [.clientAuth])
                return ([leaf], key)
            },
            Row("a few others behind it", nil) { authority in
                let (leaf, key) = try authority.leaf(for: "example.com")
                return ([leaf] + (try authority.likenesses(8)), key)
            },
            Row("very many others behind it", .untrusted(.invalid)) { authority in
                let (leaf, key) = try authority.leaf(for: "example.com")
                return ([leaf] + (try authority.likenesses(40)), key)
            },
        ]

        @Test(
            "RFC6120-13.7.2-1, S28: a chain is believed for what it proves, and does not cost more than that",
            arguments: rows)
        func chain(_ row: Row) async throws {
            let end = try await end(of: row.chain)
            #expect(end == row.refusal.map { .negotiation(.certificate(.refused($0))) })
        }

        @Test("S11, S14: no other certificate stands in for the one whose key was proved")
        func unreadable() async throws {
            let end = try await end { authority in
                let certificate = try #require(Data(base64Encoded: Self.unreadableCertificate))
                let key = try #require(Data(base64Encoded: Self.unreadableKey))
                return (
                    [
                        try NIOSSLCertificate(bytes: Array(certificate), format: .der),
                        try authority.leaf(for: "example.com").0,
                    ], try NIOSSLPrivateKey(bytes: Array(key), format: .der)
                )
            }
            #expect(end == .transportClosed)
        }

        /// How the stream of a client ends; nil where it is logged in.
        private func end(
            of chain: @escaping @Sendable (TestAuthority) throws -> ([NIOSSLCertificate], NIOSSLPrivateKey)
        ) async throws -> StreamEnd? {
            var plan = TestServer.Plan()
            plan.identities = { authority in
                let (chain, key) = try chain(authority)
                return try ServerIdentities(chain: chain, key: key)
            }
            return try await TestServer.run(plan) { server in
                do {
                    return try await server.client().run { _ in nil }
                } catch let failure as StreamFailure {
                    return failure.end
                }
            }
        }

        /// Signed by itself, with 33 extensions, one more than the library reads that looks at chains; BoringSSL takes it.
        private static let unreadableCertificate = """
            MIID3DCCA4KgAwIBAgIUWoVRqXCHwpU9AIhaiWf9bCDl0HEwCgYIKoZIzj0EAwIwKDEmMCQGA1UEAwwdbW9yZSBleHRlbnNp\
            b25zIHRoYW4gYXJlIHJlYWQwIBcNMjYxMTIyMDUxOTEyWhgPMjEyNjEwMjkwNTE5MTJaMCgxJjAkBgNVBAMMHW1vcmUgZXh0\
            ZW5zaW9ucyB0aGFuIGFyZSByZWFkMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEkU444u6OTH7LDrdeCaS2/mJNH7GfiHuR\
            iGsi7ntqlxb0H2URoij2cLcotIwU5degONnjAdABmG3HiMj9923LYaOCAoYwggKCMB0GA1UdDgQWBBR3MtVfIhI3kJfYOzL9\
            UmiIJdoNozAfBgNVHSMEGDAWgBR3MtVfIhI3kJfYOzL9UmiIJdoNozAPBgNVHRMBAf8EBTADAQH/MA8GCSsGAQQBg7IDAQQC\
            BQAwDwYJKwYBBAGDsgMCBAIFADAPBgkrBgEEAYOyAwMEAgUAMA8GCSsGAQQBg7IDBAQCBQAwDwYJKwYBBAGDsgMFBAIFADAP\
            BgkrBgEEAYOyAwYEAgUAMA8GCSsGAQQBg7IDBwQCBQAwDwYJKwYBBAGDsgMIBAIFADAPBgkrBgEEAYOyAwkEAgUAMA8GCSsG\
            AQQBg7IDCgQCBQAwDwYJKwYBBAGDsgMLBAIFADAPBgkrBgEEAYOyAwwEAgUAMA8GCSsGAQQBg7IDDQQCBQAwDwYJKwYBBAGD\
            sgMOBAIFADAPBgkrBgEEAYOyAw8EAgUAMA8GCSsGAQQBg7IDEAQCBQAwDwYJKwYBBAGDsgMRBAIFADAPBgkrBgEEAYOyAxIE\
            AgUAMA8GCSsGAQQBg7IDEwQCBQAwDwYJKwYBBAGDsgMUBAIFADAPBgkrBgEEAYOyAxUEAgUAMA8GCSsGAQQBg7IDFgQCBQAw\
            DwYJKwYBBAGDsgMXBAIFADAPBgkrBgEEAYOyAxgEAgUAMA8GCSsGAQQBg7IDGQQCBQAwDwYJKwYBBAGDsgMaBAIFADAPBgkr\
            BgEEAYOyAxsEAgUAMA8GCSsGAQQBg7IDHAQCBQAwDwYJKwYBBAGDsgMdBAIFADAPBgkrBgEEAYOyAx4EAgUAMA8GCSsGAQQB\
            g7IDHwQCBQAwDwYJKwYBBAGDsgMgBAIFADAPBgkrBgEEAYOyAyEEAgUAMAoGCCqGSM49BAMCA0gAMEUCIF0Gb5VSW1Q5Mhd0\
            1Hkpm2JHeWIZoUHzqECd22ODbqpEAiEA9Io8GhQuJw2NnHW8pav4HWKyYQb5Tc2e4SiI1gUmNUI=
            """
        private static let unreadableKey = """
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgNWCIt+jujvEVOkbROHbmKmzfFsKAs06vB03DaAbje+qhRANC\
            AASRTjji7o5MfssOt14JpLb+Yk0fsZ+Ie5GIayLue2qXFvQfZRGiKPZwtyi0jBTl16A42eMB0AGYbceIyP33bcth
            """
    }
#endif
