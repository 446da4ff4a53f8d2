/// A stream as bytes: put away, or moved to another process.
extension XMPPStream {
    /// How many bytes a snapshot has at most.
    public static let maximumSnapshotBytes = 256 << 10

    /// The stream as bytes, from which another process restores it, with the same setup: to the same behaviour, but for
    /// random bytes, of which there are none in it.
    ///
    /// It is taken between two elements, with every order carried out, all output drained and every question answered, the
    /// one for random bytes among them. The transport is no part of it: who restores the stream has to have it, TLS
    /// included. A stream that is compressed, one amid an exchange of SASL, and one whose peer is about to be refused
    /// cannot be stored.
    ///
    /// **It is a secret.** It names both sides, and holds what waits to be sent; before authentication it holds the channel
    /// bindings of TLS, and from then until the stream is ready the tokens of XEP-0484 that the host has yet to be told of.
    /// There is no signature on it: keep it where nobody else writes.
    ///
    /// - Parameter remaining: How long each timer has left, as far as the host knows. Others begin anew.
    /// - Throws: `StreamMisuse`: `notBegun`, `over`, `notQuiescent`, or `full` where more waits than
    ///   `maximumSnapshotBytes` have room for.
    /// - Complexity: O(*n*) in the bytes.
    public func snapshot(remaining: [StreamTimer: Duration] = [:]) throws(StreamMisuse) -> [UInt8] {
        switch core.life {
        case .idle: throw StreamMisuse(.notBegun)
        case .over: throw StreamMisuse(.over)
        case .opening, .negotiating, .ready, .closing, .abandoning: break
        }
        guard core.isQuiescent, !isHolding, let place = reader.snapshot() else { throw StreamMisuse(.notQuiescent) }
        var snapshot = SnapshotWriter()
        snapshot.write(XMPPStream.snapshotFormat)
        core.write(to: &snapshot, remaining: remaining)
        snapshot.write(place)
        if let misuse = snapshot.misuse { throw StreamMisuse(misuse) }
        return snapshot.bytes
    }

    /// The stream over TCP that a snapshot was taken of.
    ///
    /// Drain it at once: it orders every timer that was set, and random bytes where the old one had some.
    ///
    /// - Parameter setup: What `snapshot` does not hold; the same as that of the old stream, or one that is made alike.
    /// - Throws: `SnapshotViolation`, whatever the bytes are.
    /// - Complexity: O(*n*) in the bytes.
    public init(restoring snapshot: [UInt8], setup: StreamSetup) throws(SnapshotViolation) {
        try self.init(
            restoring: snapshot, setup: setup,
            reader: TCPFrameReader(limits: setup.configuration.limits.beforeAuthentication),
            writer: TCPFrameWriter())
    }

    /// The stream in another framing that a snapshot was taken of.
    ///
    /// - Parameters:
    ///   - reader: One of which nothing has been read.
    ///   - writer: One of which nothing has been written.
    public init(
        restoring snapshot: [UInt8], setup: StreamSetup, reader: any FrameReader, writer: any FrameWriter
    ) throws(SnapshotViolation) {
        var bytes = try SnapshotReader(snapshot)
        if try bytes.byte() != XMPPStream.snapshotFormat { throw bytes.violation(.unknownFormat) }
        core = try StreamCore(restoring: &bytes, setup, writer: writer)
        self.reader = FrameInput(reader)
        let limits = setup.configuration.limits
        self.reader.limits = core.facts.isAuthenticated ? limits.afterAuthentication : limits.beforeAuthentication
        let place = try bytes.array()
        try bytes.finish()
        let header = core.life == .opening ? nil : core.headers.last ?? HeadersRead.usual(setup.configuration.content)
        guard self.reader.resume(from: place, in: header) else {
            throw bytes.violation(.otherFraming)
        }
        core.byteOffset = self.reader.byteOffset
    }

    /// The first byte of a snapshot.
    private static let snapshotFormat: UInt8 = 2
}
