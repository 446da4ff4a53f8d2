import XMPPNegotiation

/// The negotiation of a stream that is ready, packed into a few hundred bytes: what is known is asked for seldom then, and
/// features that are still on offer take a request once in a while.
///
/// It keeps what a snapshot keeps. The plan, channel bindings, and tokens that are to be stored are not among it: the host
/// was told of them with `established`.
struct SettledNegotiation: Hashable, Sendable {
    private let setup: StreamSetup
    private let bytes: [UInt8]
    /// Whether features are still on offer.
    let hasOpenFeatures: Bool
    /// Whether one of them may have the stream wait for its host.
    let mayWait: Bool

    /// Packs a negotiation; nil where it has to stay as it is, since the host is asked something, or a feature that has
    /// begun cannot be stored.
    init?(_ side: NegotiationSide, in setup: StreamSetup) {
        guard side.isSettled else { return nil }
        let facts = side.facts
        // The namespaces of features take more than all the rest.
        var writer = SnapshotWriter(knowing: setup.negotiation.keys)
        writer.write(facts.compressionMethod)
        writer.write(side.withoutPlan, in: setup, isReady: true)
        if writer.misuse != nil { return nil }
        // With no room for more.
        let bytes = writer.bytes.map { $0 }
        // What cannot be unpacked is not packed.
        if (try? Self.unpack(bytes, in: setup)) == nil { return nil }
        self.setup = setup
        self.bytes = bytes
        hasOpenFeatures = side.hasOpenFeatures
        mayWait = side.mayWait
    }

    /// The negotiation as it goes on.
    var unpacked: NegotiationSide {
        do throws(SnapshotViolation) {
            return try Self.unpack(bytes, in: setup)
        } catch {
            // It was tried when it was packed, and gives the same whenever it is tried.
            assertionFailure("\(error)")
            return NegotiationSide(setup.configuration)
        }
    }

    private static func unpack(_ bytes: [UInt8], in setup: StreamSetup) throws(SnapshotViolation) -> NegotiationSide {
        var reader = try SnapshotReader(bytes, knowing: setup.negotiation.keys)
        let compression = try reader.optionalText()
        var side = try reader.side(in: setup, checked: false)
        var known = side.facts
        known.compressionMethod = compression
        side.facts = known
        return side
    }
}
