import Testing
import XMLStream
import XMPPSASL
import XMPPStanza

@testable import XMPPNegotiation

/// What a registration asks for, and what is sent back (XEP-0077 §4 and §6).
@Suite struct RegistrationFormTests {
    private static let values = RegistrationFields([
        .init("username", Secret("bill")), .init("password", Secret("Calliope")), .init("first", Secret("William")),
    ])
    private static let about = "<field var='FORM_TYPE' type='hidden'><value>jabber:iq:register</value></field>"
    private static let form = """
        <x xmlns='jabber:x:data' type='form'><title>Registration</title><field type='fixed'><value>Hi</value></field>\
        \(about)<field type='text-single' var='first'><required/></field><field type='text-single' var='nick'/>\
        <field type='list-single' var='x-plan'><value>free</value></field></x>
        """

    private static func query(_ content: String) throws -> Element {
        try element("<query xmlns='jabber:iq:register'>\(content)</query>")
    }

    @Test(
        "XEP0077-6-1, XEP0077-6-2, XEP0077-4-2: a data form comes first, then fields, and both are never sent back",
        arguments: [
            ("<instructions>Do</instructions><username/>", "<username>bill</username>"),
            ("<username/><x xmlns='jabber:x:oob'><url>http://a</url></x>", "<username>bill</username>"),
            (
                "<username/><password/>\(form)",
                """
                <x xmlns='jabber:x:data' type='submit'>\(about)<field var='first' type='text-single'>\
                <value>William</value></field><field var='x-plan' type='list-single'><value>free</value></field></x>
                """
            ),
            ("<username/><key>k1</key>", "<username>bill</username><key>k1</key>"),
            ("<username/><key/>", nil), ("<username/><email/>", nil),
            ("<instructions>Visit</instructions><x xmlns='jabber:x:oob'><url>http://a</url></x>", nil), ("", nil),
            ("<x xmlns='jabber:x:data' type='form'><field var='captcha'><required/></field></x><username/>", nil),
            ("<username/><x xmlns='jabber:x:data' type='result'/>", nil),
        ] as [(String, String?)])
    func filled(_ asked: String, _ filled: String?) throws {
        let form = RegistrationForm(asking: try Self.query(asked))?.filled(with: Self.values)
        #expect(try form?.query() == filled.map(Self.query))
        if let form { #expect(RegistrationForm(submitting: try form.query()) == form) }
    }

    @Test(
        "XEP0077-4-1, XEP0077-4-2: fields that the protocol does not have are asked for by a data form",
        arguments: [
            (["username", "email"], "<instructions>Do</instructions><username/><email/>"),
            (
                ["username", "password", "publickey"],
                """
                <instructions>Do</instructions><x xmlns='jabber:x:data' type='form'><instructions>Do</instructions>\
                \(about)<field var='username' type='text-single'><required/></field>\
                <field var='password' type='text-private'><required/></field>\
                <field var='publickey' type='text-single'><required/></field></x>
                """
            ),
        ])
    func offered(_ names: [String], _ content: String) throws {
        let fields = RegistrationFields(names.map { .init($0) }, instructions: "Do")
        let offered = RegistrationForm(offering: fields)
        #expect(try offered.query() == Self.query(content))
        // What a client makes of it, the server reads as the same fields.
        let values = RegistrationFields(names.map { .init($0, Secret("v-" + $0)) })
        let form = try #require(RegistrationForm(asking: try offered.query())?.filled(with: values))
        #expect(RegistrationForm(submitting: try form.query())?.values == values)
    }
}
