#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A socket of TCP whose calls wait.
struct Socket {
    /// What the system said.
    struct Failure: Error {
        let call: String
        let code = errno
    }

    private let descriptor: CInt

    /// Connects to an address of IPv4.
    init(connectingTo host: String, _ port: UInt16) throws {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard descriptor >= 0, unsafe inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
            throw Failure(call: "socket")
        }
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status != 0 { throw Failure(call: "connect") }
        // Whoever sends to a peer that has gone is told so by the call, not by a signal.
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// Waits until there is something to receive, or the time has come, or the system wakes it; whether there is something.
    func waits(until deadline: ContinuousClock.Instant?) throws -> Bool {
        var milliseconds: CInt = -1
        if let deadline {
            let left = max(Duration.zero, ContinuousClock.now.duration(to: deadline)).components
            milliseconds = CInt(clamping: min(left.seconds, 3600) * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
        }
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let count = unsafe poll(&entry, 1, milliseconds)
        if count < 0, errno != EINTR { throw Failure(call: "poll") }
        return count > 0
    }

    /// What there is to receive; nothing at the end.
    func receive() throws -> [UInt8] {
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 16384) { buffer, initializedCount in
            count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
            initializedCount = max(0, count)
        }
        if count < 0 { throw Failure(call: "read") }
        return bytes
    }

    /// Sends all of it, and waits until the system has taken it.
    func send(_ bytes: [UInt8]) throws {
        var left = bytes[...]
        while !left.isEmpty {
            let count = unsafe left.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 { throw Failure(call: "write") }
            left = left.dropFirst(count)
        }
    }

    func close() { _ = shutdown(descriptor, CInt(SHUT_RDWR)) }
}

/// A variable of the environment.
func variable(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }

/// Ends the program with a status that says that something went wrong.
func quit() -> Never { exit(1) }
