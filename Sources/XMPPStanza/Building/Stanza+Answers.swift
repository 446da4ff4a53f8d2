import XMLStream
import XMPPAddress

extension Stanza {
    /// The error that answers this stanza: addresses swapped, id kept (RFC 6120 §8.3.1).
    ///
    /// The addresses are those that stand there, letter by letter, so that a stanza with a bad one can be answered too.
    ///
    /// - Parameter quoting: Whether to return what the stanza held. It helps the sender of a request; leave it out where
    ///   it is large or was refused for what it is.
    /// - Returns: Nil where nothing may be answered: to an error, to a result, to an iq without an id.
    /// - Throws: `XMLContentError` where the error cannot be written.
    public func error(_ error: StanzaError, quoting: Bool = false) throws(XMLContentError) -> Self? {
        try answer(.error) { builder in
            if quoting {
                for child in element.children where child.localName != .error { builder.quote(child) }
            }
            builder.error(error)
        }
    }

    /// The error that answers a stanza with this fault.
    public func error(for violation: StanzaViolation) throws(XMLContentError) -> Self? {
        try error(StanzaError(violation.condition))
    }

    /// Whether something may be answered: not to an error or a result (RFC 6120 §8.2.3, §8.3.1), nor to an iq without an
    /// id, whose sender could not tell what is answered.
    public var isAnswerable: Bool {
        if isError { return false }
        guard Self.name == .iq else { return true }
        return !element.attribute(.type, equals: "result") && withID { _ in true } == true
    }

    /// Builds an answer of a type.
    func answer(
        _ type: IQType?, as word: String? = nil, id: String? = nil, to: JID? = nil,
        _ body: (inout StanzaBuilder<Self>) -> Void
    ) throws(XMLContentError) -> Self? {
        guard isAnswerable else { return nil }
        var scratch = StanzaScratch()
        let children = type == .result ? 0...1 : 0...Int.max
        return try Self.build(in: contentNamespace, children: children, using: &scratch) { builder in
            if let to = to?.description ?? element.attribute(.from) { builder.attribute("to", to) }
            if let from = element.attribute(.to) { builder.attribute("from", from) }
            builder.attributes(to: nil, from: nil, id: id ?? self.id, type: type?.rawValue ?? word, language: nil)
            body(&builder)
        }
    }
}

extension Message {
    /// A message back to the sender: addresses swapped, type, thread and id kept (RFC 6121 §5.2). What was said in a room
    /// is answered in the room: at its bare address, since an occupant is sent no `groupchat` (XEP-0045 §7.4).
    ///
    /// - Parameter id: An id of its own; that of this message unless one is given.
    /// - Returns: Nil where this is an error.
    public func reply(
        id: String? = nil, _ build: (inout StanzaBuilder<Message>) -> Void
    ) throws(XMLContentError) -> Message? {
        var room: JID?
        if type == .groupchat, case .jid(let occupant) = address(.from) { room = occupant.bare }
        return try answer(nil, as: type == .normal ? nil : type.rawValue, id: id, to: room) { builder in
            if let thread { builder.thread(thread) }
            build(&builder)
        }
    }
}

extension IQ {
    /// The result that answers this request: addresses swapped, id kept (RFC 6120 §8.2.3).
    ///
    /// - Returns: Nil where this is no request that can be answered.
    /// - Throws: `XMLContentError` where there is more than one payload, or something that cannot be written.
    public func result(
        _ build: (inout StanzaBuilder<IQ>) -> Void = { _ in }
    ) throws(XMLContentError) -> IQ? {
        isRequest ? try answer(.result, build) : nil
    }

    /// The result that answers this request and holds a payload.
    public func result(_ payload: some Payload) throws(XMLContentError) -> IQ? { try result { $0.payload(payload) } }
}
