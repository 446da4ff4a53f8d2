#if NIO && Tool
    import XMPPEngine
    import XMPPNIO

    /// Logins that must not succeed.
    enum Refusals {
        /// How the stream of such a login ends.
        static func end(of settings: ClientSettings) async throws -> StreamEnd {
            do {
                return try await XMPPClient(settings).run { session in
                    throw Mismatch("logged in as \(session.established.facts.address?.description ?? "nobody")")
                }
            } catch let failure as StreamFailure {
                return failure.end
            }
        }
    }
#endif
