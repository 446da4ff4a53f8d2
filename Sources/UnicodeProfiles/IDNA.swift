/// Names of domains in many scripts, by IDNA2008 (RFC 5890 to 5895).
public enum IDNA {
    /// The one form in which names are compared: mapped by RFC 5895 (lower case, no fullwidth or halfwidth characters,
    /// NFC, `。` read as a dot), each A-label turned into its U-label, each label checked by RFC 5891 §5.4, and one dot
    /// at the end taken off. Applying it again changes nothing. A capital that is valid stays: those of Cherokee.
    ///
    /// A label is a U-label or has letters, digits and hyphens only (RFC 7622 §3.2.1), and has at most 63 bytes in its
    /// ASCII form. The Bidi rule goes for all labels of a name in which any is right-to-left (RFC 5893 §1.4). Addresses
    /// of IPv4 are names like others here; those of IPv6 are not.
    ///
    /// The length of the whole is not limited here: see `asciiForm` for what can be looked up.
    ///
    /// - Throws: `ProfileViolation` at the character or, for A-labels, at the label that is at fault.
    /// - Complexity: O(*n*). Lower-case ASCII without A-labels is returned as it came, without allocation.
    public static func unicodeForm(_ domain: String) throws(ProfileViolation) -> String {
        if accepts(ascii: domain.utf8) { return domain }
        return String(decoding: try unicodeForm(Array(domain.utf8)), as: UTF8.self)
    }

    /// `unicodeForm` for UTF-8 that nobody has checked yet.
    ///
    /// - Throws: `ProfileViolation`, also for bytes that are no UTF-8.
    /// - Complexity: O(*n*). Lower-case ASCII without A-labels is returned as it came, without allocation.
    package static func unicodeForm(_ domain: [UInt8]) throws(ProfileViolation) -> [UInt8] {
        if accepts(ascii: domain) { return domain }
        var output: [UInt8] = []
        try unicodeForm(domain[...], into: &output)
        return output
    }

    /// `unicodeForm` for a part of UTF-8 that nobody has checked yet; appends the name to `output`.
    ///
    /// - Throws: `ProfileViolation`, also for bytes that are no UTF-8; its offset counts from where the part starts.
    /// - Complexity: O(*n*). ASCII without A-labels needs no memory of its own.
    package static func unicodeForm(_ domain: ArraySlice<UInt8>, into output: inout [UInt8]) throws(ProfileViolation) {
        let lowercase = (domain.last == UInt8(ascii: ".") ? domain.dropLast() : domain).lazy.map(ASCIIText.lowercase)
        if accepts(ascii: lowercase) {
            output += lowercase
        } else {
            try DomainName(domain).unicodeForm.append(to: &output)
        }
    }

    /// The form to look up in the DNS and to match with certificates: that of `unicodeForm`, with each U-label turned
    /// into its A-label.
    ///
    /// - Throws: `ProfileViolation` as `unicodeForm` does, and for more than 253 bytes in all.
    /// - Complexity: O(*n*)
    public static func asciiForm(_ domain: String) throws(ProfileViolation) -> String {
        String(decoding: try asciiForm(Array(domain.utf8)), as: UTF8.self)
    }

    /// `asciiForm` for UTF-8 that nobody has checked yet.
    package static func asciiForm(_ domain: [UInt8]) throws(ProfileViolation) -> [UInt8] {
        let ascii = accepts(ascii: domain) ? domain : try DomainName(domain[...]).asciiForm
        if ascii.count > mostNameBytes { throw ProfileViolation(.nameLength, at: 0) }
        return ascii
    }

    /// Whether these bytes are labels of lower-case letters, digits and hyphens, none of which could be an A-label,
    /// with no dot at the end.
    ///
    /// - Complexity: O(*n*)
    package static func accepts(ascii bytes: some Sequence<UInt8>) -> Bool {
        var length = 0
        var isAfterHyphen = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                isAfterHyphen = false
            case UInt8(ascii: "-"):
                // Not first, and not third and fourth: `xn--` among them.
                if length == 0 || (length == 3 && isAfterHyphen) { return false }
                isAfterHyphen = true
            case UInt8(ascii: "."):
                if length == 0 || length > mostLabelBytes || isAfterHyphen { return false }
                length = 0
                continue
            default: return false
            }
            length &+= 1
        }
        return length > 0 && length <= mostLabelBytes && !isAfterHyphen
    }

    /// The longest label and the longest name in ASCII form, without the dot at the end (RFC 1034 §3.1).
    package static let mostLabelBytes = 63
    package static let mostNameBytes = 253
}
