import CryptoSeam
import XMPPSASL

/// What must hold for the messages of the mechanisms that are not SCRAM.
enum SASLMessageReading {
    static func finding(in input: [UInt8]) -> String? {
        findingAsPlain(input) ?? findingAsDirectives(input) ?? findingAsBearer(input) ?? findingAsCRAM(input)
            ?? findingAsHashedToken(input)
    }

    private static func findingAsPlain(_ input: [UInt8]) -> String? {
        let parts = input.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
        let isText = parts.allSatisfy { String(validating: $0, as: UTF8.self) != nil }
        guard let message = PlainMessage(input) else {
            let isLegal = parts.count == 3 && isText && !parts[1].isEmpty && !parts[2].isEmpty
            return isLegal ? "PLAIN \(input) is not read" : nil
        }
        let identity = Array((message.authorizationIdentity ?? "").utf8)
        if message.authorizationIdentity?.isEmpty == true { return "PLAIN \(input) has an empty identity" }
        if message.username.isEmpty || message.password.isEmpty { return "PLAIN \(input) has an empty part" }
        let written = identity + [0] + Array(message.username.utf8) + [0] + message.password
        return written == input && isText ? nil : "PLAIN \(input) is lost"
    }

    private static func findingAsDirectives(_ input: [UInt8]) -> String? {
        guard let directives = DigestDirectives(input) else { return nil }
        if directives.all.isEmpty { return "no directives in \(input)" }
        let separators = Array("()<>@,;:\\\"/[]?={} \t".utf8)
        var written: [UInt8] = []
        for (key, value) in directives.all {
            let isKey = key.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !separators.contains($0) }
            guard !key.isEmpty, isKey, key == key.lowercased() else { return "the key \(key) in \(input)" }
            if value.contains(0) { return "a NUL in \(input)" }
            let same = directives.all.filter { $0.key == key }
            if directives.count(of: key) != same.count { return "\(key) counted otherwise in \(input)" }
            let only = directives.only(key)
            if only != (same.count == 1 ? value : nil) { return "\(key) found otherwise in \(input)" }
            if !written.isEmpty { written.append(0x2C) }
            written += Array("\(key)=".utf8) + DigestDirectives.quoted(value)
        }
        let size = directives.all.reduce(0) { $0 + $1.key.utf8.count + $1.value.count + 1 }
        if size > input.count { return "\(size) bytes of directives come of \(input)" }
        guard DigestDirectives(written) == directives else { return "the directives of \(input) are lost" }
        return nil
    }

    private static func findingAsBearer(_ input: [UInt8]) -> String? {
        guard let message = BearerMessage(input) else { return nil }
        let token = message.token?.exposed ?? []
        if message.token?.exposed.isEmpty == true || !token.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            return "the token of \(input)"
        }
        guard let header = NaiveReading.header(input), header.first != UInt8(ascii: "p") else {
            return "the header of OAUTHBEARER \(input)"
        }
        let parts = Array(input[header.count...]).split(separator: 1, omittingEmptySubsequences: false)
        let isParted = parts.count >= 4 && parts[0].isEmpty && parts.suffix(2).allSatisfy(\.isEmpty)
        let tokens = parts.filter { $0.starts(with: "auth=".utf8) }.map { $0.dropFirst(5) }
        guard isParted, tokens.count == 1, tokens[0].dropFirst(7).elementsEqual(token),
            tokens[0].isEmpty || String(decoding: tokens[0].prefix(7), as: UTF8.self).lowercased() == "bearer ",
            tokens[0].isEmpty == (message.token == nil)
        else { return "OAUTHBEARER \(input) has another token" }
        // What was read can be said again, if there is a token: our client says nothing without.
        guard let said = message.token else { return nil }
        guard
            var client = BearerClient(
                token: said, authorizationIdentity: message.authorizationIdentity),
            case .send(let said?) = client.receive(.begun(nil), using: ToyCryptoProvider.self)
        else { return "OAUTHBEARER \(input) cannot be said" }
        return BearerMessage(said.exposed) == message ? nil : "OAUTHBEARER \(input) is lost"
    }

    /// The response of CRAM-MD5, by what the server asks when it hears it.
    private static func findingAsCRAM(_ input: [UInt8]) -> String? {
        var server = CRAMServer(domain: "example.org", decoySecret: Secret("decoy"))
        _ = server.receive(.begun(nil), using: ToyCryptoProvider.self)
        let random = SASLAnswer.randomBytes(Secret([UInt8](repeating: 7, count: 16)))
        _ = server.receive(.answered(random), using: ToyCryptoProvider.self)
        let action = server.receive(.received(SASLPayload(input)), using: ToyCryptoProvider.self)
        let name = input.dropLast(33)
        let isLegal =
            input.count <= 2048 && !name.isEmpty && !name.contains(0) && input.dropFirst(name.count).first == 0x20
            && !input.suffix(32).contains(0x20) && String(validating: name, as: UTF8.self) != nil
        guard case .ask(.password(of: let identity)) = action else {
            return isLegal ? "CRAM-MD5 \(input) is \(action)" : nil
        }
        let isRead = isLegal && identity.username.utf8.elementsEqual(name) && identity.authorizationIdentity == nil
        return isRead ? nil : "CRAM-MD5 \(input) is \(action)"
    }

    /// The message of HT-*, by what the server asks when it hears it.
    private static func findingAsHashedToken(_ input: [UInt8]) -> String? {
        for hash in HashedTokenVariant.Hash.allCases {
            let variant = HashedTokenVariant(hash, binding: .none)
            guard
                var server = HashedTokenServer(
                    variant, on: SASLChannel(.tls13), attempt: FASTAttempt(), decoySecret: Secret("decoy"))
            else {
                return "no server for \(variant.name)"
            }
            let action = server.receive(.begun(SASLPayload(input)), using: ToyCryptoProvider.self)
            let name = input.prefix { $0 != 0 }
            let proofBytes = hash == .sha256 ? 32 : 64
            let isLegal =
                input.count <= 4096 && !name.isEmpty && input.count == name.count + 1 + proofBytes
                && String(validating: name, as: UTF8.self) != nil
            guard case .ask(.tokens(of: let identity, for: let mechanism)) = action else {
                if isLegal { return "\(variant.name) \(input) is \(action)" }
                continue
            }
            guard isLegal, identity.username.utf8.elementsEqual(name), mechanism == variant.name else {
                return "\(variant.name) \(input) is \(action)"
            }
        }
        return nil
    }
}
