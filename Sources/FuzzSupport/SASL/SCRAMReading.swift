import XMPPSASL

/// What must hold for the messages of SCRAM: each is read as a second reading of the grammar has it.
enum SCRAMReading {
    static func finding(in input: [UInt8]) -> String? {
        findingAsClientFirst(input) ?? findingAsClientFinal(input) ?? findingAsServerFirst(input)
            ?? findingAsServerFinal(input)
    }

    private static let mostBytes = 8192

    /// The attributes of a message that has no mandatory extension.
    private static func attributes(_ message: [UInt8]) -> [(letter: Character, value: [UInt8])]? {
        NaiveReading.attributes(message).flatMap { all in all.contains { $0.letter == "m" } ? nil : all }
    }

    private static func findingAsClientFirst(_ input: [UInt8]) -> String? {
        var expected: [[UInt8]]?
        if input.count <= mostBytes, let header = NaiveReading.header(input) {
            let bare = Array(input[header.count...])
            if let all = attributes(bare), all.count >= 2, all[0].letter == "n", all[1].letter == "r",
                let name = NaiveReading.name(all[0].value), NaiveReading.isNonce(all[1].value)
            {
                expected = [header, name, all[1].value, bare]
            }
        }
        let outcome = SCRAMClientFirst.read(input)
        let read = (try? outcome.get()).map { [$0.header.encoded, Array($0.username.utf8), $0.nonce, $0.bare] }
        return read == expected ? reasonFinding(outcome, input) : "client-first \(input) is \(outcome)"
    }

    private static func findingAsClientFinal(_ input: [UInt8]) -> String? {
        var expected: [[UInt8]]?
        if input.count <= mostBytes, let all = attributes(input), all.count >= 3, all[0].letter == "c",
            let binding = NaiveReading.base64(all[0].value), all[1].letter == "r", NaiveReading.isNonce(all[1].value),
            // The one proof is the last.
            all.firstIndex(where: { $0.letter == "p" }) == all.count - 1, let last = all.last,
            let proof = NaiveReading.base64(last.value)
        {
            expected = [binding, all[1].value, proof, Array(input.dropLast(last.value.count + 3))]
        }
        let outcome = SCRAMClientFinal.read(input)
        let read = (try? outcome.get()).map { [$0.binding, $0.nonce, $0.proof, $0.withoutProof] }
        return read == expected ? reasonFinding(outcome, input) : "client-final \(input) is \(outcome)"
    }

    private static func findingAsServerFirst(_ input: [UInt8]) -> String? {
        var expected: [[UInt8]]?
        if input.count <= mostBytes, let all = attributes(input), all.count >= 3, all[0].letter == "r",
            NaiveReading.isNonce(all[0].value), all[1].letter == "s", let salt = NaiveReading.base64(all[1].value),
            !salt.isEmpty, all[2].letter == "i", NaiveReading.number(all[2].value) != nil
        {
            let extensions = all.dropFirst(3).filter { $0.letter == "h" }
            let digests = extensions.compactMap { NaiveReading.base64($0.value) }
            if extensions.count <= 1, digests.count == extensions.count {
                expected = [all[0].value, salt, all[2].value] + digests
            }
        }
        let outcome = SCRAMServerFirst.read(input)
        let read = (try? outcome.get()).map { first in
            [first.nonce, first.salt, Array("\(first.iterations)".utf8)] + (first.offerDigest.map { [$0] } ?? [])
        }
        return read == expected ? reasonFinding(outcome, input) : "server-first \(input) is \(outcome)"
    }

    private static func findingAsServerFinal(_ input: [UInt8]) -> String? {
        var expected: SCRAMServerFinal?
        if input.count <= mostBytes, let all = attributes(input), let first = all.first {
            if first.letter == "e" {
                let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"
                let isWord = NaiveReading.consists(first.value, of: letters, 1...64)
                expected = .error(isWord ? String(decoding: first.value, as: UTF8.self) : "other-error")
            } else if first.letter == "v" {
                expected = NaiveReading.base64(first.value).map { .verifier($0) }
            }
        }
        let outcome = SCRAMServerFinal.read(input)
        if (try? outcome.get()) != expected { return "server-final \(input) is \(outcome)" }
        return reasonFinding(outcome, input)
    }

    /// A decoder knows few reasons, and of the length only that of a long message.
    private static func reasonFinding<Message>(
        _ outcome: Result<Message, SASLFailure.Reason>, _ input: [UInt8]
    ) -> String? {
        guard case .failure(let reason) = outcome else { return nil }
        if (reason == .messageSize) != (input.count > mostBytes) { return "\(reason) of \(input.count) bytes" }
        switch reason {
        case .mandatoryExtension:
            return input.contains(UInt8(ascii: "m")) ? nil : "an extension that is not there: \(input)"
        case .proof: return input.isEmpty ? nil : "no proof in \(input)"
        case .malformed, .messageSize, .iterationCount: return nil
        case .nonce, .channelBinding, .downgrade, .peer, .tooEarly, .outOfTurn, .authorization, .expired,
            .replay, .unavailable:
            return "\(reason) from the grammar of \(input)"
        }
    }
}
