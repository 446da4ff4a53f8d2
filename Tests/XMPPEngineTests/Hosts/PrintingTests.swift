import Testing
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPTestKit

/// What a host may log by mistake.
@Suite struct PrintingTests {
    /// A text in all the ways in which Swift prints a value.
    private func prints(of value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return ["\(value)", String(reflecting: value), dumped, "\([value])", String(reflecting: [value])]
    }

    @Test("S33: a stream prints as where it stands, not as what it holds")
    func stream() throws {
        var stream = try ReadyStream.client.driver().stream
        try stream.send(Fixtures.message(4, id: "secret"))
        for text in prints(of: stream) {
            // The bytes of the body, as an array of them would print.
            #expect(!text.contains("120") && !text.contains("xxxx"), "\(text.prefix(400))")
            #expect(text.utf8.count < 100)
        }
        #expect("\(stream)" == stream.stateName)
        for text in prints(of: LoggedStream(stream, describedAs: "xxxx")) {
            #expect(!text.contains("120") && !text.contains("xxxx") && text.utf8.count < 100)
        }
    }

    static let credentials: [LegacyCredentials] = [
        .component(domain: nil, streamID: "i", digest: [177, 177]),
        .password(username: "j", Secret("xxxx"), resource: "r"),
        .digest(username: "j", streamID: "i", [177, 177], resource: "r"),
    ]

    @Test("S33: questions about credentials print neither passwords nor hashes", arguments: credentials)
    func questions(_ credentials: LegacyCredentials) {
        for text in prints(of: credentials) + prints(of: HostQuestion.legacyCredentials(credentials)) {
            #expect(!text.contains("177") && !text.contains("xxxx"), "\(text)")
        }
    }
}
