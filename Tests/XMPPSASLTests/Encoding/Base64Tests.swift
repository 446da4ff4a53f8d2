import Testing

@testable import XMPPSASL

@Suite struct Base64Tests {
    @Test(
        "the vectors of RFC 4648 §10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(_ plain: String, _ encoded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == Array(encoded.utf8))
        #expect(Base64.decode(encoded.utf8) == Array(plain.utf8))
    }

    @Test(
        "RFC5802-5.1-22: what is not the one text for some bytes is refused",
        arguments: [
            "A", "AA", "AAA", "AAAAA", "A===", "====", "=AAA", "A=AA", "AA=A", "AA==AAAA", "AAA=AAA=", "AAAA=", "AA AA",
            "AAA\n", " AAAA", "AAAA\r\n", "AA\u{0}=", "AA-_", "AAé", "AB==", "AAB=", "A/==", "AA//AA/=",
        ])
    func stray(_ text: String) { #expect(Base64.decode(text.utf8) == nil) }

    @Test("RFC5802-5.1-22: of all texts of two characters and padding, one in sixteen is the text for a byte")
    func leftOverBits() {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var decoded: Set<[UInt8]> = []
        var count = 0
        for first in alphabet {
            for second in alphabet {
                guard let bytes = Base64.decode([first, second, 0x3D, 0x3D]) else { continue }
                decoded.insert(bytes)
                count += 1
            }
        }
        #expect(count == 256 && decoded.count == 256)
    }

    @Test("RFC6120-6.3.5-2: every byte comes back, at every place and every length") func roundTrip() {
        let all = Array(UInt8.min...UInt8.max)
        for length in 0...all.count {
            for bytes in [Array(all[..<length]), Array(all[(all.count - length)...])] {
                #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            }
        }
    }
}
