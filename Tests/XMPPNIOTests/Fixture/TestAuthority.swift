#if NIO
    import Crypto
    import Foundation
    import NIOSSL
    import SwiftASN1
    import X509
    import XMPPNIO

    /// An authority that lives as long as a test, and the certificates that it issues.
    struct TestAuthority {
        let certificate: Certificate
        private let key = P256.Signing.PrivateKey()
        private let name: DistinguishedName

        init() throws {
            name = try DistinguishedName { CommonName("an authority for tests") }
            let key = Certificate.PrivateKey(self.key)
            certificate = try Certificate(
                version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
                notValidBefore: Date(timeIntervalSinceNow: -3600), notValidAfter: Date(timeIntervalSinceNow: 3600),
                issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                },
                issuerPrivateKey: key)
        }

        /// What a client has to trust.
        var root: NIOSSLCertificate {
            get throws { try NIOSSLCertificate(bytes: Self.der(certificate), format: .der) }
        }

        /// What a server shows for a domain.
        func identities(for domain: String, age: TimeInterval = 1800) throws -> ServerIdentities {
            let (leaf, key) = try leaf(for: domain, age: age)
            return try ServerIdentities(chain: [leaf], key: key)
        }

        /// A server's certificate for a domain, and its key.
        ///
        /// - Parameters:
        ///   - age: How long ago it began; it ends an hour later.
        ///   - usages: What it says that it is for; nil for one that says nothing.
        ///   - isNamedBySANAlone: Whether its subject is empty, and its names therefore critical (RFC 5280 §4.2.1.6).
        func leaf(
            for domain: String, age: TimeInterval = 1800, usages: [ExtendedKeyUsage.Usage]? = nil,
            isNamedBySANAlone: Bool = false
        ) throws -> (NIOSSLCertificate, NIOSSLPrivateKey) {
            let key = P256.Signing.PrivateKey()
            let names = SubjectAlternativeNames([.dnsName(domain)])
            var extensions = try Certificate.Extensions { Critical(BasicConstraints.notCertificateAuthority) }
            try extensions.append(Certificate.Extension(names, critical: isNamedBySANAlone))
            if let usages {
                try extensions.append(Certificate.Extension(ExtendedKeyUsage(usages), critical: true))
            }
            let leaf = try Certificate(
                version: .v3, serialNumber: Certificate.SerialNumber(),
                publicKey: Certificate.PublicKey(key.publicKey),
                notValidBefore: Date(timeIntervalSinceNow: -age), notValidAfter: Date(timeIntervalSinceNow: 3600 - age),
                issuer: name,
                subject: isNamedBySANAlone ? DistinguishedName() : try DistinguishedName { CommonName("a server") },
                signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions,
                issuerPrivateKey: Certificate.PrivateKey(self.key))
            return (
                try NIOSSLCertificate(bytes: Self.der(leaf), format: .der),
                try NIOSSLPrivateKey(bytes: Array(key.derRepresentation), format: .der)
            )
        }

        /// So many certificates of authorities, all of one name and one key, which can have issued each other.
        func likenesses(_ count: Int) throws -> [NIOSSLCertificate] {
            let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
            let name = try DistinguishedName { CommonName("one of many") }
            return try (0..<count).map { number in
                let certificate = try Certificate(
                    version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
                    notValidBefore: Date(timeIntervalSinceNow: -3600), notValidAfter: Date(timeIntervalSinceNow: 3600),
                    issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
                    extensions: Certificate.Extensions {
                        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                        SubjectAlternativeNames([.dnsName("n\(number).example")])
                    },
                    issuerPrivateKey: key)
                return try NIOSSLCertificate(bytes: Self.der(certificate), format: .der)
            }
        }

        private static func der(_ certificate: Certificate) throws -> [UInt8] {
            var serializer = DER.Serializer()
            try serializer.serialize(certificate)
            return serializer.serializedBytes
        }
    }
#endif
