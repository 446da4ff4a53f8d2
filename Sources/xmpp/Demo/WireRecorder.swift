#if Tool && NIO
    import NIOConcurrencyHelpers
    import NIOCore
    import XMPPNIO

    /// Keeps what went over a wire until it is shown.
    final class WireRecorder: Sendable {
        /// Bytes that went one way.
        struct Piece: Equatable, Sendable {
            let isFromInitiator: Bool
            let bytes: [UInt8]
        }

        private struct Contents {
            var pieces: [Piece] = []
            var byteCount = 0
            var isOn = true
        }

        private let contents = NIOLockedValueBox(Contents())

        /// What a client hands its bytes to.
        var tap: StreamTap {
            { [self] direction, buffer in note(direction == .outgoing, Array(buffer.readableBytesView)) }
        }

        func note(_ isFromInitiator: Bool, _ bytes: [UInt8]) {
            contents.withLockedValue { contents in
                guard contents.isOn, contents.byteCount + bytes.count <= Self.maximumBytes else { return }
                contents.byteCount += bytes.count
                contents.pieces.append(Piece(isFromInitiator: isFromInitiator, bytes: bytes))
            }
        }

        /// Whether it notes anything.
        func turn(on isOn: Bool) { contents.withLockedValue { $0.isOn = isOn } }

        /// What came since the last time.
        func take() -> [Piece] {
            contents.withLockedValue { contents in
                defer { (contents.pieces, contents.byteCount) = ([], 0) }
                return contents.pieces
            }
        }

        private static let maximumBytes = 1 << 20
    }
#endif
