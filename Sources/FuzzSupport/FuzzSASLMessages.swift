/// Looks for a message of SASL that a decoder reads otherwise than its grammar says, lets through beyond a limit, or
/// does not give back as it came once written.
///
/// The input is one message as it stands behind base64. Each decoder reads it: base64 itself, the text of elements, names of mechanisms and of
/// kinds of channel binding, the messages of SCRAM, PLAIN, OAUTHBEARER, CRAM-MD5, HT-* and the directives of DIGEST-MD5.
///
/// - Returns: What was found, or nil.
public func fuzzSASLMessages(_ input: [UInt8]) -> String? {
    SASLTextReading.findingInBase64(input)
        ?? SASLTextReading.findingInPayloads(input)
        ?? SASLTextReading.findingInNames(input)
        ?? SASLTextReading.findingInHeader(input)
        ?? SCRAMReading.finding(in: input)
        ?? SASLMessageReading.finding(in: input)
}
