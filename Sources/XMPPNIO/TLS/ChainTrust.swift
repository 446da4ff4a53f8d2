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

        /// The peer's certificate, as the engine takes it, and in DER; nil where it cannot be read at all.
        func presented(_ chain: [NIOSSLCertificate]) async -> (
            certificate: Certificate, presented: PresentedCertificate
        )? {
            var certificates: [Certificate] = []
            for certificate in chain {
                guard let der = try? certificate.toDERBytes(), let read = try? Certificate(derEncoded: der) else {
                    continue
                }
                certificates.append(read)
            }
            guard let leaf = certificates.first else { return nil }
            return (leaf, PresentedCertificate(leaf, trust: await trust(in: leaf, behind: certificates.dropFirst())))
        }

        private func trust(in leaf: Certificate, behind others: ArraySlice<Certificate>) async
            -> PresentedCertificate.Trust
        {
            // First, since a verifier says no more than that there is no way to a root.
            let now = Date()
            if now < leaf.notValidBefore || now > leaf.notValidAfter { return .outOfDate }
            var verifier = Verifier(rootCertificates: roots) { RFC5280Policy() }
            switch await verifier.validate(leaf: leaf, intermediates: CertificateStore(others)) {
            case .validCertificate: return .trusted
            case .couldNotValidate(let failures): return failures.isEmpty ? .unknownIssuer : .invalid
            }
        }
    }
#endif
