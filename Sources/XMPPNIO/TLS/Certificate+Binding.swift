#if NIO
    import CryptoSeam
    import NIOCore
    import SwiftASN1
    import X509
    import XMPPCrypto
    import XMPPSASL

    extension Certificate {
        /// `tls-server-end-point` for a channel whose server has shown this one (RFC 5929 §4); nil where its signature has no
        /// one hash.
        var serverEndPoint: ChannelBinding? {
            let hash: HashAlgorithm
            switch signatureAlgorithm {
            case .ecdsaWithSHA256, .sha256WithRSAEncryption: hash = .sha256
            case .ecdsaWithSHA384, .sha384WithRSAEncryption: hash = .sha384
            case .ecdsaWithSHA512, .sha512WithRSAEncryption: hash = .sha512
            case .sha1WithRSAEncryption: hash = .sha1
            default: return nil
            }
            var serializer = DER.Serializer()
            guard (try? serializer.serialize(self)) != nil else { return nil }
            return ChannelBinding.serverEndPoint(
                of: serializer.serializedBytes, signatureHash: hash, using: SwiftCryptoProvider.self)
        }
    }
#endif
