/// Pieces of conversations that a fuzzer lays one behind the other: what peers really say, and what they should not.
enum EngineAlphabet {
    /// The pieces.
    static let pieces: [[UInt8]] = texts.map { Array($0.utf8) }

    private static let header =
        "<?xml version='1.0'?><stream:stream xmlns:stream='http://etherx.jabber.org/streams' version='1.0' "

    private static let texts = [
        header + "xmlns='jabber:client' to='example.com'>",
        header + "xmlns='jabber:client' from='example.com' id='s1' xml:lang='en'>",
        header + "xmlns='jabber:client' from='juliet@example.com' to='example.com' xml:lang='de'>",
        header + "xmlns='jabber:client' from='evil.example' id='s2'>",
        header + "xmlns='jabber:server' from='example.net' to='example.com'>",
        header + "xmlns='jabber:server' from='example.com' to='example.net' id='s3'>",
        "<stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams' "
            + "to='bot.example.com'>",
        "<stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams' "
            + "from='bot.example.com' id='s4'>",
        "<stream xmlns='http://etherx.jabber.org/streams' to='example.com' version='1.0'>",
        "<stream:features/>",
        "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>",
        "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism>"
            + "<mechanism>SCRAM-SHA-256</mechanism><mechanism>EXTERNAL</mechanism></mechanisms></stream:features>",
        "<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
            + "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></stream:features>",
        "<stream:features><odd xmlns='urn:example:odd'><required/></odd></stream:features>",
        "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
        "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
        "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
        "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGp1bGlldAByMG0zMA==</auth>",
        "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='plain'>=</auth>",
        "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>",
        "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-256'>biwsbj1qdWxpZXQscj1hYmM=</auth>",
        "<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>cj1hYmM=</challenge>",
        "<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>cj1hYmM=</response>",
        "<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>",
        "<abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>",
        "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>",
        "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>dj1hYmM=</success>",
        "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>",
        "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
        "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>x</resource></bind></iq>",
        "<iq type='result' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
            + "<jid>juliet@example.com/x</jid></bind></iq>",
        "<iq type='set' id='s'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>",
        "<iq type='get' id='r'><query xmlns='jabber:iq:register'/></iq>",
        "<iq type='get' id='a'><query xmlns='jabber:iq:auth'><username>juliet</username></query></iq>",
        "<handshake/>", "<handshake>aaaa</handshake>",
        "<message to='romeo@example.net'><body>art thou not Romeo</body></message>",
        "<message from='romeo@example.net/orchard' to='juliet@example.com'><body>x</body></message>",
        "<presence/>", "<presence type='subscribe' to='romeo@example.net'/>", "<presence to='@'/>",
        "<iq type='get' id='1' from='example.com'><ping xmlns='urn:xmpp:ping'/></iq>",
        "<iq type='result' id='1'/>", "<iq type='error' id='1'/>", "<iq/>",
        "<message xmlns='jabber:server'/>", "<odd xmlns='urn:example:odd'/>",
        "<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>",
        "<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>other.example:5222"
            + "</see-other-host></stream:error>",
        "</stream:stream>", "</stream>", " ", "\n", "text", "<!-- -->", "<",
    ]
}
