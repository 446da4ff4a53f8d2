#if Tool && NIO
    import NIOConcurrencyHelpers
    import NIOSSL
    import X509
    import XMPPAddress
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPTransports

    /// One stream to a server, as far as it goes, and all that is found out by it.
    struct Probe: Sendable {
        /// What was found out.
        struct Findings: Sendable {
            /// All that went over the wire, in the clear.
            var wire: [WireRecorder.Piece] = []
            /// The server's certificate and those behind it; empty where TLS did not come that far.
            var chain: [Certificate] = []
            /// TLS, and the choice of a mechanism; nil where it did not come that far.
            var facts: StreamFacts?
            var choice: SASLChoice?
            /// Why the certificate would be refused by whoever has something to lose; nil where it would not.
            var refusal: IdentityVerdict?
            /// The stream, once it is ready.
            var established: EstablishedStream?
            /// Why it was not; nil where it was, and where the probe itself went no further.
            var failure: StreamFailure?
            /// What kept it from connecting; nil where it did connect.
            var obstacle: String?

            /// Whether a client would be content: TLS, the right certificate, a mechanism, and the login, if there was one.
            var isGood: Bool {
                guard obstacle == nil, failure == nil, refusal == nil else { return false }
                if established != nil { return true }
                if case .use = choice?.decision { return true }
                return false
            }
        }

        let settings: ClientSettings
        /// Whether to log in; otherwise nothing of the account is sent, and a bad certificate does not end it.
        let logsIn: Bool

        /// Calls the server.
        func run() async -> Findings {
            let (recorder, notes) = (WireRecorder(), ProbedSASL.Notes())
            let chain = NIOLockedValueBox<[NIOSSLCertificate]>([])
            let judge = CertificateJudge(accepts: !logsIn)
            let (account, policy, logsIn) = (settings.account, settings.sasl, logsIn)
            var settings = settings
            settings.tap = recorder.tap
            settings.inspectChain = { found in chain.withLockedValue { $0 = found } }
            settings.answering = judge
            settings.configure = { configuration in
                configuration.policy.asksAboutRefusedCertificates = true
                configuration.features = configuration.features.map { feature in
                    guard feature is SASLFeature else { return feature }
                    let sasl = SASLInitiatingConfiguration(account, policy: policy)
                    return ProbedSASL(sasl, goesOn: logsIn, notes: notes)
                }
            }
            var findings = Findings()
            do {
                findings.established = try await XMPPClient(settings).run { $0.established }
            } catch let failure as StreamFailure {
                if logsIn || notes.first == nil { findings.failure = failure }
            } catch {
                findings.obstacle = "\(error)"
            }
            findings.wire = recorder.take()
            // Up to the first that cannot be read: no other stands in for it.
            for certificate in chain.withLockedValue({ $0 }) {
                guard let read = try? Certificate(derEncoded: certificate.toDERBytes()) else { break }
                findings.chain.append(read)
            }
            findings.facts = findings.established?.facts ?? notes.first?.facts
            findings.choice = notes.first?.choice
            findings.refusal = judge.refusal
            return findings
        }
    }

    /// Is asked about certificates that the engine would refuse.
    private final class CertificateJudge: StreamAnswering {
        private let accepts: Bool
        private let verdict = NIOLockedValueBox<IdentityVerdict?>(nil)

        init(accepts: Bool) { self.accepts = accepts }

        /// What the engine had against the certificate; nil where it had nothing.
        var refusal: IdentityVerdict? { verdict.withLockedValue { $0 } }

        func answer(to question: HostQuestion) async -> HostAnswer {
            guard case .certificate(_, let found) = question else { return .unavailable }
            verdict.withLockedValue { $0 = found }
            return .certificate(isAccepted: accepts)
        }
    }
#endif
