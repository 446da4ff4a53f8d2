#if NIO
    import CResolver
    import NIOCore

    /// What came of a query for records of the type SRV.
    enum DNSAnswer {
        /// A message, whatever it says.
        case message([UInt8])
        /// There is no such name, or no such record.
        case absent
        /// Nobody answered, or the question cannot be asked.
        case failed

        /// Asks the system's resolver, and waits.
        ///
        /// - Parameters:
        ///   - name: In ASCII, without NUL.
        ///   - server: The one to ask; nil for those of the system.
        init(to name: String, from server: SocketAddress?, seconds: Int64, attempts: Int) {
            let (timeout, attempts) = (CInt(clamping: seconds), CInt(clamping: attempts))
            var length: CInt = 0
            // SAFETY: at most `buffer.count` bytes are written; name and address are read during the call alone.
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.mostBytes) { buffer, count in
                unsafe buffer.initialize(repeating: 0)
                let capacity = CInt(clamping: buffer.count)
                if let server {
                    length = unsafe server.withSockAddr { address, size in
                        unsafe cresolver_query(
                            name, Self.serviceType, address, socklen_t(clamping: size), timeout, attempts,
                            buffer.baseAddress, capacity)
                    }
                } else {
                    length = unsafe cresolver_query(
                        name, Self.serviceType, nil, 0, timeout, attempts, buffer.baseAddress, capacity)
                }
                count = min(max(0, Int(length)), buffer.count)
            }
            switch length {
            case 0...: self = .message(bytes)
            case CRESOLVER_NOT_FOUND.rawValue, CRESOLVER_NO_DATA.rawValue: self = .absent
            default: self = .failed
            }
        }

        private static let mostBytes = 65536
        private static let serviceType: CInt = 33
    }
#endif
