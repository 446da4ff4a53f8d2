#if Tool && NIO
    import NIOSSL
    import XMPPNIO

    extension ServerIdentities {
        /// The identity that files hold, in PEM.
        ///
        /// - Throws: `ByteSource.Unreadable`, or what the TLS library has against them.
        init(certificate: String, key: String) throws {
            let chain = try NIOSSLCertificate.fromPEMBytes(Array(TextFile.read(certificate).utf8))
            let key = try NIOSSLPrivateKey(bytes: Array(TextFile.read(key).utf8), format: .pem)
            try self.init(chain: chain, key: key)
        }
    }
#endif
