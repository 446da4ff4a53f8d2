public import XMLStream
public import XMPPNegotiation
public import XMPPStanza

/// A stream of which everything is noted that goes in and comes out: hold it instead of the `XMPPStream` to have a
/// `StreamLog`. A stream that is not logged pays nothing for it.
///
/// **The log holds secrets**: passwords, keys, and all that was said.
public struct LoggedStream: Sendable {
    /// The stream, to be asked; what is done to a copy of it is not noted.
    public private(set) var stream: XMPPStream
    private var recorder: StreamRecorder

    /// A stream made by a recipe, which `xmpp replay` can make again.
    ///
    /// - Parameter setup: What was made of the recipe.
    public init(_ setup: StreamSetup, of recipe: StreamRecipe) {
        stream = XMPPStream(setup)
        recorder = StreamRecorder(.recipe(recipe))
    }

    /// A stream that nothing has gone into.
    ///
    /// - Parameter description: How it was made, for whoever makes it again.
    public init(_ stream: XMPPStream, describedAs description: String) {
        self.stream = stream
        recorder = StreamRecorder(.own(description))
    }

    /// The lines of the log since this was called last. So long as nobody takes them 64 MiB are kept; then the log ends.
    public mutating func takeLog() -> [UInt8] { recorder.takeText() }

    // MARK: Input

    /// See `XMPPStream`.
    public mutating func begin(on tls: TLSFacts? = nil) throws(StreamMisuse) {
        try noting(.begun(on: tls)) { (stream) throws(StreamMisuse) in try stream.begin(on: tls) }
    }

    /// See `XMPPStream`.
    public mutating func receive(_ bytes: RawSpan, using scratch: inout StreamScratch) throws(StreamMisuse) {
        recorder.note(.received(bytes.array))
        do throws(StreamMisuse) {
            try stream.receive(bytes, using: &scratch)
        } catch {
            recorder.note(error)
            throw error
        }
    }

    /// See `XMPPStream`.
    public mutating func receive(_ event: StreamEvent, using scratch: inout StreamScratch) throws(StreamMisuse) {
        try noting(.happened(event)) { (stream) throws(StreamMisuse) in try stream.receive(event, using: &scratch) }
    }

    // MARK: Wishes

    /// See `XMPPStream`.
    @discardableResult
    public mutating func send(_ message: Message) throws(StreamMisuse) -> StanzaHandle {
        try noting(.sent(.message(message))) { (stream) throws(StreamMisuse) in try stream.send(message) }
    }

    /// See `XMPPStream`.
    @discardableResult
    public mutating func send(_ presence: Presence) throws(StreamMisuse) -> StanzaHandle {
        try noting(.sent(.presence(presence))) { (stream) throws(StreamMisuse) in try stream.send(presence) }
    }

    /// See `XMPPStream`.
    @discardableResult
    public mutating func send(_ iq: IQ) throws(StreamMisuse) -> StanzaHandle {
        try noting(.sent(.iq(iq))) { (stream) throws(StreamMisuse) in try stream.send(iq) }
    }

    /// See `XMPPStream`.
    @discardableResult
    public mutating func send(_ stanza: AnyStanza) throws(StreamMisuse) -> StanzaHandle {
        try noting(.sent(stanza)) { (stream) throws(StreamMisuse) in try stream.send(stanza) }
    }

    /// See `XMPPStream`.
    public mutating func request(
        _ iq: IQ, deadline: Duration = .seconds(60)
    ) throws(StreamMisuse) -> RequestHandle {
        try noting(.requested(iq, deadline: deadline)) { (stream) throws(StreamMisuse) in
            try stream.request(iq, deadline: deadline)
        }
    }

    /// See `XMPPStream`.
    public mutating func decline(_ iq: IQ) throws(StreamMisuse) {
        try noting(.declined(iq)) { (stream) throws(StreamMisuse) in try stream.decline(iq) }
    }

    /// See `XMPPStream`.
    public mutating func close(with error: StreamError? = nil) throws(StreamMisuse) {
        try noting(.closed(with: error)) { (stream) throws(StreamMisuse) in try stream.close(with: error) }
    }

    // MARK: Output

    /// See `XMPPStream`.
    public mutating func nextAction() -> StreamAction? {
        let action = stream.nextAction()
        recorder.note(action)
        return action
    }

    /// See `XMPPStream`.
    public mutating func drainOutput(_ body: (RawSpan) -> Int) {
        var taken: [UInt8] = []
        stream.drainOutput { bytes in
            let count = body(bytes)
            taken = Array(bytes.array.prefix(max(0, count)))
            return count
        }
        recorder.note(written: taken)
    }

    /// See `XMPPStream`.
    public mutating func takeOutput(_ byteCount: Int) -> [UInt8] {
        let bytes = stream.takeOutput(byteCount)
        recorder.note(written: bytes)
        return bytes
    }

    private mutating func noting<Result>(
        _ input: StreamInput, _ call: (inout XMPPStream) throws(StreamMisuse) -> Result
    ) throws(StreamMisuse) -> Result {
        recorder.note(input)
        do throws(StreamMisuse) {
            return try call(&stream)
        } catch {
            recorder.note(error)
            throw error
        }
    }
}
