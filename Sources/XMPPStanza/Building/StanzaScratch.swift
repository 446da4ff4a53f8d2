import XMLStream

/// Memory that stanzas are built in: one for each event loop, so that a stanza costs the one allocation that it is.
///
/// Nothing of a stanza stays in it.
public struct StanzaScratch: ~Copyable {
    /// The stanza being written, escaped.
    private var bytes: [UInt8] = []
    /// Reads back what was written, in a root of its own, so that nothing is ever sent that could not be read.
    private var stream = ElementStream(limits: .unbounded)
    private var parsing = StreamScratch()

    /// Scratch of the usual size, about 75 KiB.
    public init() { bytes.reserveCapacity(StanzaScratch.keptBytes / 4) }

    /// Takes the memory of a stanza back that is no longer needed; then the next one costs no allocation at all.
    public mutating func recycle(_ stanza: consuming some Stanza) { parsing.pool.recycle(stanza.element) }

    /// Lends empty memory to write a stanza in.
    mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        taken.removeAll(keepingCapacity: true)
        return taken
    }

    /// Takes the memory back.
    mutating func give(_ memory: consuming [UInt8]) {
        if memory.capacity <= StanzaScratch.keptBytes { bytes = consume memory }
    }

    /// The element that the written bytes are.
    ///
    /// - Throws: `XMLContentError` where they are none.
    mutating func element(of written: [UInt8]) throws(XMLContentError) -> Element {
        if !stream.isOpen { _ = receive(Array("<x>".utf8)) }
        if case .element(let element) = receive(written) { return element }
        // The stream is of no use any more, and the next stanza is to have another.
        stream = ElementStream(limits: .unbounded)
        throw XMLContentError(.structure)
    }

    private mutating func receive(_ bytes: [UInt8]) -> ElementStream.Event? {
        bytes.withRawSpan { span in
            do throws(XMLViolation) {
                return try stream.receive(span, using: &parsing).event
            } catch {
                return nil
            }
        }
    }

    private static let keptBytes = 16 << 10
}
