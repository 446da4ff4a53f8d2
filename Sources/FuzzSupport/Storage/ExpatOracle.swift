import CExpat

/// libexpat in namespace mode, as a second opinion: its events in the canonical form, and where it refuses its input.
///
/// It knows the fourth edition of XML 1.0 and none of the restrictions of RFC 6120 §11; `KnownDifference` says what
/// follows from that.
@safe
package struct ExpatOracle: ~Copyable {
    /// Why expat refused its input.
    package struct Refusal: Hashable {
        /// One of expat's `XML_Error` numbers.
        package var code: UInt32
        /// Index of the byte or of the first byte of the token that it objects to.
        package var byteIndex: Int
        /// Whether only the end of input told it.
        package var isAtEnd: Bool

        /// A character where it may not stand.
        package var isInvalidToken: Bool { code == XML_ERROR_INVALID_TOKEN.rawValue }
    }

    private let parser: XML_Parser?
    private let record = ExpatRecord()
    /// Why expat stopped; it takes no more input then.
    package private(set) var refusal: Refusal?

    package init() {
        // Expat puts this byte between a namespace and a local name. XML allows it in neither (XML 1.0 §2.2).
        unsafe parser = XML_ParserCreateNS(nil, XML_Char(ExpatRecord.separator))
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(record).toOpaque())
        unsafe XML_SetElementHandler(
            parser, { unsafe ExpatRecord.of($0)?.start($1, $2) }, { unsafe ExpatRecord.of($0)?.end($1) })
        unsafe XML_SetCharacterDataHandler(parser) { unsafe ExpatRecord.of($0)?.text($1, Int($2)) }
    }

    deinit { unsafe XML_ParserFree(parser) }

    /// The canonical event lines so far. The last one is open while it is text that may go on.
    package var events: [UInt8] { record.lines }

    /// Feeds the next bytes; tells the end of input behind them where they are the last.
    package mutating func receive(_ bytes: ArraySlice<UInt8>, isFinal: Bool = false) {
        guard refusal == nil else { return }
        let status = unsafe bytes.withUnsafeBytes { buffer in
            // SAFETY: expat copies what it keeps beyond the call.
            unsafe XML_Parse(
                parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 0)
        }
        if status != XML_STATUS_OK { return refuse(isAtEnd: false) }
        guard isFinal else { return }
        if unsafe XML_Parse(parser, nil, 0, 1) != XML_STATUS_OK { refuse(isAtEnd: true) }
        record.finish()
    }

    private mutating func refuse(isAtEnd: Bool) {
        record.finish()
        refusal = unsafe Refusal(
            code: XML_GetErrorCode(parser).rawValue, byteIndex: Int(XML_GetCurrentByteIndex(parser)), isAtEnd: isAtEnd)
    }
}

extension ExpatOracle {
    /// What expat makes of a whole document.
    package static func outcome(of bytes: [UInt8]) -> (events: [UInt8], refusal: Refusal?) {
        var oracle = ExpatOracle()
        oracle.receive(bytes[...], isFinal: true)
        return (oracle.events, oracle.refusal)
    }
}
