#if NIO
    import SwiftASN1
    import X509

    /// A certificate that says what it is for says that it is a server's (RFC 5280 §4.2.1.12). Its names, which may be
    /// critical (§4.2.1.6), are the engine's to compare.
    struct ServerPurposePolicy: VerifierPolicy {
        let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = [
            .X509ExtensionID.subjectAlternativeName, .X509ExtensionID.extendedKeyUsage,
        ]

        func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) -> PolicyEvaluationResult {
            do {
                guard let usage = try chain.leaf.extensions.extendedKeyUsage else { return .meetsPolicy }
                if usage.contains(.serverAuth) || usage.contains(.any) { return .meetsPolicy }
                return .failsToMeetPolicy(reason: "the certificate is not for servers")
            } catch {
                return .failsToMeetPolicy(reason: "what the certificate is for cannot be read")
            }
        }
    }
#endif
