/// The first message of a server (RFC 5802 §7): `r=…,s=…,i=…`, then extensions.
package struct SCRAMServerFirst: Hashable, Sendable {
    package var nonce: [UInt8]
    package var salt: [UInt8]
    package var iterations: Int
    /// The extension of XEP-0474.
    package var offerDigest: [UInt8]?

    package static func read(_ message: [UInt8]) -> Result<SCRAMServerFirst, SASLFailure.Reason> {
        if message.count > SCRAMMessage.mostBytes { return .failure(.messageSize) }
        var attributes = SCRAMAttributes(message[...])
        if attributes.letter == SCRAMMessage.mandatory { return .failure(.mandatoryExtension) }
        guard let nonce = attributes.value(of: "r"), SCRAMAttributes.isNonce(nonce),
            let salt = attributes.value(of: "s").flatMap({ Base64.decode($0) }), !salt.isEmpty,
            let iterations = attributes.value(of: "i")
        else { return .failure(.malformed) }
        guard let count = SCRAMAttributes.positiveNumber(iterations) else { return .failure(.iterationCount) }
        var first = SCRAMServerFirst(nonce: Array(nonce), salt: salt, iterations: count)
        while !attributes.isComplete {
            guard let (letter, value) = attributes.next() else { return .failure(.malformed) }
            switch letter {
            case SCRAMMessage.mandatory: return .failure(.mandatoryExtension)
            case SCRAMMessage.offer:
                guard first.offerDigest == nil, let digest = Base64.decode(value) else { return .failure(.malformed) }
                first.offerDigest = digest
            default: continue
            }
        }
        return .success(first)
    }
}

/// The last message of a server: its proof, or what went wrong.
package enum SCRAMServerFinal: Hashable, Sendable {
    case verifier([UInt8])
    case error(String)

    package static func read(_ message: [UInt8]) -> Result<SCRAMServerFinal, SASLFailure.Reason> {
        // No message at all is no proof.
        if message.isEmpty { return .failure(.proof) }
        if message.count > SCRAMMessage.mostBytes { return .failure(.messageSize) }
        var attributes = SCRAMAttributes(message[...])
        let final: SCRAMServerFinal
        if let word = attributes.value(of: "e") {
            // The words of RFC 5802 §7 are letters and hyphens. Others are the peer's own, and may be anything.
            let isWord = word.count <= 64 && word.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0 | 0x20) }
            final = .error(isWord ? String(decoding: word, as: UTF8.self) : "other-error")
        } else if let verifier = attributes.value(of: "v").flatMap({ Base64.decode($0) }) {
            final = .verifier(verifier)
        } else {
            return .failure(attributes.letter == SCRAMMessage.mandatory ? .mandatoryExtension : .malformed)
        }
        while !attributes.isComplete {
            guard let (letter, _) = attributes.next() else { return .failure(.malformed) }
            if letter == SCRAMMessage.mandatory { return .failure(.mandatoryExtension) }
        }
        return .success(final)
    }
}

/// What all messages have in common.
enum SCRAMMessage {
    /// Longer ones are not looked at: a nonce, a salt and some extensions take a few hundred bytes.
    static let mostBytes = 8192
    /// `m`, which nobody has a meaning for: whoever meets it has to give up (RFC 5802 §5.1).
    static let mandatory: UInt8 = 0x6D
    /// `h` of XEP-0474.
    static let offer: UInt8 = 0x68
}
