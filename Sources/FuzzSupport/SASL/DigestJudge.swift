import XMPPSASL

/// DIGEST-MD5 once more, by the formulas of RFC 2831 §2.1.2.1.
struct DigestJudge {
    private let transcript: SASLTranscript
    private let isClient: Bool
    private let challenge: DigestDirectives
    private let response: DigestDirectives
    private let key: [UInt8]

    /// The judge of a run; nil where a message cannot be read or no key was told.
    init?(_ transcript: SASLTranscript, isClient: Bool) {
        let (ours, theirs) = isClient ? (transcript.heard, transcript.said) : (transcript.said, transcript.heard)
        guard let challenge = ours.first.flatMap({ DigestDirectives($0) }),
            let response = theirs.first.flatMap({ DigestDirectives($0) })
        else { return nil }
        var key: [UInt8]?
        for case .digestKey(let found) in transcript.answers { key = found?.exposed }
        guard let key else { return nil }
        self.transcript = transcript
        self.isClient = isClient
        self.challenge = challenge
        self.response = response
        self.key = key
    }

    /// What is wrong with a success, in English, or nil.
    func finding(on outcome: SASLOutcome) -> String? {
        guard let nonce = challenge.only("nonce"), response.only("nonce") == nonce else { return "another nonce" }
        if response.only("nc") != Array("00000001".utf8) { return "another count" }
        if response.only("digest-uri") != Array("xmpp/example.org".utf8) { return "another service" }
        if response.only("qop") ?? Array("auth".utf8) != Array("auth".utf8) { return "another protection" }
        guard response.only("response") == proof("AUTHENTICATE:") else { return "success without the client's proof" }
        let answer = proof(":")
        if isClient {
            guard transcript.heard.count >= 2 else { return "success without the server's proof" }
            let claimed = DigestDirectives(transcript.heard[1])?.only("rspauth")
            return claimed == answer ? nil : "success without the server's proof"
        }
        let expected = Array("rspauth=".utf8) + answer
        return outcome.additionalData?.exposed == expected ? nil : "another proof of the server's"
    }

    private func proof(_ method: String) -> [UInt8] {
        let nonce = challenge.only("nonce") ?? []
        let clientNonce = response.only("cnonce") ?? []
        var first = [key, nonce, clientNonce]
        if let identity = response.only("authzid") { first.append(identity) }
        let second = Array(method.utf8) + (response.only("digest-uri") ?? [])
        let parts = [
            hashed(Array(first.joined(separator: [0x3A]))), nonce, Array("00000001".utf8), clientNonce,
            Array("auth".utf8), hashed(second),
        ]
        return hashed(Array(parts.joined(separator: [0x3A])))
    }

    private func hashed(_ bytes: [UInt8]) -> [UInt8] {
        DigestJudge.hexadecimal(ToyCryptoProvider.digest(of: bytes, with: .md5))
    }

    static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte in
            let digits = String(byte, radix: 16)
            return Array((digits.count == 1 ? "0\(digits)" : digits).utf8)
        }
    }
}
