import Testing
import XMPPTestKit

/// Every conversation is what its file says, however its bytes are cut and whatever carries them.
@Suite struct ConversationTests {
    @Test func `there are conversations, and each is for this suite`() {
        #expect(Conversation.all.count >= 40)
        #expect(Conversation.all.count { $0.isOverMessages } >= 25)
    }

    @Test(arguments: Conversation.all)
    func `a conversation goes as written, whole and byte by byte`(conversation: Conversation) throws {
        try conversation.play()
        try conversation.play(.pieces(byteCount: 1))
    }

    @Test(arguments: Conversation.all)
    func `a conversation goes as written wherever its bytes are cut`(conversation: Conversation) throws {
        try conversation.playAtEveryCut()
    }

    @Test(arguments: Conversation.all.filter(\.isOverMessages))
    func `a conversation goes as written where each message is one element`(conversation: Conversation) throws {
        try conversation.playOverMessages()
    }
}
