#if NIO
    import NIOConcurrencyHelpers
    import XMPPStanza

    /// A task that waits for an answer, which may come from several sides: the first counts.
    final class PendingAnswer: Sendable {
        private enum State {
            case fresh
            case waiting(CheckedContinuation<IQ, any Error>)
            case come(Result<IQ, any Error>)
        }

        private let state = NIOLockedValueBox(State.fresh)

        /// Waits, or goes on at once where the answer is there.
        func wait(_ continuation: CheckedContinuation<IQ, any Error>) {
            let answer: Result<IQ, any Error>? = state.withLockedValue { state in
                if case .come(let answer) = state { return answer }
                state = .waiting(continuation)
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }

        /// Takes the answer, unless there was one before.
        func come(_ answer: Result<IQ, any Error>) {
            let continuation: CheckedContinuation<IQ, any Error>? = state.withLockedValue { state in
                defer { if case .come = state {} else { state = .come(answer) } }
                if case .waiting(let continuation) = state { return continuation }
                return nil
            }
            continuation?.resume(with: answer)
        }
    }
#endif
