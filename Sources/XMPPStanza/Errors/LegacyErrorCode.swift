import XMLStream

/// Numbers that stood for errors before RFC 3920, as XEP-0086 maps them.
enum LegacyErrorCode {
    /// What a code means, or nil for one that has no meaning.
    static func meaning(of code: String) -> (condition: StanzaErrorCondition, type: StanzaErrorType)? {
        switch code {
        case "302": (.redirect, .modify)
        case "400": (.badRequest, .modify)
        case "401": (.notAuthorized, .auth)
        case "402": (.paymentRequired, .auth)
        case "403": (.forbidden, .auth)
        case "404": (.itemNotFound, .cancel)
        case "405": (.notAllowed, .cancel)
        case "406": (.notAcceptable, .modify)
        case "407": (.registrationRequired, .auth)
        case "408": (.remoteServerTimeout, .wait)
        case "409": (.conflict, .cancel)
        case "500": (.internalServerError, .wait)
        case "501": (.featureNotImplemented, .cancel)
        case "502": (.serviceUnavailable, .wait)
        case "503": (.serviceUnavailable, .cancel)
        case "504": (.remoteServerTimeout, .wait)
        case "510": (.serviceUnavailable, .cancel)
        default: nil
        }
    }
}
