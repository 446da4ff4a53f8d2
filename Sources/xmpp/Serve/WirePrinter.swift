#if Tool && NIO
    import Foundation
    import NIOCore
    import XMPPNIO

    /// Prints the bytes of streams as they go, a line for each piece.
    enum WirePrinter {
        /// Writes to standard error; what it cannot write is lost.
        static let tap: StreamTap = { direction, buffer in
            var page = Page(isColoured: false)
            page.write(direction == .incoming ? "→ " : "← ")
            page.write(foreign: String(decoding: buffer.readableBytesView, as: UTF8.self))
            page.endLine()
            try? FileHandle.standardError.put(page.take())
        }
    }
#endif
