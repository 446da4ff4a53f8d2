#if NIO && Tool
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL

    /// Every mechanism that a server offers, and passwords that are wrong or need SASLprep.
    enum Mechanisms {
        static func cases(of server: Server) -> [InteropCase] {
            usual(of: server) + server.mechanisms.map { password($0, of: server) } + prepared(of: server)
                + wrong(of: server) + server.boundMechanisms.map { bound($0, of: server) }
        }

        private static func usual(of server: Server) -> [InteropCase] {
            [
                server.test("mechanism", "whichever the strict policy comes to") { place in
                    var settings = try server.settings(at: place)
                    settings.sasl = SASLPolicy()
                    guard server.refusesStrictPolicy else { return try await used(settings) }
                    let end = try await Refusals.end(of: settings)
                    guard case .negotiation(.authentication(let failure)) = end,
                        failure.tried.allSatisfy({ $0.hasSuffix("-PLUS") })
                    else { throw Mismatch("ended otherwise: \(end)") }
                    return "none, as it should (see Gaps): \(end)"
                },
                server.test("mechanism", "whichever the usual settings come to") { place in
                    try await used(try server.settings(at: place))
                },
            ]
        }

        private static func used(_ settings: ClientSettings) async throws -> String {
            try await XMPPClient(settings).run { session in
                try session.established.facts.authentication.required("authentication").mechanism
            }
        }

        /// One mechanism, and no other.
        private static func password(_ name: String, of server: Server) -> InteropCase {
            server.test("mechanism", name) { place in
                var settings = try server.settings(at: place)
                settings.sasl.mechanisms = try [mechanism(name)]
                return try await XMPPClient(settings).run { session in
                    let used = session.established.facts.authentication
                    try expect(used?.mechanism == name, "used \(used?.mechanism ?? "none")")
                    return used?.isPeerVerified == true ? "the server has proved itself too" : "logged in"
                }
            }
        }

        /// Typed with a sign that SASLprep makes two letters of.
        private static func prepared(of server: Server) -> [InteropCase] {
            ["SCRAM-SHA-1", "PLAIN"].map { name in
                server.test("mechanism", "\(name), a password that takes SASLprep") { place in
                    var settings = try server.settings("unicode", password: "p\u{E4}ssw\u{F6}rd-\u{2168}", at: place)
                    settings.sasl.mechanisms = try [mechanism(name)]
                    return try await XMPPClient(settings).run { _ in "logged in" }
                }
            }
        }

        private static func bound(_ name: String, of server: Server) -> InteropCase {
            server.test("mechanism", name) { _ in
                throw Skipped("it binds by tls-unique alone, which the TLS library cannot give")
            }
        }

        private static func wrong(of server: Server) -> [InteropCase] {
            server.mechanisms.map { name in
                server.test("mechanism", "\(name), a wrong password") { place in
                    var settings = try server.settings(password: "wrong", at: place)
                    settings.sasl.mechanisms = try [mechanism(name)]
                    let end = try await Refusals.end(of: settings)
                    guard case .negotiation(.authentication(let failure)) = end,
                        failure.condition == .notAuthorized, failure.tried == [name]
                    else { throw Mismatch("ended otherwise: \(end)") }
                    return "\(end)"
                }
            }
        }

        static func mechanism(_ name: String) throws -> SASLMechanism {
            try (SASLMechanism.current + SASLMechanism.historic).first { $0.name.description == name }
                .required("mechanism \(name)")
        }
    }
#endif
