// The echo bot over a blocking socket, without an event loop and without tasks: `swift run example-echo-bot-posix`.
//
// It shows how a host of one's own drives an `XMPPStream`: bytes in, orders out, timers by poll(2). It has no TLS, since
// there is no library for blocking sockets among the packages used here, so it is for a server on loopback alone: a host
// with such a library carries out `startTLS`, and leaves `requiresTLS` as it is. XMPP_JID, XMPP_PASSWORD, XMPP_HOST (an
// address of IPv4) and XMPP_PORT say who it is and where it goes.

import XMPPAddress
import XMPPCrypto
import XMPPEngine
import XMPPNegotiation
import XMPPSASL

do {
    guard let address = variable("XMPP_JID").flatMap({ JID($0) }), let password = variable("XMPP_PASSWORD") else {
        throw Complaint(description: "XMPP_JID and XMPP_PASSWORD say who the bot is")
    }
    let account = SASLAccount(of: address, password: .known(Secret(password)))
    var configuration = StreamConfiguration.client(address, account: account, crypto: SwiftCryptoProvider.self)
    configuration.policy.requiresTLS = false
    configuration.features.removeAll { $0 is StartTLSFeature }
    let port = variable("XMPP_PORT").flatMap { UInt16($0) } ?? 5222
    let connection = try Socket(connectingTo: variable("XMPP_HOST") ?? "127.0.0.1", port)
    var bot = Bot(try StreamSetup(configuration), password: password, connection)
    print("the stream is over: \(try bot.run())")
} catch {
    print(error)
    quit()
}

/// What is wrong with how the bot was called.
struct Complaint: Error, CustomStringConvertible { let description: String }
