import XMLStream
import XMPPAddress
import XMPPNegotiation
import XMPPStanza

/// The header of an initiating entity, and what it makes of the answer (RFC 6120 §4.7).
struct InitiatingHeader {
    let configuration: StreamConfiguration
    let facts: StreamFacts

    /// The header to send. A client does not say who it is before TLS (§4.7.1); a component neither has a version nor
    /// says more than its domain (XEP-0114 §3).
    func header() -> StreamHeader {
        let isComponent = configuration.content == .component
        let mayName = configuration.content == .server || (configuration.content == .client && facts.isSecure)
        return StreamHeader(
            to: configuration.domain, from: mayName ? configuration.address : nil,
            language: isComponent ? nil : configuration.languages.first,
            version: isComponent ? .legacy : .current, content: configuration.content)
    }

    /// What the answer comes to.
    enum Verdict {
        /// It is all right.
        case accepted(StreamHeader)
        /// It names somebody else, or says too little: unless an error follows, the stream must not go on.
        case suspicious(StreamHeader, StreamViolation)
    }

    /// Looks at the answer.
    ///
    /// - Throws: `StreamViolation` where it is none that the stream could go on with.
    func examine(_ root: Element) throws(StreamViolation) -> Verdict {
        let header: StreamHeader
        do throws(StreamError) {
            header = try StreamHeader(root)
        } catch {
            throw StreamViolation(error.condition, expected: "the header of a stream")
        }
        if let content = header.content, content != configuration.content {
            throw StreamViolation(.invalidNamespace, expected: "the content namespace of the initial header")
        }
        if let violation = configuration.headerRules.fault(in: header, of: configuration.content) { throw violation }
        if let from = header.from, from.jid != configuration.domain {
            return .suspicious(
                header, StreamViolation(.invalidFrom, expected: "the answer of the domain that was called"))
        }
        // What stands before an error can be less than a header: one of before 1.0 has an id all the same.
        if !header.version.hasFeatures, header.id?.isEmpty != false {
            return .suspicious(header, StreamViolation(.badFormat, expected: "a header with an id"))
        }
        return .accepted(header)
    }
}
