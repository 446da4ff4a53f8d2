#if NIO && Tool
    import Foundation
    import NIOCore
    import NIOSSL
    import XMPPNIO

    /// Where everything is: scripts, certificates, ports, and which peers there are.
    struct Place: Sendable {
        let scripts: URL
        let root: URL
        /// The version of each peer that is there.
        let versions: [String: String]
        /// Why the others are not.
        let missing: [String: String]

        /// A peer and its version, as the table calls it.
        func title(of peer: String) -> String { versions[peer].map { "\(peer) \($0)" } ?? peer }

        /// A port, by its name in `ports.sh`.
        func port(_ name: String) throws -> UInt16 {
            try ProcessInfo.processInfo.environment[name].flatMap(UInt16.init).required("port \(name)")
        }

        /// Writes what goes over the wire to the standard error, where the environment asks for it (`INTEROP_WIRE=1`). There are
        /// passwords in it, of these tests.
        func tap(_ name: String) -> StreamTap? {
            guard ProcessInfo.processInfo.environment["INTEROP_WIRE"] != nil else { return nil }
            return { direction, bytes in
                let text = "\(name) \(direction == .incoming ? "<" : ">") \(String(buffer: bytes))\n"
                FileHandle.standardError.write(Data(text.utf8))
            }
        }

        /// The path of a file of the test authority's.
        func certificatePath(_ file: String) -> String { root.appending(path: "certs/\(file)").path }

        /// The certificates in a file, such as `ca.crt`.
        func certificates(_ file: String) throws -> [NIOSSLCertificate] {
            try NIOSSLCertificate.fromPEMFile(certificatePath(file))
        }

        /// The key in a file.
        func key(_ file: String) throws -> NIOSSLPrivateKey {
            try NIOSSLPrivateKey(file: certificatePath(file), format: .pem)
        }
    }
#endif
