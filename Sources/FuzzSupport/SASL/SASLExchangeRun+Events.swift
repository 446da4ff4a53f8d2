import CryptoSeam
import XMPPSASL

/// What a program has happen.
extension SASLExchangeRun {
    /// The event that the next bytes stand for; nil where they stand for none.
    mutating func nextEvent() -> SASLEvent? {
        let code = program.next()
        isPrinted = code & 0x40 != 0
        switch code & 0x0F {
        case 6:
            guard let event = intended else { return nil }
            return altered(event)
        case 7:
            switch intended {
            case .received(let payload): return .succeeded(payload)
            case .succeeded(let payload), .begun(let payload): return .received(payload ?? SASLPayload([]))
            case .answered, nil: return .succeeded(nil)
            }
        case 8: return .received(SASLPayload(program.nextBytes()))
        case 9: return .succeeded(code & 0x10 != 0 ? nil : SASLPayload(program.nextBytes()))
        case 10: return .begun(code & 0x10 != 0 ? nil : SASLPayload(program.nextBytes()))
        case 11:
            guard let question else { return nil }
            return .answered(altered(host.answer(question, isClient: scenario.isClientTested)))
        case 12: return .answered(anyAnswer())
        case 13: return .answered(.unavailable)
        // Again what it was told, or back what it said.
        case 14: return transcript.heard.last.map { .received(SASLPayload($0)) }
        case 15:
            let payload = transcript.said.last.map { SASLPayload($0) }
            return code & 0x10 != 0 ? .succeeded(payload) : payload.map { .received($0) }
        default: return intended
        }
    }

    private mutating func altered(_ event: SASLEvent) -> SASLEvent {
        switch event {
        case .begun(let payload): .begun(SASLPayload(program.altered(payload?.exposed ?? [])))
        case .received(let payload): .received(SASLPayload(program.altered(payload.exposed)))
        case .succeeded(let payload): .succeeded(SASLPayload(program.altered(payload?.exposed ?? [])))
        case .answered(let answer): .answered(altered(answer))
        }
    }

    private mutating func altered(_ answer: SASLAnswer) -> SASLAnswer {
        switch answer {
        case .randomBytes(let bytes): return .randomBytes(altered(bytes))
        case .derivedKey(let key): return .derivedKey(altered(key))
        case .digestKey(let key): return .digestKey(key.map { altered($0) })
        case .password(let password): return .password(password.map { altered($0) })
        case .credentials(let credentials):
            guard let credentials else { return anyAnswer() }
            return .credentials(
                SCRAMCredentials(
                    derivation: SCRAMDerivation(
                        algorithm: credentials.derivation.algorithm,
                        salt: program.altered(credentials.derivation.salt),
                        iterations: credentials.derivation.iterations &+ program.next(below: 3) &- 1),
                    storedKey: altered(credentials.storedKey), serverKey: altered(credentials.serverKey)))
        case .tokens(let slots, let now):
            let isSwapped = program.next() & 1 != 0
            let current = (isSwapped ? slots?.following : slots?.current).map { altered($0) }
            let following = (isSwapped ? slots?.current : slots?.following).map { altered($0) }
            return .tokens(FASTTokenSlots(current: current, following: following), now: now)
        case .verdict, .authorization, .unavailable: return anyAnswer()
        }
    }

    private mutating func altered(_ token: FASTToken) -> FASTToken {
        let code = program.next()
        let other = HashedTokenVariant(.sha512, binding: .serverEndPoint).name
        let mechanism = code & 1 != 0 ? other : token.mechanism
        let count = code & 4 != 0 ? UInt64(code) : token.count
        return FASTToken(
            altered(token.secret), for: mechanism, expiry: code & 2 != 0 ? Int64(code) : token.expiry, count: count)
    }

    private mutating func altered(_ secret: Secret) -> Secret {
        program.next() & 1 != 0 ? Secret(program.altered(secret.exposed)) : secret
    }

    /// An answer of any kind, whatever was asked.
    private mutating func anyAnswer() -> SASLAnswer {
        let kind = program.next(below: 12)
        let bytes = program.nextBytes()
        let secret = Secret(bytes)
        let number = Int(program.next())
        switch kind {
        case 0: return .randomBytes(secret)
        case 1: return .derivedKey(secret)
        case 2: return .digestKey(number % 2 == 0 ? secret : nil)
        case 3: return .password(number % 2 == 0 ? secret : nil)
        case 4: return .credentials(nil)
        case 5, 6:
            let algorithm = kind == 5 ? scenario.scram.algorithm : HashAlgorithm.allCases[number % 5]
            let extremes = [0, -1, 1, 4096, 999_999_999, 1_000_000_000, Int.max, Int.min]
            let derivation = SCRAMDerivation(
                algorithm: algorithm, salt: bytes, iterations: extremes[number % extremes.count])
            return .credentials(
                SCRAMCredentials(derivation: derivation, derivedKey: secret, using: ToyCryptoProvider.self))
        case 7:
            let extremes = [Int64.min, 0, 10, .max]
            let token = FASTToken(
                secret, for: scenario.hashedToken.name, expiry: extremes[number % 4], count: UInt64(number))
            let slots = FASTTokenSlots(current: token, following: token)
            return .tokens(number % 2 == 0 ? slots : nil, now: extremes[number / 4 % 4])
        case 8:
            return .verdict(.accepted(username: String(decoding: bytes, as: UTF8.self)))
        case 9:
            let conditions = SASLFailure.Condition.allCases
            return .verdict(.refused(conditions[number % conditions.count]))
        case 10: return .authorization(number % 2 == 0)
        default: return .unavailable
        }
    }
}
