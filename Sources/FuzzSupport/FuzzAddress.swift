import XMPPAddress

/// Looks for an address that is not what it says: one that reads otherwise once written, that has a part beyond the
/// limits, whose parts do not make it again, or that the fast path and the long way see differently.
///
/// The input is one address or several, one a line; every line is also taken as each part of an address.
///
/// - Returns: What was found, or nil.
public func fuzzAddress(_ input: [UInt8]) -> String? {
    var known: [JID] = []
    for line in input.split(separator: UInt8(ascii: "\n"), maxSplits: 7, omittingEmptySubsequences: false) {
        let bytes = Array(line)
        let (jid, finding) = AddressReading.read(bytes)
        if let finding { return finding }
        if let jid {
            if let finding = AddressReading.finding(in: jid) ?? AddressReading.finding(of: jid, among: known) {
                return "\(jid): \(finding)"
            }
            known.append(jid)
        }
        if let finding = AddressReading.findingInParts(String(decoding: bytes, as: UTF8.self), of: jid) {
            return finding
        }
    }
    return nil
}

/// What must hold for addresses.
private enum AddressReading {
    /// Reads an address every way there is.
    static func read(_ bytes: [UInt8]) -> (JID?, String?) {
        let outcome = Result<JID, AddressViolation> { () throws(AddressViolation) in try JID(wire: bytes.span) }
        let long = Result<JID, AddressViolation> { () throws(AddressViolation) in try JID(preparing: bytes) }
        if outcome != long { return (nil, "as a span \(outcome), the long way \(long)") }
        let kept = Result<JID, AddressViolation> { () throws(AddressViolation) in
            try UnpreparedAddress(bytes).prepared()
        }
        if outcome != kept { return (nil, "as a span \(outcome), once kept \(kept)") }
        if let text = String(validating: bytes, as: UTF8.self) {
            let other = Result<JID, AddressViolation> { () throws(AddressViolation) in try JID(wire: text) }
            if outcome != other { return (nil, "as a span \(outcome), as text \(other)") }
        }
        switch outcome {
        case .success(let jid): return (jid, nil)
        case .failure(let violation):
            let isInside = (0...bytes.count).contains(violation.byteOffset)
            return (nil, isInside ? nil : "an offset outside the text: \(violation)")
        }
    }

    /// What one address says of itself.
    static func finding(in jid: JID) -> String? {
        let text = jid.description
        guard let again = JID(text) else { return "is refused once written" }
        if again != jid || again.hashValue != jid.hashValue { return "reads as \(again)" }
        if !Array(text.utf8).elementsEqual(again.description.utf8) { return "is written as \(again)" }
        if !jid.isSpelledAsItIs { return "is not spelled as it is" }

        var joined = jid.domainpart
        if let localpart = jid.localpart { joined = localpart + "@" + joined }
        if joined != jid.bare.description { return "bare is \(jid.bare), joined \(joined)" }
        if let resourcepart = jid.resourcepart { joined += "/" + resourcepart }
        if joined != text { return "joined is \(joined)" }
        for part in [jid.localpart, jid.domainpart, jid.resourcepart] {
            if let part, !(1...JID.maximumPartBytes).contains(part.utf8.count) {
                return "a part has \(part.utf8.count) bytes"
            }
        }
        if jid.isBare != (jid.resourcepart == nil) || jid.isFull == jid.isBare { return "is it bare?" }
        if jid.isDomain != (jid == jid.domain) { return "is it a domain?" }
        if !jid.hasSameBare(as: jid.bare) || !jid.matches(jid) || !jid.matches(jid.bare) || !jid.matches(jid.domain) {
            return "does not match its own forms"
        }
        do throws(AddressViolation) {
            let parts = try JID(
                localpart: jid.localpart, domainpart: jid.domainpart, resourcepart: jid.resourcepart)
            if parts != jid { return "made of its parts it is \(parts)" }
            let set = try jid.domain.with(localpart: jid.localpart).with(resourcepart: jid.resourcepart)
            if set != jid { return "with its parts set it is \(set)" }
            let moved = try jid.with(domainpart: "example.org").with(domainpart: jid.domainpart)
            if moved != jid { return "there and back it is \(moved)" }
            let bare = try jid.with(resourcepart: nil)
            if bare != jid.bare { return "without resourcepart it is \(bare)" }
            if let localpart = jid.localpart {
                let escaped = try JIDEscaping.escape(localpart)
                if JIDEscaping.unescape(escaped) != localpart { return "escaped it is \(escaped)" }
            }
        } catch {
            return "its own parts are refused: \(error)"
        }
        return nil
    }

    /// Order, equality and hashes go together.
    static func finding(of jid: JID, among others: [JID]) -> String? {
        for other in others {
            let isSame = jid.description.utf8.elementsEqual(other.description.utf8)
            if isSame != (jid == other) { return "equal to \(other)?" }
            if isSame && jid.hashValue != other.hashValue { return "hashed otherwise than \(other)" }
            let claims = [jid < other, jid == other, other < jid]
            if claims.count(where: { $0 }) != 1 { return "in two orders with \(other)" }
            if jid.hasSameBare(as: other) != (jid.bare == other.bare) { return "same bare as \(other)?" }
        }
        return nil
    }

    /// A part by itself is what it is inside of an address.
    static func findingInParts(_ text: String, of jid: JID?) -> String? {
        if let jid = try? JID(localpart: text, domainpart: "a") {
            guard JID(jid.description) == jid, jid.resourcepart == nil else { return "\(jid) as a localpart" }
            if !text.utf8.contains(UInt8(ascii: "/")), JID(text + "@a") != jid { return "\(jid): otherwise in text" }
        }
        if let jid = try? JID(domainpart: "a", resourcepart: text) {
            guard JID(jid.description) == jid, JID("a/" + text) == jid else { return "\(jid) as a resourcepart" }
        }
        if let domain = try? JID(domainpart: text) {
            guard domain.isDomain, domain == jid else { return "\(domain) as a domainpart" }
        }
        if let escaped = try? JIDEscaping.escape(text), JIDEscaping.unescape(escaped) != text {
            return "unescaped otherwise than escaped: \(escaped)"
        }
        return nil
    }
}
