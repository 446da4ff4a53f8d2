import CryptoSeam
import XMPPSASL

/// SCRAM once more, by the formulas of RFC 5802 §3.
extension SASLJudge {
    func findingAtSCRAMClient() -> String? {
        guard transcript.said.count >= 2, transcript.heard.count >= 2,
            let run = messages(transcript.said[0], transcript.heard[0], transcript.said[1]),
            case .derivedKey(let key)? = transcript.answers.last
        else { return "success before its time: \(transcript)" }
        if run.flag != expectedFlag { return "another flag than \(expectedFlag)" }
        guard let name = NaiveReading.name(run.name), name == Array(scenario.knownName.utf8) else {
            return "another name: \(run.name)"
        }
        if !run.serverNonce.starts(with: run.clientNonce) || run.serverNonce.count == run.clientNonce.count {
            return "success with a stranger's nonce"
        }
        if run.finalNonce != run.serverNonce { return "the client says another nonce" }
        guard let iterations = run.iterations, (4096...600_000).contains(iterations) else {
            return "success with \(String(describing: run.iterations)) rounds"
        }
        let derivation = SCRAMDerivation(
            algorithm: algorithm, salt: NaiveReading.base64(run.salt) ?? [], iterations: iterations)
        guard transcript.questions.last == .derivedKey(derivation) else { return "another derivation was asked for" }
        if run.binding != run.header + (scenario.binding(ofClient: true)?.data.exposed ?? []) {
            return "the client binds another channel"
        }
        if let finding = findingInOffer(transcript.heard[0]) { return finding }
        let serverKey = code(Array("Server Key".utf8), key: key.exposed)
        let expected = Array("v=".utf8) + Base64.encode(code(run.signed, key: serverKey))
        let proof = transcript.heard[1]
        let isProven = proof == expected || proof.starts(with: expected + [0x2C])
        return isProven ? nil : "success without the server's proof"
    }

    func findingAtSCRAMServer(_ outcome: SASLOutcome) -> String? {
        guard let challenge = transcript.said.last, transcript.heard.count == 2,
            let run = messages(transcript.heard[0], challenge, transcript.heard[1])
        else { return "success before its time: \(transcript)" }
        var found: SCRAMCredentials?
        for case .credentials(let credentials) in transcript.answers { found = credentials }
        guard let found else { return "success of a user whom nobody knows" }
        let identity = outcome.identity ?? SASLIdentity(username: "")
        if transcript.questions.first != .credentials(of: identity, for: algorithm) {
            return "somebody else's credentials were asked for"
        }
        if found.derivation.algorithm != algorithm { return "success with keys for another hash" }
        if run.finalNonce != run.serverNonce || !run.serverNonce.starts(with: run.clientNonce) {
            return "success with a stranger's nonce"
        }
        if run.binding != run.header + (scenario.binding(ofClient: false)?.data.exposed ?? []) {
            return "success on another channel"
        }
        if !scenario.serverBindings.isEmpty, run.flag == "y" { return "success in spite of a lying flag" }
        if run.flag.hasPrefix("p=") != scenario.scram.bindsChannel { return "the flag \(run.flag)" }
        let signature = code(run.signed, key: found.storedKey.exposed)
        guard run.proof.count == signature.count else { return "success with half a proof" }
        let clientKey = zip(run.proof, signature).map { $0 ^ $1 }
        guard ToyCryptoProvider.digest(of: clientKey, with: algorithm) == found.storedKey.exposed else {
            return "success without the client's proof"
        }
        let answer = Array("v=".utf8) + Base64.encode(code(run.signed, key: found.serverKey.exposed))
        return outcome.additionalData?.exposed == answer ? nil : "another proof of the server's"
    }

    /// XEP-0474 §6.1, for an offer of two mechanisms at most, which is in order, and one kind of binding at most.
    private func findingInOffer(_ challenge: [UInt8]) -> String? {
        let claimed = NaiveReading.attributes(challenge)?.filter { $0.letter == "h" } ?? []
        if claimed.isEmpty { return scenario.requiresConfirmedOffer ? "success without the server's offer" : nil }
        guard scenario.hasOffers else {
            return scenario.requiresConfirmedOffer ? "success with nothing to compare the offer with" : nil
        }
        var text = Array((scenario.flaw == .otherOffer ? "PLAIN" : "PLAIN\u{1E}\(scenario.mechanism)").utf8)
        for binding in scenario.serverBindings { text += Array("\u{1F}\(binding.kind)".utf8) }
        let expected = Base64.encode(ToyCryptoProvider.digest(of: text, with: algorithm))
        return claimed.map(\.value) == [expected] ? nil : "success with another offer"
    }

    private var algorithm: HashAlgorithm { scenario.scram.algorithm }

    private var expectedFlag: String {
        if let binding = scenario.binding(ofClient: true) { return "p=\(binding.kind)" }
        return scenario.isNotOffered || scenario.flaw == .lyingFlag ? "y" : "n"
    }

    private func code(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        ToyCryptoProvider.authenticationCode(for: bytes, key: key, with: algorithm)
    }

    /// The three messages taken apart.
    private struct Messages {
        var header: [UInt8]
        var name: [UInt8]
        var clientNonce: [UInt8]
        var serverNonce: [UInt8]
        var salt: [UInt8]
        var iterations: Int?
        var binding: [UInt8]
        var finalNonce: [UInt8]
        var proof: [UInt8]
        /// What the proofs are over.
        var signed: [UInt8]

        var flag: String { String(decoding: header.prefix { $0 != 0x2C }, as: UTF8.self) }
    }

    private func messages(_ first: [UInt8], _ challenge: [UInt8], _ final: [UInt8]) -> Messages? {
        guard let header = NaiveReading.header(first) else { return nil }
        let bare = Array(first.dropFirst(header.count))
        guard let one = NaiveReading.attributes(bare), let two = NaiveReading.attributes(challenge),
            let three = NaiveReading.attributes(final), one.count >= 2, two.count >= 3, three.count >= 3,
            let last = three.last, last.letter == "p", let proof = NaiveReading.base64(last.value),
            let binding = NaiveReading.base64(three[0].value)
        else { return nil }
        return Messages(
            header: header, name: one[0].value, clientNonce: one[1].value, serverNonce: two[0].value,
            salt: two[1].value, iterations: NaiveReading.number(two[2].value), binding: binding,
            finalNonce: three[1].value, proof: proof,
            signed: bare + [0x2C] + challenge + [0x2C] + final.dropLast(last.value.count + 3))
    }
}
