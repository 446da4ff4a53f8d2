import XMLStream

/// Memory that stanzas are built in: one for each event loop, so that a stanza costs the one allocation that it is.
///
/// The memory of the last stanzas waits in it for those to come, and may hold what was in them.
public struct StanzaScratch: ~Copyable {
    /// The stanza being written, escaped.
    private var writer = XMLWriter()
    /// Reads back what was written, in a root of its own, so that nothing is ever sent that could not be read.
    private var stream = ElementStream(limits: .unbounded)
    private var parsing = StreamScratch()

    /// Scratch without any memory yet; it soon has about 70 KiB.
    public init() {}

    /// Takes the memory of a stanza back that is no longer needed; then the next one costs no allocation at all.
    public mutating func recycle(_ stanza: consuming some Stanza) { parsing.pool.recycle(stanza.element) }

    /// Lends a writer with nothing in it to write a stanza with.
    mutating func takeWriter() -> XMLWriter {
        var taken = XMLWriter()
        swap(&taken, &writer)
        return taken
    }

    /// The element that was written. Takes the writer back.
    ///
    /// - Throws: `XMLContentError` where the bytes are none.
    mutating func element(of written: consuming XMLWriter) throws(XMLContentError) -> Element {
        if !stream.isOpen { _ = Array("<x>".utf8).withRawSpan { receive($0) } }
        let isKept = written.pendingByteCount <= StanzaScratch.keptBytes
        var event: ElementStream.Event?
        written.drain { bytes in
            event = receive(bytes)
            return bytes.byteCount
        }
        if isKept { writer = written }
        if case .element(let element) = event { return element }
        // The stream is of no use any more, and the next stanza is to have another.
        stream = ElementStream(limits: .unbounded)
        throw XMLContentError(.structure)
    }

    private mutating func receive(_ bytes: RawSpan) -> ElementStream.Event? {
        do throws(XMLViolation) {
            return try stream.receive(bytes, using: &parsing).event
        } catch {
            return nil
        }
    }

    private static let keptBytes = 16 << 10
}
