import XMLStream
import XMPPAddress

extension IQ {
    /// Builds a request, or an answer where there is no request at hand to answer.
    ///
    /// - Parameters:
    ///   - id: One that nobody can guess (RFC 6120 §8.1.3).
    ///   - content: The content namespace of the stream that it is for; writing it into another maps it.
    /// - Throws: `XMLContentError`, the first thing that cannot be written; more or fewer children than RFC 6120 §8.2.3
    ///   allows are such a thing.
    public init(
        _ type: IQType, to: JID? = nil, from: JID? = nil, id: String, language: String? = nil,
        in content: ContentNamespace = .client, using scratch: inout StanzaScratch,
        _ build: (inout StanzaBuilder<IQ>) -> Void = { _ in }
    ) throws(XMLContentError) {
        let children = type == .get || type == .set ? 1...1 : 0...1
        self = try IQ.build(in: content, children: children, using: &scratch) { iq in
            iq.attributes(to: to, from: from, id: id, type: type.rawValue, language: language)
            build(&iq)
        }
    }

    /// Builds a request without scratch of one's own, which costs a few allocations more.
    public init(
        _ type: IQType, to: JID? = nil, from: JID? = nil, id: String, language: String? = nil,
        in content: ContentNamespace = .client, _ build: (inout StanzaBuilder<IQ>) -> Void = { _ in }
    ) throws(XMLContentError) {
        var scratch = StanzaScratch()
        try self.init(
            type, to: to, from: from, id: id, language: language, in: content, using: &scratch, build)
    }
}

extension Stanza {
    /// Builds a stanza of this kind in the memory of `scratch`.
    static func build(
        in content: ContentNamespace, children: ClosedRange<Int> = 0...Int.max, using scratch: inout StanzaScratch,
        _ body: (inout StanzaBuilder<Self>) -> Void
    ) throws(XMLContentError) -> Self {
        var builder = StanzaBuilder<Self>(in: content, into: scratch.takeWriter())
        body(&builder)
        try builder.end(children: children)
        let element = try scratch.element(of: builder.takeWriter())
        guard let stanza = Self(element, inheriting: nil) else { throw XMLContentError(.structure) }
        return stanza
    }
}
