import Testing
import XMLStream

@Suite struct AttributeTests {
    @Test(
        "XML-3.1-1: an attribute name stands once in a tag",
        arguments: [
            Row.fault("<a b='1' ‸b='1'/>"), .fault("<a b='1' c='2' ‸b='3'></a>"), .fault("<a id='1' ‸id='2'/>"),
            .fault("<a xml:lang='x' xml:‸lang='y'/>"), .fault("<a xmlns='u' ‸xmlns='u'/>"),
            .fault("<a xmlns:p='u' xmlns:‸p='v'/>"), .accepted("<a b='1' B='2' bb='3'/>"),
            .fault("<p:a xmlns:p='u' p:b='1' p:‸b='2'/>"), .fault("<a \(unknown(200)) ‸x17=''/>"),
        ])
    func duplicates(_ row: Row) { expect(row) }

    @Test(
        "XML-3.1-2: attributes are set apart by white space and have quoted values",
        arguments: [
            Row.fault("<a b=‸1/>"), .fault("<a b='1'‸c='2'/>"), .fault("<a b='1'‸'/>"), .fault("<a b‸/>"),
            .fault("<a b‸>"),
            .fault("<a b ‸c='1'/>"), .fault("<a b=‸/>"), .fault("<a ‸='1'/>"), .fault("<a ‸'1'/>"),
            .fault("<a b='1' ‸'2'/>"),
            .fault("<a b:‸='1'/>"), .fault("<a ‸1='1'/>"), .fault("<a b='1\"/>‸"), .fault("<a b=‸='1'/>"),
            .fault("<a b=‸`1`/>"), .fault("<a b=‸&apos;1&apos;/>"),
        ])
    func syntax(_ row: Row) { expect(row) }

    @Test(
        "XML-3.1-3: both quotes are good, and the other one may stand inside",
        arguments: [
            Row.events(
                "<a b='\"' c=\"'\" d='' e=\"\"/>", "START\t{}a\t{}b=\"\t{}c='\t{}d=\t{}e=\nEND\t{}a\n"),
            .events("<a b='&apos;' c=\"&quot;\"/>", "START\t{}a\t{}b='\t{}c=\"\nEND\t{}a\n"),
        ])
    func quotes(_ row: Row) { expect(row) }

    @Test(
        "XML-3.1-4: white space may stand around = and before the end of a tag, not behind < or </",
        arguments: [
            Row.same("<a \n b \t=\r\n '1' \r>x</a\n>", as: "<a b='1'>x</a>"),
            .same("<a b= '1' c ='2' />", as: "<a b='1' c='2'/>"),
            .fault("<‸ a/>"), .fault("<a></‸ a>"), .fault("<a /‸ >"), .fault("<a><‸\nb/></a>"), .fault("<‸\ta/>"),
        ])
    func whiteSpace(_ row: Row) { expect(row) }

    @Test(
        "XML-3.3.3-1: in values raw tab, LF and CR become a space, and references to them stay",
        arguments: [
            Row.events("<a b='x\ty\nz\r'/>", "START\t{}a\t{}b=x y z \nEND\t{}a\n"),
            .events("<a b='&#9;&#10;&#13;&#x20;'/>", "START\t{}a\t{}b=\\t\\n\\r \nEND\t{}a\n"),
            .events("<a b='  x  '/>", "START\t{}a\t{}b=  x  \nEND\t{}a\n"),
            .same("<a xmlns='u\tv'/>", as: "<a xmlns='u v'/>"), .same("<a xmlns='u&#x76;'/>", as: "<a xmlns='uv'/>"),
        ])
    func normalization(_ row: Row) { expect(row) }

    @Test(
        "XML-3.3.3-2: CR LF in a value is one space",
        arguments: [
            Row.events("<a b='x\r\ny'/>", "START\t{}a\t{}b=x y\nEND\t{}a\n"),
            .events("<a b='\r\n\r\n\r\r\n\n'/>", "START\t{}a\t{}b=     \nEND\t{}a\n"),
            .events("<a b='\r&#10;'/>", "START\t{}a\t{}b= \\n\nEND\t{}a\n"),
        ])
    func lineEnds(_ row: Row) { expect(row) }

    @Test(
        "XML-2.12-1: xml:lang is told where it stands, the empty one too, without any declaration",
        arguments: [
            Row.events(
                "<a xml:lang='en'><b xml:lang=''/></a>",
                "START\t{}a\t{http://www.w3.org/XML/1998/namespace}lang=en\n"
                    + "START\t{}b\t{http://www.w3.org/XML/1998/namespace}lang=\nEND\t{}b\nEND\t{}a\n")
        ])
    func language(_ row: Row) { expect(row) }

    /// Attributes of names that the table does not have.
    private static func unknown(_ count: Int) -> String { (0..<count).map { "x\($0)=''" }.joined(separator: " ") }
}
