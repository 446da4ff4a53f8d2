#if NIO && Tool
    /// One case: what is tried against one peer.
    struct InteropCase: Sendable {
        /// Whose software it is, as the table calls it.
        let peer: String
        /// What it is about.
        let topic: String
        /// What is tried.
        let name: String
        /// How long it may take.
        var limit = Duration.seconds(20)
        /// Tries it, and says what came of it. Throws `Skipped` where the peer cannot do it.
        let attempt: @Sendable (Place) async throws -> String

        init(
            _ peer: String, _ topic: String, _ name: String, limit: Duration = .seconds(20),
            attempt: @escaping @Sendable (Place) async throws -> String
        ) {
            self.peer = peer
            self.topic = topic
            self.name = name
            self.limit = limit
            self.attempt = attempt
        }

        func matches(_ text: String) -> Bool { [peer, topic, name].contains { $0.contains(text) } }
    }

    /// Why a case was not tried.
    struct Skipped: Error, CustomStringConvertible {
        let description: String
        init(_ reason: String) { description = reason }
    }

    /// What a peer, or our side, did instead of what it should have done.
    struct Mismatch: Error, CustomStringConvertible {
        let description: String
        init(_ text: String) { description = text }
    }

    /// Fails the case unless the claim holds.
    func expect(_ claim: Bool, _ otherwise: @autoclosure () throws -> String) throws {
        if !claim { throw Mismatch(try otherwise()) }
    }

    extension Optional {
        /// The value, or a failure of the case.
        func required(_ what: String) throws -> Wrapped {
            guard let self else { throw Mismatch("there is no \(what)") }
            return self
        }
    }
#endif
