/// The host called something out of order. Nothing has changed.
public struct StreamMisuse: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was out of order; may grow, so a switch needs a default.
    public struct Code: Hashable, Sendable {
        let fault: Fault

        /// The stream has not begun.
        public static let notBegun = Code(fault: .notBegun)
        /// The stream has begun before.
        public static let alreadyBegun = Code(fault: .alreadyBegun)
        /// The stream is over, or this side has closed it.
        public static let over = Code(fault: .over)
        /// The transport is being switched: bytes go to TLS, not here.
        public static let awaitingTransport = Code(fault: .awaitingTransport)
        /// No switch of the transport was ordered.
        public static let unaskedTransport = Code(fault: .unaskedTransport)
        /// Nobody asked that, or it has been answered.
        public static let unknownRequest = Code(fault: .unknownRequest)
        /// The answer is none to the question.
        public static let wrongAnswer = Code(fault: .wrongAnswer)
        /// The timer was not set.
        public static let unknownTimer = Code(fault: .unknownTimer)
        /// So much waits already that nothing more is taken: drain, answer, or wait, and call again.
        public static let full = Code(fault: .full)
        /// The stream is not ready, and what was wished for cannot wait.
        public static let notReady = Code(fault: .notReady)
        /// Random bytes were asked for and have not come.
        public static let awaitingRandomBytes = Code(fault: .awaitingRandomBytes)
        /// A request goes through `request`, so that its answer can be told from a forged one.
        public static let untrackedRequest = Code(fault: .untrackedRequest)
        /// It is no request.
        public static let noRequest = Code(fault: .noRequest)
        /// The request has been answered, or was never made.
        public static let answeredBefore = Code(fault: .answeredBefore)
        /// A component's stanza lacks an address, or is not from its domain (XEP-0114 §3).
        public static let addressing = Code(fault: .addressing)
        /// The stanza is larger than the peer takes (XEP-0478).
        public static let tooLarge = Code(fault: .tooLarge)
        /// Nobody is sent to another host in the clear where policy asks for TLS (RFC 6120 §4.9.3.19).
        public static let unprotected = Code(fault: .unprotected)
        /// Something cannot be written as XML.
        public static let unwritable = Code(fault: .unwritable)
        /// A snapshot can only be taken between two elements, with everything drained and answered, outside of SASL.
        public static let notQuiescent = Code(fault: .notQuiescent)
    }

    enum Fault: String, Hashable, Sendable {
        case notBegun = "the stream has not begun"
        case alreadyBegun = "the stream has begun before"
        case over = "the stream is over"
        case awaitingTransport = "the transport is being switched"
        case unaskedTransport = "no switch of the transport was ordered"
        case unknownRequest = "nobody asked that"
        case wrongAnswer = "the answer is none to the question"
        case unknownTimer = "the timer was not set"
        case full = "too much waits already"
        case notReady = "the stream is not ready"
        case awaitingRandomBytes = "random bytes have not come"
        case untrackedRequest = "a request goes through request"
        case noRequest = "it is no request"
        case answeredBefore = "the request has been answered, or was never made"
        case addressing = "an address is missing or not the component's"
        case tooLarge = "the stanza is larger than the peer takes"
        case unprotected = "TLS comes first"
        case unwritable = "it cannot be written"
        case notQuiescent = "the stream is not quiescent"
    }

    /// What was out of order.
    public let code: Code

    init(_ fault: Fault) { code = Code(fault: fault) }

    public var description: String { code.fault.rawValue }
}
