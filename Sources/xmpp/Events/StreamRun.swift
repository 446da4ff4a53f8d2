import CryptoSeam
import XMLStream
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza

/// Reads one file as what a peer sends, by the rules for streams: headers, namespaces, first-level elements, senders.
///
/// The peer is whoever the header says it is, and needs no login: what is looked at is the stream, not its negotiation.
struct StreamRun {
    var limits = XMLLimits.unbounded
    /// Bytes in a chunk; zero for all at once.
    var chunkByteCount = 0

    /// Why a stream ended, and how many bytes had been fed by then.
    struct Refusal {
        let condition: StreamErrorCondition
        let fedByteCount: Int

        /// What `xmpp events` prints for it, without a line end.
        var line: String { "ERROR\t\(condition)\t\(fedByteCount)" }
    }

    /// Tells the events of all that comes before what the stream ends with, and why it does.
    ///
    /// - Parameter write: Is called with complete lines, again and again.
    /// - Returns: Why the input was refused, or nil.
    func run<Failure: Error>(
        _ bytes: [UInt8], _ write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Refusal? {
        var events = EventRun()
        events.limits = limits
        guard let fault = firstFault(in: bytes) else {
            return try events.run(bytes, write).map { refusal in
                Refusal(condition: refusal.violation.condition, fedByteCount: fed(refusal.fedByteCount, of: bytes))
            }
        }
        // What the XML itself has against the rest is of no interest.
        _ = try events.run(Array(bytes.prefix(fault.precedingByteCount)), write)
        return Refusal(condition: fault.condition, fedByteCount: fed(fault.byteCount, of: bytes))
    }

    /// The first fault in a stream.
    private struct Fault {
        let condition: StreamErrorCondition
        /// How many bytes it took to find it.
        let byteCount: Int
        /// How many of them are not of the header or element at fault.
        let precedingByteCount: Int
    }

    /// How many bytes were fed, in whole chunks, when so many were needed.
    private func fed(_ needed: Int, of bytes: [UInt8]) -> Int {
        guard chunkByteCount > 0 else { return bytes.count }
        let chunks = (needed + chunkByteCount - 1) / chunkByteCount
        return min(bytes.count, chunks * chunkByteCount)
    }

    /// The first fault: looked for byte by byte, so that nothing behind it has a part in it.
    private func firstFault(in bytes: [UInt8]) -> Fault? {
        guard var stream = Self.stream(for: bytes, limits) else { return nil }
        var elements = ElementStream(limits: .unbounded)
        var scratch = StreamScratch()
        var bounds = (last: 0, next: 0)
        do throws(StreamMisuse) {
            try stream.begin()
            for index in bytes.indices {
                try Self.answer(&stream, &scratch)
                if stream.isOver { return nil }
                try bytes.withBytes(index..<index + 1) { (span) throws(StreamMisuse) in
                    // Its faults are the stream's as well.
                    let progress = try? elements.receive(span, using: &scratch)
                    if progress?.event != nil { bounds = (bounds.next, index + 1) }
                    try stream.receive(span, using: &scratch)
                }
                while let action = stream.nextAction() {
                    guard case .ended(.violation(let violation)) = action else { continue }
                    // XML that is broken is told as far as it goes; an element that is not is told as a whole, or not.
                    let preceding = bounds.next == index + 1 ? bounds.last : index + 1
                    return Fault(
                        condition: violation.condition, byteCount: index + 1, precedingByteCount: preceding)
                }
            }
        } catch {
            return Fault(condition: .internalServerError, byteCount: bytes.count, precedingByteCount: bytes.count)
        }
        return nil
    }
}

extension StreamRun {
    /// A server's stream for what the header says: its domain, its content namespace, its peer.
    private static func stream(for bytes: [UInt8], _ limits: XMLLimits) -> XMPPStream? {
        let header = header(of: bytes)
        let content = header?.content ?? .client
        guard let own = header?.to?.jid ?? JID("example.com"),
            let peer = header?.from?.jid ?? (content == .component ? own : JID("somebody@\(own.domainpart)/here"))
        else { return nil }
        var configuration = StreamConfiguration(
            role: .receiving, content: content,
            policy: NegotiationPolicy(goal: content == .client ? .bound : .authenticated, requiresTLS: false),
            crypto: NoCrypto.self)
        configuration.servedDomains = [own]
        configuration.limits.beforeAuthentication = limits
        configuration.limits.afterAuthentication = limits
        let bound = content == .client && peer.resourcepart == nil ? try? peer.with(resourcepart: "here") : peer
        guard let setup = try? StreamSetup(configuration), let bound else { return nil }
        return XMPPStream(setup, ofKnownPeer: bound)
    }

    /// The header, where there is one that can be read.
    private static func header(of bytes: [UInt8]) -> StreamHeader? {
        var stream = ElementStream(limits: .unbounded)
        var scratch = StreamScratch()
        let progress = try? bytes.withBytes(0..<bytes.count) { (span) throws(XMLViolation) in
            try stream.receive(span, using: &scratch)
        }
        guard case .opened(let root)? = progress?.event else { return nil }
        return try? StreamHeader(root)
    }

    /// Gives a stream the entropy that it asks for. Nothing depends on its being any.
    private static func answer(
        _ stream: inout XMPPStream, _ scratch: inout StreamScratch
    ) throws(StreamMisuse) {
        while let action = stream.nextAction() {
            guard case .request(let id, .randomBytes(let count)) = action else { continue }
            let zeros = Secret([UInt8](repeating: 0, count: count))
            try stream.receive(.answered(id, .randomBytes(zeros)), using: &scratch)
        }
    }
}

/// Primitives for streams in which nobody authenticates.
private enum NoCrypto: CryptoProvider {
    static func digest(of bytes: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] { [] }
    static func authenticationCode(for bytes: [UInt8], key: [UInt8], with algorithm: HashAlgorithm) -> [UInt8] { [] }
}
