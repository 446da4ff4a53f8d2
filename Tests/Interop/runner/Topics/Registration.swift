#if NIO && Tool
    import XMPPEngine
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL

    /// Accounts that are opened in the stream itself (XEP-0077).
    enum Registration {
        static func cases(of server: Server) -> [InteropCase] {
            [
                server.test("registration", "an account is opened, and logged in to") { place in
                    let name = "new\(UInt32.random(in: .min ... .max))"
                    var settings = try server.settings(name, at: place)
                    let again = settings
                    settings.configure = { configuration in
                        let fields = RegistrationFields([
                            .init("username", Secret(name)), .init("password", Secret("\(name)-pw")),
                            .init("email", Secret("\(name)@example.org")), .init("name", Secret(name)),
                        ])
                        configuration.features.append(RegistrationFeature(filling: fields))
                        // jabberd2 never answers who would bind in the stream that opened the account.
                        if !server.bindsAfterRegistration { configuration.deadlines.negotiation = .seconds(2) }
                    }
                    if server.bindsAfterRegistration {
                        try await XMPPClient(settings).run { session in
                            let negotiated = session.established.facts.negotiated.map(\.name)
                            try expect(negotiated.contains("register"), "negotiated: \(negotiated)")
                        }
                    } else {
                        let end = try await Refusals.end(of: settings)
                        try expect(end == .deadline(.negotiation), "ended otherwise: \(end)")
                    }
                    return try await XMPPClient(again).run { session in
                        let bound = session.established.facts.address?.localpart
                        try expect(bound == name, "bound to \(bound ?? "nobody")")
                        return server.bindsAfterRegistration
                            ? "opened, logged in to in the same stream and in another"
                            : "opened, and logged in to in another stream (it never binds in the one that opened it)"
                    }
                },
                server.test("registration", "a name that is taken") { place in
                    let user = server.users.0
                    var settings = try server.settings(at: place)
                    settings.configure = { configuration in
                        let fields = RegistrationFields([
                            .init("username", Secret(user)), .init("password", Secret("another")),
                            .init("email", Secret("\(user)@example.org")),
                        ])
                        configuration.features.append(RegistrationFeature(filling: fields))
                    }
                    let end = try await Refusals.end(of: settings)
                    guard case .negotiation(.refused(let key, let error)) = end, key.name == "register",
                        error.condition == .conflict
                    else { throw Mismatch("ended otherwise: \(end)") }
                    return "\(end)"
                },
            ]
        }
    }
#endif
