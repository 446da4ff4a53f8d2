import Testing
import XMPPTestKit

/// Every conversation is what its file says, however its bytes are cut and whatever carries them.
@Suite struct ConversationTests {
    @Test func `there are conversations, and each is for this suite`() {
        #expect(WrittenConversation.all.count >= 40)
        #expect(WrittenConversation.all.count { $0.isOverMessages } >= 25)
    }

    @Test(arguments: WrittenConversation.all)
    func `a conversation goes as written, whole and byte by byte`(conversation: WrittenConversation) throws {
        try conversation.play()
        try conversation.play(.pieces(byteCount: 1))
    }

    @Test(arguments: WrittenConversation.all)
    func `a conversation goes as written wherever its bytes are cut`(conversation: WrittenConversation) throws {
        try conversation.playAtEveryCut()
    }

    @Test(arguments: WrittenConversation.all.filter(\.isOverMessages))
    func `a conversation goes as written where each message is one element`(conversation: WrittenConversation) throws {
        try conversation.playOverMessages()
    }
}
