/// The first message of a client (RFC 5802 §7): the header, then `n=…,r=…` and extensions.
package struct SCRAMClientFirst: Hashable, Sendable {
    package var header: GS2Header
    package var username: String
    package var nonce: [UInt8]
    /// The message without its header, as it came.
    package var bare: [UInt8]

    package static func read(_ message: [UInt8]) -> Result<SCRAMClientFirst, SASLFailure.Reason> {
        if message.count > SCRAMMessage.mostBytes { return .failure(.messageSize) }
        guard let (header, length) = GS2Header.read(message) else { return .failure(.malformed) }
        let bare = message[length...]
        var attributes = SCRAMAttributes(bare)
        if attributes.letter == SCRAMMessage.mandatory { return .failure(.mandatoryExtension) }
        guard let name = attributes.value(of: "n").flatMap({ SASLName.decode($0) }),
            let nonce = attributes.value(of: "r"), SCRAMAttributes.isNonce(nonce)
        else { return .failure(.malformed) }
        while !attributes.isComplete {
            guard let (letter, _) = attributes.next() else { return .failure(.malformed) }
            if letter == SCRAMMessage.mandatory { return .failure(.mandatoryExtension) }
        }
        return .success(
            SCRAMClientFirst(header: header, username: name, nonce: Array(nonce), bare: Array(bare)))
    }
}

/// The last message of a client: `c=…,r=…`, extensions, `p=…`.
package struct SCRAMClientFinal: Hashable, Sendable {
    /// The header again, and the channel's data behind it.
    package var binding: [UInt8]
    package var nonce: [UInt8]
    package var proof: [UInt8]
    /// The message up to its proof, as it came.
    package var withoutProof: [UInt8]

    package static func read(_ message: [UInt8]) -> Result<SCRAMClientFinal, SASLFailure.Reason> {
        if message.count > SCRAMMessage.mostBytes { return .failure(.messageSize) }
        var attributes = SCRAMAttributes(message[...])
        guard let binding = attributes.value(of: "c").flatMap({ Base64.decode($0) }),
            let nonce = attributes.value(of: "r"), SCRAMAttributes.isNonce(nonce)
        else { return .failure(attributes.letter == SCRAMMessage.mandatory ? .mandatoryExtension : .malformed) }
        while !attributes.isComplete {
            let start = attributes.index
            guard let (letter, value) = attributes.next() else { return .failure(.malformed) }
            switch letter {
            case SCRAMMessage.mandatory: return .failure(.mandatoryExtension)
            case 0x70:
                // The proof is the last attribute.
                guard attributes.isComplete, let proof = Base64.decode(value) else { return .failure(.malformed) }
                return .success(
                    SCRAMClientFinal(
                        binding: binding, nonce: Array(nonce), proof: proof,
                        withoutProof: Array(message[..<(start - 1)])))
            default: continue
            }
        }
        return .failure(.malformed)
    }
}
