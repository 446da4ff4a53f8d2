#if NIO
    import XMLStream
    public import XMPPEngine
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza
    public import XMPPTransports

    /// What a client that connects again is about to do, for whoever watches it.
    public enum ReconnectionNews: Sendable {
        /// It is logged in, for the first time or again.
        case established(EstablishedStream)
        /// The stream ended, or could not be had, and it waits so long before the next attempt.
        case waiting(Duration, after: any Error)
    }

    /// The stream of a client ended without its doing.
    public struct StreamLoss: Error, Hashable, Sendable, CustomStringConvertible {
        /// How.
        public let end: StreamEnd

        public var description: String { "\(end)" }
    }

    extension XMPPClient {
        /// Connects, logs in, runs `body` with the session, and does it all again whenever the stream is lost or no server can
        /// be reached, after a while that grows (RFC 6120 §3.3), until `body` returns with its stream still there.
        ///
        /// What ends for good is thrown: credentials that are refused, a certificate that is not believed, a server that does
        /// not know the domain or breaks the rules. After `conflict` it comes back with a resource of the server's choice.
        ///
        /// - Parameters:
        ///   - delay: How long to wait.
        ///   - lasting: A session that has lasted so long makes the delay begin anew.
        ///   - watch: Is told.
        ///   - body: Is called with each session. It returns or throws when the news of the session end.
        /// - Throws: `StreamLoss`, `StreamFailure`, what `body` throws while its stream is there, and `CancellationError`.
        public func run(
            reconnecting delay: ReconnectionDelay, lasting: Duration = .seconds(60),
            watch: @Sendable (ReconnectionNews) -> Void = { _ in }, _ body: (XMPPSession) async throws -> Void
        ) async throws {
            var (delay, generator, last, redirects) = (delay, SystemRandomNumberGenerator(), StreamEnd?.none, 0)
            while true {
                let begun = ContinuousClock.now
                let loss: any Error
                switch try await attempt(after: last, redirects: redirects, watch, body) {
                case .done: return
                case .lost(let end):
                    if case .redirected? = last { redirects += 1 }
                    last = end
                    loss = StreamLoss(end: end)
                    if begun.duration(to: .now) >= lasting {
                        delay.reset()
                        redirects = 0
                    }
                    // A server that sends a client elsewhere means at once; how often, the stream itself counts.
                    if case .redirected = end { continue }
                case .unreached(let error):
                    // Nobody is where it was sent: it begins again from where it was.
                    if case .redirected? = last { last = nil }
                    loss = error
                }
                redirects = 0
                let wait = delay.next(using: &generator)
                watch(.waiting(wait, after: loss))
                settings.logger.info("connecting again", metadata: ["in": "\(wait)", "reason": "\(loss)"])
                try await Task.sleep(for: wait)
            }
        }

        /// What `body` threw, which may be what another client of its own threw.
        private struct BodyFailure: Error {
            let cause: any Error
        }

        private enum Outcome {
            case done
            case lost(StreamEnd)
            case unreached(any Error)
        }

        private func attempt(
            after last: StreamEnd?, redirects: Int, _ watch: @Sendable (ReconnectionNews) -> Void,
            _ body: (XMPPSession) async throws -> Void
        ) async throws -> Outcome {
            do {
                return try await session(after: last, redirects: redirects) { session in
                    watch(.established(session.established))
                    let failure: (any Error)?
                    do {
                        try await body(session)
                        failure = nil
                    } catch {
                        failure = error
                    }
                    guard let end = session.end, !session.isClosedHere else {
                        if let failure { throw BodyFailure(cause: failure) }
                        return .done
                    }
                    try Task.checkCancellation()
                    guard end.isPassing else { throw BodyFailure(cause: StreamLoss(end: end)) }
                    return .lost(end)
                }
            } catch let failure as BodyFailure {
                throw failure.cause
            } catch let failure as StreamFailure {
                guard failure.end.isPassing else { throw failure }
                return .lost(failure.end)
            } catch let failure as ConnectionFailure {
                return .unreached(failure)
            }
        }
    }

    extension StreamErrorCondition {
        /// Whether it may be gone after a while.
        fileprivate var isPassing: Bool { Self.passing.contains(self) }

        private static let passing: Set<StreamErrorCondition> = [
            .conflict, .connectionTimeout, .internalServerError, .policyViolation, .remoteConnectionFailed, .reset,
            .resourceConstraint, .systemShutdown, .undefinedCondition,
        ]
    }

    extension StreamEnd {
        /// Whether it makes sense to come back after it.
        var isPassing: Bool {
            switch self {
            case .closed, .transportClosed, .deadline, .redirected: true
            case .peerError(let error): error.condition.isPassing
            case .negotiation(.authentication(let failure)): failure.condition == .temporaryAuthFailure
            case .negotiation, .violation, .aborted: false
            }
        }
    }
#endif
