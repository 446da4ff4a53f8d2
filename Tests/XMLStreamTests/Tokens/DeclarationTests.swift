import FuzzSupport
import Testing
import XMLStream

@Suite struct DeclarationTests {
    @Test(
        "XML-2.8-1: a declaration has version, then encoding, then standalone, and only the first is owed",
        arguments: [
            Row.accepted("<a/>"), .accepted("<?xml version='1.0'?><a/>"), .accepted("<?xml version=\"1.0\" ?>\n<a/>"),
            .accepted("<?xml version='1.0' encoding='UTF-8'?><a/>"),
            .accepted("<?xml version='1.0' standalone='yes'?><a/>"),
            .accepted("<?xml\tversion = '1.0'\r\nencoding\n=\n\"utf-8\" standalone='no' ?><a/>"),
            .fault("<?xml‸?><a/>"), .fault("<?xml ‸?><a/>"), .fault("<?xml ‸encoding='UTF-8'?><a/>"),
            .fault("<?xml ‸standalone='yes'?><a/>"), .fault("<?xml ‸encoding='UTF-8' version='1.0'?><a/>"),
            .fault("<?xml version='1.0' standalone='yes' ‸encoding='UTF-8'?><a/>"),
            .fault("<?xml version='1.0' ‸version='1.0'?><a/>"), .fault("<?xml version='1.0'‸encoding='UTF-8'?><a/>"),
            .fault("<?xml version='1.0' encoding='UTF-8' ‸encoding='UTF-8'?><a/>"),
            .fault("<?xml version='1.0' ‸other='1'?><a/>"), .fault("<?xml version='1.0'‸></a>"),
            .fault("<?xml version='1.0'?‸ ><a/>"), .fault("<?xml version=‸1.0?><a/>"), .fault("<?xml version‸?><a/>"),
            .fault("<?xml ‸Version='1.0'?><a/>"),
        ])
    func parts(_ row: Row) { expect(row) }

    @Test(
        "XML-2.8-2: any version 1.x is read as 1.0; what is no version, or another, is refused",
        arguments: [
            Row.accepted("<?xml version='1.0'?><a/>"), .accepted("<?xml version='1.1'?><a/>"),
            .accepted("<?xml version='1.17'?><a/>"),
        ])
    func version(_ row: Row) { expect(row) }

    @Test(
        "XML-2.8-2: other versions have a condition of their own, and what is no version is not well-formed",
        arguments: [
            ("2.0", StreamErrorCondition.unsupportedVersion), ("0.9", .unsupportedVersion),
            ("11.0", .unsupportedVersion),
            ("1.", .notWellFormed), ("1", .notWellFormed), ("", .notWellFormed), ("1.0a", .notWellFormed),
            ("a", .notWellFormed),
            ("1.0.0", .notWellFormed), ("-1.0", .notWellFormed), ("1 0", .notWellFormed), (" 1.0", .notWellFormed),
        ])
    func otherVersion(_ version: String, _ condition: StreamErrorCondition) {
        expectFault("<?xml version='\(version)'?><a/>", condition)
    }

    @Test(
        "XML-2.8-3, RFC6120-11.6-3: the encoding is UTF-8 in any letter case; others are unsupported",
        arguments: [
            ("UTF-8", true), ("utf-8", true), ("Utf-8", true), ("UTF8", false), ("UTF-16", false), ("utf-16le", false),
            ("ISO-8859-1", false), ("US-ASCII", false), ("windows-1252", false), ("x-none", false), ("UTF-8 ", false),
            ("", false),
        ])
    func encoding(_ name: String, _ isAccepted: Bool) {
        let input = "<?xml version='1.0' encoding='\(name)'?><a/>"
        if isAccepted { return expect(.accepted(input)) }
        expectFault(input, .unsupportedEncoding)
    }

    @Test(
        "RFC6120-11.6-3: bytes of UTF-16 and UTF-32 are refused at once",
        arguments: [
            Row.fault("‸⟦FE FF 00 3C 00 61⟧", .unsupportedEncoding),
            .fault("‸⟦FF FE 3C 00 61 00⟧", .unsupportedEncoding),
            .fault("‸⟦00 3C 00 61⟧"), .fault("<‸⟦00⟧a⟦00⟧"), .fault("‸⟦00 00 FE FF⟧"),
        ])
    func otherBytes(_ row: Row) { expect(row) }

    @Test(
        "XML-2.8-4, RFC6120-11.5-3: standalone is yes or no, and means nothing",
        arguments: [
            Row.accepted("<?xml version='1.0' standalone='yes'?><a/>"),
            .accepted("<?xml version='1.0' standalone=\"no\"?><a/>"),
        ])
    func standalone(_ row: Row) { expect(row) }

    @Test("XML-2.8-4: any other word is refused", arguments: ["maybe", "YES", "", "true", " yes", "yes no"])
    func otherStandalone(_ word: String) {
        expectFault("<?xml version='1.0' standalone='\(word)'?><a/>", .notWellFormed)
    }

    @Test(
        "XML-2.8-5, RFC6120-11.5-4: white space may stand before the root, not before the declaration",
        arguments: [
            Row.accepted(" \t\r\n<a/>"), .accepted("<?xml version='1.0'?> \n<a/>"),
            .fault("\n<‸?xml version='1.0'?><a/>", .restrictedXML),
            .fault(" <‸?xml version='1.0'?><a/>", .restrictedXML),
        ])
    func position(_ row: Row) {
        expect(row)
        expect(row, rules: .stream)
    }

    /// Refused with `condition`, inside the last value or at the quote that ends it.
    private func expectFault(_ input: String, _ condition: StreamErrorCondition) {
        let bytes = Array(input.utf8)
        let quotes = bytes.indices.filter { bytes[$0] == 0x27 }
        let value = (quotes[quotes.count - 2] + 1)...quotes[quotes.count - 1]
        let sweep = CutSweep(bytes, rules: .document)
        #expect(sweep.finding() == nil)
        #expect(ExpatComparison.finding(sweep.whole, of: bytes, rules: .document) == nil)
        #expect(sweep.whole.violation?.condition == condition)
        #expect(sweep.whole.violation.map { value.contains(Int($0.byteOffset)) } == true)
    }
}
