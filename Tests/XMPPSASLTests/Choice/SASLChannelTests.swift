import CryptoSeam
import Testing
import XMPPCrypto
import XMPPSASL

/// What a channel has to bind an exchange to.
@Suite struct SASLChannelTests {
    private static let exporter = ChannelBinding(unchecked: .tlsExporter, data: Array(repeating: 1, count: 32))
    private static let unique = ChannelBinding(unchecked: .tlsUnique, data: Array(repeating: 2, count: 12))
    private static let endPoint = ChannelBinding(unchecked: .tlsServerEndPoint, data: Array(repeating: 3, count: 32))

    @Test(
        "S14, RFC9266-3-1, RFC9266-4-1, RFC5929-3-1, RFC7677-4-1, RFC5802-6.1-1, XEP0440-3-9: of what TLS tells, what proves something, best first",
        arguments: [
            (.tls13, [exporter, endPoint]), (.tls12(hasExtendedMasterSecret: true), [exporter, unique, endPoint]),
            (.tls12(hasExtendedMasterSecret: false), [endPoint]), (.nothing, []),
        ] as [(SASLChannel.Protection, [ChannelBinding])])
    func kinds(_ protection: SASLChannel.Protection, _ expected: [ChannelBinding]) {
        for given in [
            [Self.endPoint, Self.unique, Self.exporter], [Self.exporter, Self.endPoint, Self.unique],
            [Self.unique, Self.exporter, Self.endPoint],
        ] {
            #expect(SASLChannel(protection, isServerVerified: true, bindings: given).bindings == expected)
        }
    }

    @Test("RFC9266-2-1: exported material has 32 bytes, and empty data is none") func lengths() {
        #expect(ChannelBinding.exporterLabel == "EXPORTER-Channel-Binding")
        for count in [0, 1, 31, 33, 64] {
            #expect(ChannelBinding(.tlsExporter, data: Array(repeating: 1, count: count)) == nil)
        }
        #expect(ChannelBinding(.tlsExporter, data: Array(repeating: 1, count: 32)) != nil)
        #expect(ChannelBinding.exporterByteCount == 32)
        #expect(ChannelBinding(.tlsUnique, data: []) == nil && ChannelBinding(.tlsServerEndPoint, data: []) == nil)
    }

    @Test("RFC5802-6.1-2: what the transport says of the connection counts, and of a kind the first")
    func first() throws {
        let own = try #require(ChannelBinding.Kind("x-own"))
        let given = [
            Self.endPoint, ChannelBinding(unchecked: own, data: [9]),
            ChannelBinding(unchecked: .tlsServerEndPoint, data: [4]),
            ChannelBinding(unchecked: own, data: [8]),
        ]
        let channel = SASLChannel(.tls13, isServerVerified: true, bindings: given)
        #expect(channel.bindings == [ChannelBinding(unchecked: own, data: [9]), Self.endPoint])
    }

    @Test func `nobody is verified in the open`() {
        #expect(!SASLChannel(.nothing, isServerVerified: true).isServerVerified)
        #expect(SASLChannel(.tls13, isServerVerified: true).isServerVerified)
        #expect(SASLChannel.open.protection == .nothing)
    }

    @Test(
        "RFC5929-4-1, RFC5929-4-2: the end point is the certificate's hash, by its signature's function, if it has one")
    func endPoints() {
        let certificate: [UInt8] = Array("not DER, but bytes".utf8)
        let crypto = SwiftCryptoProvider.self
        for (signature, used) in [
            (.md5, .sha256), (.sha1, .sha256), (.sha256, .sha256), (.sha384, .sha384), (.sha512, .sha512),
        ] as [(HashAlgorithm, HashAlgorithm)] {
            let binding = ChannelBinding.serverEndPoint(of: certificate, signatureHash: signature, using: crypto)
            #expect(
                binding == ChannelBinding(.tlsServerEndPoint, data: crypto.digest(of: certificate, with: used)))
        }
        #expect(ChannelBinding.serverEndPoint(of: certificate, signatureHash: nil, using: crypto) == nil)
    }
}
