#if Tool && NIO
    import Crypto
    import Foundation
    import NIOSSL
    import SwiftASN1
    import X509
    import XMPPNIO

    /// An authority that nobody else knows, for as long as a server runs, and the certificates that it issues.
    struct ThrowawayAuthority {
        private let certificate: Certificate
        private let key = P256.Signing.PrivateKey()
        private let name: DistinguishedName
        private let start: Date
        private let end: Date

        /// Makes one.
        init() throws {
            name = try DistinguishedName { CommonName("xmpp serve, throw-away") }
            // Clocks differ.
            start = Date(timeIntervalSinceNow: -3600)
            end = Date(timeIntervalSinceNow: Self.lifeSeconds)
            let key = Certificate.PrivateKey(self.key)
            certificate = try Certificate(
                version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey, notValidBefore: start,
                notValidAfter: end, issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                    Critical(KeyUsage(keyCertSign: true))
                    SubjectKeyIdentifier(hash: key.publicKey)
                },
                issuerPrivateKey: key)
        }

        /// What a client has to trust.
        var root: NIOSSLCertificate {
            get throws { try NIOSSLCertificate(bytes: Self.der(certificate), format: .der) }
        }

        /// The same for other programs.
        var pem: String {
            get throws { try certificate.serializeAsPEM().pemString + "\n" }
        }

        /// A certificate of a domain, with its key.
        func identities(for domain: String) throws -> ServerIdentities {
            let key = P256.Signing.PrivateKey()
            let leaf = try Certificate(
                version: .v3, serialNumber: Certificate.SerialNumber(),
                publicKey: Certificate.PublicKey(key.publicKey), notValidBefore: start, notValidAfter: end,
                issuer: name,
                subject: try DistinguishedName { CommonName(domain) }, signatureAlgorithm: .ecdsaWithSHA256,
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.notCertificateAuthority)
                    Critical(KeyUsage(digitalSignature: true))
                    try ExtendedKeyUsage([.serverAuth])
                    SubjectAlternativeNames(Self.names(of: domain))
                },
                issuerPrivateKey: Certificate.PrivateKey(self.key))
            return try ServerIdentities(
                chain: [try NIOSSLCertificate(bytes: Self.der(leaf), format: .der)],
                key: try NIOSSLPrivateKey(bytes: Array(key.derRepresentation), format: .der))
        }

        private static func names(of domain: String) -> [GeneralName] {
            let numbers = domain.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
            guard numbers.count == 4, !numbers.contains(nil) else { return [.dnsName(domain)] }
            return [.ipAddress(ASN1OctetString(contentBytes: numbers.compactMap { $0 }[...]))]
        }

        private static func der(_ certificate: Certificate) throws -> [UInt8] {
            var serializer = DER.Serializer()
            try serializer.serialize(certificate)
            return serializer.serializedBytes
        }

        private static let lifeSeconds = 30.0 * 86400
    }
#endif
