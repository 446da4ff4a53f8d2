import Testing

@testable import XMLStream

@Suite struct TokenKindTests {
    @Test("S26: whatever the four bits of a token's kind are, they name a kind", arguments: 0..<16)
    func everyValue(_ bits: UInt32) {
        let token = Token(head: bits | 0xFFFF_FFF0, offset: 0, first: 0, second: 0)
        #expect(token.kind == (Token.Kind(rawValue: UInt8(bits)) ?? .annotation))
    }
}
