// A feature of one's own, on both sides of a stream in memory: `swift run example-own-feature`.
//
// There is no network, no clock and no TLS library: the test kit's drivers carry bytes to and fro, and answer what a
// host would. See MotdFeature.swift for the feature. Where it is not negotiated, the example fails.

import Foundation
import XMPPAddress
import XMPPCrypto
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

let crypto = SwiftCryptoProvider.self
let address = try JID(wire: "juliet@example.com/balcony")

// What both sides are to be: the usual client and server, and one feature more.
var client = StreamConfiguration.client(
    address, account: SASLAccount(of: address, password: .known(Secret("r0m30"))), crypto: crypto)
client.features.append(MotdFeature())

let sasl = SASLReceivingConfiguration(
    SASLServerPolicy(),
    SASLServerPolicy.Configuration(domain: "example.com", decoySecret: Secret("sixteen bytes ok")))
var server = StreamConfiguration.server(of: [address.domain], sasl: sasl, crypto: crypto)
server.features.append(MotdFeature(message: "The garden is closed at night."))

// What their hosts know: passwords, and what TLS has found out about the other side.
func host(seed: UInt64) -> AccountHost {
    AccountHost(seed: seed, crypto: crypto) { password, derivation in
        let key = try? PasswordDerivation.uncheckedKey(
            from: password.exposed, salt: derivation.salt, rounds: derivation.iterations, with: derivation.algorithm,
            byteCount: derivation.algorithm.digestByteCount)
        return Secret(key ?? [])
    }
}
let bindings = ChannelBinding(.tlsExporter, data: Array(repeating: 7, count: 32)).map { [$0] } ?? []
var clientHost = host(seed: 1)
clientHost.ownPassword = Secret("r0m30")
clientHost.tls = TLSFacts(
    .tls13, peer: .presented(PresentedCertificate(trust: .trusted, dnsNames: ["example.com"])), bindings: bindings)
var serverHost = host(seed: 2)
serverHost.passwords = ["juliet": Secret("r0m30")]
serverHost.tls = TLSFacts(.tls13, bindings: bindings)

// The order of the features follows from what each says about its place, and prints itself.
let setup = try StreamSetup(client)
print("order of the client's features:\n\(setup.negotiation.order)\n")

var pair = StreamPair(
    StreamDriver(XMPPStream(setup), host: clientHost),
    StreamDriver(XMPPStream(try StreamSetup(server)), host: serverHost))
pair.run()

// The order `established` tells what became of each feature, once: a stream that is ready keeps no plan.
let plan = pair.initiating.established?.plan
print("what became of each:\n\(plan.map { "\($0)" } ?? "the stream did not come to be ready")\n")
let row = plan?.rows.first { $0.key == MotdFeature().constraints.key }
guard row?.status == .negotiated else {
    let complaint = "the message of the day was not negotiated: \(row?.reason ?? "there is no word of it")\n"
    FileHandle.standardError.write(Data(complaint.utf8))
    exit(1)
}
print("the message of the day: \(pair.initiating.stream.facts.custom[MotdFeature.namespace] ?? "none")")

// From here on it is a stream like any other.
let message = try Message(.chat, to: JID("romeo@example.net"), id: "1") { $0.body("Wherefore art thou?") }
pair.initiating.call { (stream) throws(StreamMisuse) in try stream.send(message) }
pair.settle()
for stanza in pair.receiving.stanzas { print("the server got: \(stanza.stanza)") }
pair.initiating.call { (stream) throws(StreamMisuse) in try stream.close() }
pair.settle()
if let end = pair.initiating.end { print("the stream: \(end)") }
