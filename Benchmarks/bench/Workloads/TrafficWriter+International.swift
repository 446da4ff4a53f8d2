// i18n: chat messages in Chinese (45 %), Arabic (35 %) and emoji with English words (20 %).
extension TrafficWriter {
    mutating func internationalStanza() {
        chatMessage(to: Self.ownAddress, bare: Self.ownBareAddress) { writer in
            switch writer.random.below(100) {
            case ..<45: writer.chineseProse()
            case ..<80: writer.arabicProse()
            default: writer.emojiProse()
            }
            if writer.random.chance(10) {
                writer.text(" &amp; ")
                writer.text(writer.random.pick(Vocabulary.chinese))
            }
        }
    }

    private mutating func chineseProse() {
        for _ in 0..<random.within(8...120) { text(random.pick(Vocabulary.chinese)) }
        text(random.pick(Vocabulary.chineseEndings))
    }

    private mutating func arabicProse() {
        for index in 0..<random.within(4...30) {
            if index > 0 { text(" ") }
            text(random.pick(Vocabulary.arabic))
        }
        text("؟")
    }

    private mutating func emojiProse() {
        for _ in 0..<random.within(8...50) {
            if random.chance(50) {
                text(random.pick(Vocabulary.emoji))
            } else {
                text(random.pick(Vocabulary.words))
                text(" ")
            }
        }
    }
}
