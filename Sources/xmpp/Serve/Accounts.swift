#if Tool && NIO
    import CryptoSeam
    import NIOConcurrencyHelpers
    import XMPPAddress
    import XMPPCrypto
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza

    /// The users of a development server, in memory, with their passwords: what its streams ask is answered from here.
    final class Accounts: StreamAnswering {
        private struct Account {
            let password: Secret
            let salt: [UInt8]
            /// Derived when first asked for, and kept.
            var credentials: [HashAlgorithm: SCRAMCredentials] = [:]
        }

        /// The domain.
        let domain: JID
        /// Rounds of the derivation: few, since the passwords are at hand anyway.
        let iterations: Int
        private let opensAccounts: Bool
        private let admitsAnonymous: Bool
        private let accounts = NIOLockedValueBox<[String: Account]>([:])

        /// Accounts of a domain.
        ///
        /// - Parameters:
        ///   - opensAccounts: Whether clients may open some (XEP-0077).
        ///   - admitsAnonymous: Whether there are sessions of nobody in particular.
        init(
            _ users: [UserList.User], at domain: JID, opensAccounts: Bool = false, admitsAnonymous: Bool = false,
            iterations: Int = 4096
        ) {
            self.domain = domain
            self.opensAccounts = opensAccounts
            self.admitsAnonymous = admitsAnonymous
            self.iterations = iterations
            for user in users { _ = open(user) }
        }

        /// The bare addresses, in order.
        var addresses: [JID] {
            accounts.withLockedValue { Array($0.keys) }.sorted().compactMap { try? domain.with(localpart: $0) }
        }

        /// Opens an account.
        ///
        /// - Returns: Whether there was none, and there is room.
        func open(_ user: UserList.User) -> Bool {
            var generator = SystemRandomNumberGenerator()
            let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
            return accounts.withLockedValue { accounts in
                if accounts[user.name] != nil || accounts.count >= Self.maximumCount { return false }
                accounts[user.name] = Account(password: user.password, salt: salt)
                return true
            }
        }

        func answer(to question: HostQuestion) async -> HostAnswer {
            switch question {
            case .authentication(let question): .authentication(answer(to: question))
            case .resource(let wish): .resource(address(for: wish))
            case .registration(let wish): .registration(answer(to: wish))
            case .randomBytes, .certificate, .legacyCredentials, .custom: .unavailable
            }
        }

        // MARK: Logging in

        private func answer(to question: SASLQuestion) -> SASLAnswer {
            switch question {
            case .credentials(of: let identity, for: let algorithm):
                .credentials(credentials(of: identity.username, for: algorithm))
            case .password(of: let identity): .password(password(of: identity.username))
            case .digestKey(let key):
                .digestKey(
                    password(of: key.username).flatMap { key.key(password: $0, using: SwiftCryptoProvider.self) })
            case .verdict(on: .password(let identity, let password)):
                .verdict(
                    self.password(of: identity.username) == password
                        ? .accepted(username: identity.username) : .refused(.notAuthorized))
            case .verdict(on: .anonymous):
                .verdict(admitsAnonymous ? .accepted(username: "") : .refused(.notAuthorized))
            case .verdict(on: .transport), .verdict(on: .token): .verdict(.refused(.notAuthorized))
            // Nobody acts as somebody else.
            case .authorization: .authorization(false)
            case .randomBytes, .derivedKey, .tokens: .unavailable
            }
        }

        private func password(of username: String) -> Secret? {
            guard let name = localpart(username) else { return nil }
            return accounts.withLockedValue { $0[name]?.password }
        }

        private func credentials(of username: String, for algorithm: HashAlgorithm) -> SCRAMCredentials? {
            guard let name = localpart(username), let account = accounts.withLockedValue({ $0[name] }) else {
                return nil
            }
            if let known = account.credentials[algorithm] { return known }
            let derivation = SCRAMDerivation(algorithm: algorithm, salt: account.salt, iterations: iterations)
            guard
                let key = try? PasswordDerivation.uncheckedKey(
                    from: account.password.exposed, salt: account.salt, rounds: iterations, with: algorithm,
                    byteCount: algorithm.digestByteCount)
            else { return nil }
            let credentials = SCRAMCredentials(
                derivation: derivation, derivedKey: Secret(key), using: SwiftCryptoProvider.self)
            accounts.withLockedValue { $0[name]?.credentials[algorithm] = credentials }
            return credentials
        }

        /// The name of an account, as addresses have it.
        private func localpart(_ username: String) -> String? { (try? domain.with(localpart: username))?.localpart }

        // MARK: Resources

        private func address(for wish: ResourceWish) -> Result<JID, StanzaError> {
            let bound: JID?
            if let account = wish.account {
                bound = try? account.with(resourcepart: wish.resource ?? wish.generated)
            } else {
                // Nobody in particular gets a name that nobody else has.
                bound = try? domain.with(localpart: "anonymous-\(wish.generated)").with(resourcepart: wish.generated)
            }
            return bound.map { .success($0) } ?? .failure(StanzaError(.badRequest))
        }

        // MARK: Registration

        private func answer(to wish: RegistrationWish) -> Result<RegistrationFields, StanzaError> {
            guard opensAccounts else { return .failure(StanzaError(.serviceUnavailable)) }
            switch wish {
            case .fields:
                return .success(
                    RegistrationFields(
                        [.init("username"), .init("password")],
                        instructions: "Choose a name and a password. They are forgotten when the server stops."))
            case .register(let fields):
                func text(_ name: String) -> String? {
                    fields.fields.first { $0.name == name }.flatMap {
                        String(validating: $0.value.exposed, as: UTF8.self)
                    }
                }
                guard let name = text("username"), let password = text("password"),
                    let user = try? UserList.User(name: name, password: password, at: domain)
                else { return .failure(StanzaError(.notAcceptable)) }
                return open(user) ? .success(RegistrationFields([])) : .failure(StanzaError(.conflict))
            }
        }

        private static let maximumCount = 100_000
    }
#endif
