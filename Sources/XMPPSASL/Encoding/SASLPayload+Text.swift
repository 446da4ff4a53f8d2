/// Payloads as the text of an element.
extension SASLPayload {
    /// The place of a payload: in some it can be missing (RFC 6120 §6.4.2, §6.4.6).
    public enum Place: Hashable, Sendable, CaseIterable {
        /// The initial response, which goes with the choice of the mechanism.
        case initialResponse
        /// A challenge or a response.
        case exchange
        /// The additional data of the success.
        case success

        var canBeMissing: Bool {
            switch self {
            case .initialResponse, .success: true
            case .exchange: false
            }
        }
    }

    /// Reads the text of an element.
    ///
    /// In the profile of RFC 6120 no text means that there is no payload, where there may be none, and `=` one that is
    /// empty. In SASL2 that there is an element says that there is a payload, and no text is an empty one; an element
    /// that is not there is for the caller to tell. Base64 is taken by the letter (RFC 6120 §6.4, RFC 4648 §4).
    ///
    /// - Throws: `SASLFailure.Condition.incorrectEncoding` for what is no base64.
    /// - Complexity: O(*n*)
    public static func read(
        _ text: some Collection<UInt8>, at place: Place, in profile: SASLOffer.Profile
    ) throws(SASLFailure.Condition) -> SASLPayload? {
        if profile == .sasl, place.canBeMissing {
            if text.isEmpty { return nil }
            if text.elementsEqual([equals]) { return SASLPayload([]) }
        }
        guard let bytes = Base64.decode(text) else { throw .incorrectEncoding }
        return SASLPayload(bytes)
    }

    /// The text of an element for a payload; nil where there is to be no element, which only SASL2 knows.
    ///
    /// - Complexity: O(*n*)
    public static func text(
        of payload: SASLPayload?, at place: Place, in profile: SASLOffer.Profile
    ) -> [UInt8]? {
        guard let payload else { return profile == .sasl || !place.canBeMissing ? [] : nil }
        if payload.exposed.isEmpty, profile == .sasl, place.canBeMissing { return [equals] }
        return Base64.encode(payload.exposed)
    }

    private static let equals: UInt8 = 0x3D
}
