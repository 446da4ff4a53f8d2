#if Tool
    import ArgumentParser
    import XMPPAddress

    /// An address on the command line, as people write it.
    struct AddressArgument: ExpressibleByArgument, Hashable, Sendable {
        let jid: JID

        init?(argument: String) {
            guard let jid = JID(argument) else { return nil }
            self.jid = jid
        }
    }
#endif
