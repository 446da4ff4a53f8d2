/// The words that generated traffic is made of.
enum Vocabulary {
    static let words = split(
        """
        the be to of and a in that have it for not on with he as you do at this but his by from they we say her she or \
        an will my one all would there their what so up out if about who get which go me when make can like time no \
        just him know take people into year your good some could them see other than then now look only come its over \
        think also back after use two how our work first well way even new want because any these give day most us \
        meeting tomorrow server deploy lunch ok thanks sure really coffee release branch merge review patch invite
        """)
    /// Words that need a reference.
    static let references = [
        "&amp;", "&lt;3", "it&apos;s", "&quot;quoted&quot;", "a &gt; b", "https://example.org/?a=1&amp;b=2",
    ].map { [UInt8]($0.utf8) }
    static let letters = scalars("äöüéñß")
    static let faces = scalars("😀😂👍🎉🔥🚀")
    static let punctuation = scalars(",.!?")

    static let names = split(
        """
        romeo juliet mercutio tybalt benvolio nurse paris capulet montague rosaline friar escalus bernardo francisco \
        horatio ophelia gertrude polonius laertes hamlet yorick
        """)
    static let titledNames = names.map { [$0[0] - 32] + $0.dropFirst() }
    static let hosts = split("example.org example.com chat.example.net im.montague.lit capulet.lit")
    static let resources = split(
        """
        balcony orchard gajim.8F3KQ2 Conversations.a1B2 dino.9c1f77ab Monal-iOS.4411 profanity.h4 psi+.0021 \
        a5f0c2e1-7d3b-4a52
        """)

    static let chinese = scalars(
        "我们今天下午去图书馆学习中文因为明天有一个重要的考试老师说大家都要认真准备谢谢你帮助我吃饭了吗天气很好聊天消息服务器更新完成")
    static let chineseEndings = scalars("。！？")
    static let arabic = split(
        "مرحبا كيف حالك اليوم نلتقي غدا في المكتبة شكرا جزيلا على المساعدة الطقس جميل جدا هل انتهيت من العمل أراك لاحقا يا صديقي"
    )
    /// Code points, joiners and flags in halves included: every one is a character for XML.
    static let emoji = scalars("😀😂🥰👍🎉🔥❤️🙏🚀😅🤔👩‍💻🇩🇪")

    private static func split(_ list: String) -> [[UInt8]] {
        list.utf8.split(separator: UInt8(ascii: " ")).map { [UInt8]($0) }
    }

    private static func scalars(_ list: String) -> [[UInt8]] {
        list.unicodeScalars.map { [UInt8](String($0).utf8) }
    }
}
