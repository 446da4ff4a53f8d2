import Testing
import XMLStream

/// What is XML and may not be in XMPP (RFC 6120 §11.1).
@Suite struct RestrictionTests {
    @Test(
        "XML-2.5-1, RFC6120-11.1-2, S05: comments are restricted-xml as soon as they are seen, wherever they stand",
        arguments: [
            Row.fault("<!‸-- x --><a/>", .restrictedXML),
            .fault("<?xml version='1.0'?>\n<!‸-- x --><a/>", .restrictedXML),
            .fault("<a><!‸-- x --></a>", .restrictedXML), .fault("<a>x<!‸---->y</a>", .restrictedXML),
            .fault("<a/><!‸-- x -->", .restrictedXML), .fault("<a><b/><!‸-", .restrictedXML),
        ])
    func comments(_ row: Row) { expect(row) }

    @Test(
        "XML-2.6-1, XMLNS-7-1, RFC6120-11.1-3, S05: so are processing instructions, whatever their names",
        arguments: [
            Row.fault("<a><‸?pi x?></a>", .restrictedXML), .fault("<a/><‸?pi?>", .restrictedXML),
            .fault("<?‸pi x?><a/>", .restrictedXML), .fault("<?‸p:i x?><a/>", .restrictedXML),
            .fault("<?xml version='1.0'?><‸?pi?><a/>", .restrictedXML), .fault("<?x‸sl x?><a/>", .restrictedXML),
            .fault("<?xml‸-stylesheet href='x'?><a/>", .restrictedXML), .fault("<?xml‸x?><a/>", .restrictedXML),
            .fault("<?‸XML version='1.0'?><a/>", .restrictedXML),
            .fault("<a><‸?xml version='1.0'?></a>", .restrictedXML),
            .fault("<a><‸?", .restrictedXML),
        ])
    func processingInstructions(_ row: Row) { expect(row) }

    @Test(
        "XML-2.8-6, XML-2.8-7, RFC6120-11.1-4, S05: so are document types, at <!D, unread",
        arguments: [
            Row.fault("<!‸DOCTYPE a><a/>", .restrictedXML), .fault("<!‸D", .restrictedXML),
            .fault("<?xml version='1.0'?><!‸DOCTYPE a SYSTEM 'http://127.0.0.1/x'><a/>", .restrictedXML),
            .fault("<!‸DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;'>]><a>&m;</a>", .restrictedXML),
            .fault("<a><!‸DOCTYPE a></a>", .restrictedXML), .fault("<a><!‸ENTITY b 'c'></a>", .restrictedXML),
            .fault("<a><!‸ATTLIST a b CDATA 'c'></a>", .restrictedXML), .fault("<a><!‸NOTATION n></a>", .restrictedXML),
            .fault("<!‸ELEMENT a ANY><a/>", .restrictedXML), .fault("<a/><!‸DOCTYPE a>", .restrictedXML),
        ])
    func documentTypes(_ row: Row) { expect(row) }

    @Test(
        "RFC6120-11.1-5, S05: no entity but the five exists",
        arguments: [
            Row.fault("<a>&foo‸;</a>", .restrictedXML), .fault("<a b='&xxe‸;'/>", .restrictedXML),
            .fault("<a>&lol9‸;</a>", .restrictedXML),
        ])
    func entities(_ row: Row) { expect(row) }

    @Test(
        "RFC6120-11.4-1, RFC6120-11.4-2: elements and attributes that no schema knows are read like any other",
        arguments: [
            Row.events(
                "<message xmlns='jabber:client' colour='blue'><body xmlns='urn:none'/><zzz/></message>",
                "START\t{jabber:client}message\t{}colour=blue\nSTART\t{urn:none}body\nEND\t{urn:none}body\n"
                    + "START\t{jabber:client}zzz\nEND\t{jabber:client}zzz\nEND\t{jabber:client}message\n")
        ])
    func unknown(_ row: Row) { expect(row) }
}
