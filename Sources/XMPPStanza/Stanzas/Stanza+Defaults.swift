import XMLStream
import XMPPAddress

/// What is meant where a stanza does not say it.
extension Stanza {
    /// Whom the stanza is for, as its recipient sees it.
    ///
    /// - Parameter own: The full address of the stream, which a stanza without `to` is for (RFC 6120 §8.1.1.1).
    public func recipient(own: JID) throws(StanzaViolation) -> JID { try to ?? own }

    /// Whom the stanza is from, as a client sees it.
    ///
    /// - Parameter own: The address of the stream, whose account a stanza without `from` is from (RFC 6120 §8.1.2.1).
    public func sender(own: JID) throws(StanzaViolation) -> JID { try from ?? own.bare }

    /// Writes the stream's language into the stanza where it states none, as a server does before it passes it on; a
    /// language that is there stays as it is (RFC 6120 §4.7.4, §8.1.5). One of the stream that is no tag is not passed on.
    public mutating func stampLanguage() {
        guard element.declaredLanguage == nil, let streamLanguage, LanguageTag.isWellFormed(streamLanguage) else {
            return
        }
        do throws(XMLContentError) {
            try element.setLanguage(streamLanguage)
        } catch {
            // A tag is letters, digits and hyphens.
            assertionFailure("\(error)")
        }
    }
}
