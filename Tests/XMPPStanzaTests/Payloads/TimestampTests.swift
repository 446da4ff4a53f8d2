import Foundation
import Testing
import XMPPStanza

@Suite struct TimestampTests {
    static let read: [(String, seconds: Int64, nanoseconds: UInt32)] = [
        ("1970-01-01T00:00:00Z", 0, 0), ("1969-07-21T02:56:15Z", -14_159_025, 0),
        ("1969-07-20T21:56:15-05:00", -14_159_025, 0),
        ("2000-02-29T23:59:60Z", 951_868_800, 0), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
        ("9999-12-31T23:59:59.999999999999Z", 253_402_300_799, 999_999_999),
        ("2026-11-21T08:00:00.05+01:00", 1_795_244_400, 50_000_000),
        ("20020910T23:08:25", 1_031_699_305, 0), ("2002-09-10T23:08:25.1Z", 1_031_699_305, 100_000_000),
    ]

    @Test("a moment is read by XEP-0082", arguments: read)
    func moment(_ text: String, _ seconds: Int64, _ nanoseconds: UInt32) throws {
        let stamp = try #require(Timestamp(payloadText: text))
        #expect(stamp.seconds == seconds && stamp.nanoseconds == nanoseconds)
        #expect(Timestamp(payloadText: stamp.payloadText) == stamp)
    }

    @Test(arguments: [
        "", "now", "2002-09-10", "2002-09-10T23:08:25", "2002-13-10T23:08:25Z", "2002-02-29T23:08:25Z",
        "1900-02-29T00:00:00Z",
        "2002-09-10T24:00:00Z", "2002-09-10T23:60:25Z", "2002-09-10T23:08:61Z", "2002-09-10T23:08:25.Z",
        "2002-09-10T23:08:25+1:00",
        "2002-09-10T23:08:25+24:00", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:60Z",
        "2002-09-10T23:08:25Zx",
        "02002-09-10T23:08:25Z", "2002-00-10T23:08:25Z", "2002-09-00T23:08:25Z",
    ])
    func `what is no moment is none`(_ text: String) {
        #expect(Timestamp(payloadText: text) == nil)
    }

    @Test func `every day of 9999 years is the one of Foundation`() throws {
        let formatter = ISO8601DateFormatter()
        for seconds in stride(from: Int64(-62_135_596_800), to: 253_402_300_800, by: 86_400 * 97 + 3671)
        where seconds > -12_000_000_000 {
            let text = formatter.string(from: Date(timeIntervalSince1970: TimeInterval(seconds)))
            #expect(Timestamp(seconds: seconds).payloadText == text)
            #expect(Timestamp(payloadText: text)?.seconds == seconds)
        }
    }

    @Test("S25: numbers beyond the calendar come out at its ends")
    func ends() {
        #expect(Timestamp(seconds: .min, nanoseconds: .max).payloadText == "0001-01-01T00:00:00.999999999Z")
        #expect(Timestamp(seconds: .max).payloadText == "9999-12-31T23:59:59Z")
    }
}
