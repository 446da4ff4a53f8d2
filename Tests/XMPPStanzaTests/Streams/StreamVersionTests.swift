import Testing
import XMPPStanza

@Suite struct StreamVersionTests {
    @Test("RFC6120-4.7.5-1, RFC6120-4.7.5-7, RFC6120-4.7.5-11: versions compare by their numbers")
    func order() throws {
        let texts = ["0.9", "1.0", "1.9", "1.10", "2.4", "2.13", "12.3", "12.4294967295"]
        let versions = try texts.map { try #require(StreamVersion($0)) }
        #expect(versions == versions.sorted() && Set(versions).count == versions.count)
        #expect(versions.map(\.description) == texts)
    }

    @Test("RFC6120-4.7.5-2, RFC6120-4.7.5-3: leading zeros are ignored and not written")
    func zeros() throws {
        for text in ["01.00", "1.0", "0001.0000000000000000000"] {
            #expect(StreamVersion(text) == .current && StreamVersion(text)?.description == "1.0")
        }
    }

    @Test("S25: a number of any length is the largest one")
    func large() throws {
        let text = String(repeating: "9", count: 5000)
        #expect(StreamVersion("\(text).\(text)") == StreamVersion(major: .max, minor: .max))
    }

    @Test("RFC6120-4.7.5-4: the smaller version is the one in use")
    func negotiated() throws {
        #expect(StreamVersion.current.negotiated(with: StreamVersion(major: 1, minor: 5)) == .current)
        #expect(StreamVersion.current.negotiated(with: .legacy) == .legacy)
    }
}
