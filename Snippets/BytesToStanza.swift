import XMLStream

var stream = ElementStream()  // one for each stream
var scratch = StreamScratch()  // one for each event loop

// Whatever the transport brings, in whatever pieces.
let chunks = [
    "<?xml version='1.0'?><stream:stream xmlns='jabber:client' version='1.0' xml",
    "ns:stream='http://etherx.jabber.org/streams'><message to='juliet@exam",
    "ple.com'><body>Art thou not Romeo, &amp; a Montague?</body></message>",
]
for chunk in chunks {
    try stream.receiveAll(Array(chunk.utf8).span, using: &scratch) { event in
        switch event {
        case .opened(let header): print("stream of version", header.attribute(.version) ?? "0.9")
        case .element(let stanza): print("to", stanza.attribute(.to) ?? "?", "-", stanza.child(.body)?.text ?? "")
        case .closed: print("closed")
        }
    }
}
