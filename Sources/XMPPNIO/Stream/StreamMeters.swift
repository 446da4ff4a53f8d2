#if NIO
    import Metrics
    import XMPPEngine

    /// What is counted, by whichever metrics library the host has set up (swift-metrics); nothing where it has none.
    ///
    /// `xmpp_streams_begun`, `_established` and `_ended` (with `why`), `xmpp_bytes_in` and `_out`, `xmpp_stanzas_in` and
    /// `_out`, each with `role`.
    final class StreamMeters: Sendable {
        let begun: Counter
        let established: Counter
        let bytesIn: Counter
        let bytesOut: Counter
        let stanzasIn: Counter
        let stanzasOut: Counter
        private let role: String

        init(role: String) {
            self.role = role
            let dimensions = [("role", role)]
            begun = Counter(label: "xmpp_streams_begun", dimensions: dimensions)
            established = Counter(label: "xmpp_streams_established", dimensions: dimensions)
            bytesIn = Counter(label: "xmpp_bytes_in", dimensions: dimensions)
            bytesOut = Counter(label: "xmpp_bytes_out", dimensions: dimensions)
            stanzasIn = Counter(label: "xmpp_stanzas_in", dimensions: dimensions)
            stanzasOut = Counter(label: "xmpp_stanzas_out", dimensions: dimensions)
        }

        func ended(_ end: StreamEnd) {
            Counter(label: "xmpp_streams_ended", dimensions: [("role", role), ("why", end.label)]).increment()
        }
    }

    extension StreamEnd {
        /// A word for each kind of end.
        var label: String {
            switch self {
            case .closed: "closed"
            case .violation: "violation"
            case .peerError: "peer-error"
            case .redirected: "redirected"
            case .negotiation: "negotiation"
            case .transportClosed: "transport-closed"
            case .deadline: "deadline"
            case .aborted: "aborted"
            }
        }
    }
#endif
