import Testing
import XMPPTestKit

/// What an adversary can say.
@Suite struct VocabularyTests {
    private static let phrases = [
        Phrase("a", .element, "<a/>"), Phrase("b", .element, "<b/>"), Phrase("c", .stanza, "<message/>"),
    ]

    @Test func `what is injected comes last, in one chunk behind the phrase that it follows`() {
        var adversary = Adversary(Self.phrases)
        adversary.inject("<x/>", behind: "b", as: "x behind b")
        #expect(adversary.vocabulary.map(\.name) == ["a", "b", "c", "x behind b"])
        #expect(adversary.vocabulary.last?.kind == .injected(behind: 1, byteCount: 4))
        #expect(adversary.vocabulary.last.map { String(decoding: $0.bytes, as: UTF8.self) } == "<b/><x/>")
        adversary.inject("<x/>", behind: "nobody", as: "x behind nobody")
        #expect(adversary.vocabulary.count == 4)
    }

    @Test func `without some phrases nothing is left that was injected: places have moved`() {
        var adversary = Adversary(Self.phrases)
        adversary.inject("<x/>", behind: "b", as: "x behind b")
        #expect(adversary.without(["a"]).vocabulary == Array(Self.phrases.dropFirst()))
        #expect(adversary.without([]).vocabulary == Self.phrases)
    }

    @Test func `of the adversaries that are walked, none has two phrases of one name`() {
        let secrets = Adversary.ServerSecrets(challenge: "c", proof: "p")
        let own = Adversary.ClientSecrets(first: "f", last: "l")
        for adversary in [
            Adversary.server(secrets), .client(own, rightPlain: "r"), .serverOfServers(), .serverOfComponents(),
            .callingServer(), .component(digest: "d"),
        ] {
            let names = adversary.vocabulary.map(\.name)
            #expect(Set(names).count == names.count, "\(names)")
            for phrase in adversary.vocabulary {
                guard case .injected(let place, let byteCount) = phrase.kind else { continue }
                let before = adversary.vocabulary[place].bytes
                #expect(phrase.bytes.starts(with: before) && phrase.bytes.count == before.count + byteCount)
            }
        }
    }
}
