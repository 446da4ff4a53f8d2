#if NIO
    import NIOSSL
    import X509
    import XMPPNegotiation

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Finds out whether a chain of certificates is to be believed; whose the first of them is, is the engine's to decide.
    struct ChainTrust: Sendable {
        /// Whom the host trusts.
        let roots: CertificateStore

        /// The peer's certificate, as the engine takes it, and in DER; nil where it cannot be read.
        ///
        /// The first of the chain is the one whose key the handshake has proved: where it cannot be read, no other stands in
        /// for it. Those behind it are no more than a help.
        func presented(_ chain: [NIOSSLCertificate]) async -> (
            certificate: Certificate, presented: PresentedCertificate
        )? {
            guard let first = chain.first, let leaf = Certificate(reading: first) else { return nil }
            return (leaf, PresentedCertificate(leaf, trust: await trust(in: leaf, behind: chain.dropFirst())))
        }

        private func trust(in leaf: Certificate, behind others: ArraySlice<NIOSSLCertificate>) async
            -> PresentedCertificate.Trust
        {
            // First, since a verifier says no more than that there is no way to a root.
            let now = Date()
            if now < leaf.notValidBefore || now > leaf.notValidAfter { return .outOfDate }
            guard others.count <= Self.mostOthers else { return .invalid }
            var verifier = Verifier(rootCertificates: roots) {
                RFC5280Policy()
                ServerPurposePolicy()
            }
            switch await verifier.validate(leaf: leaf, intermediates: CertificateStore(Self.distinct(others))) {
            case .validCertificate: return .trusted
            case .couldNotValidate(let failures): return failures.isEmpty ? .unknownIssuer : .invalid
            }
        }

        /// A verifier tries every order of those that can have issued each other: there are few of them, and one of each
        /// name and key.
        private static func distinct(_ others: ArraySlice<NIOSSLCertificate>) -> [Certificate] {
            var kept: [Certificate] = []
            for certificate in others.compactMap(Certificate.init(reading:))
            where !kept.contains(where: {
                $0.subject == certificate.subject && $0.publicKey == certificate.publicKey
            }) {
                kept.append(certificate)
            }
            return kept
        }

        /// Certificates behind the first, at most: chains of the web have two or three.
        private static let mostOthers = 8
    }

    extension Certificate {
        /// Nil where it is more, or something else, than this library reads.
        init?(reading certificate: NIOSSLCertificate) {
            guard let der = try? certificate.toDERBytes(), let read = try? Certificate(derEncoded: der) else {
                return nil
            }
            self = read
        }
    }
#endif
