#if NIO
    import NIOConcurrencyHelpers
    import XMPPEngine

    /// What has become of a stream, for whoever is not on its event loop.
    final class StreamOutcome: Sendable {
        private let contents = NIOLockedValueBox<(end: StreamEnd?, isClosedHere: Bool)>((nil, false))

        /// How it ended; nil while it has not.
        var end: StreamEnd? {
            get { contents.withLockedValue { $0.end } }
            set { contents.withLockedValue { if $0.end == nil { $0.end = newValue } } }
        }

        /// Whether its end was wished for here.
        var isClosedHere: Bool { contents.withLockedValue { $0.isClosedHere } }

        func closeHere() { contents.withLockedValue { $0.isClosedHere = true } }
    }
#endif
