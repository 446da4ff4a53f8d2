import Testing

@testable import XMPPEngine

@Suite struct LogViolationTests {
    /// Lines of a log behind its first two, the number of the one at fault, and what is wrong.
    static let rows: [(String, Int, LogViolation.Fault)] = [
        ("begin\n\n# fine\nbegun", 6, .keyword("begun")), ("receive", 3, .missing("the rest")),
        ("receive bytes", 3, .unexpected("bytes")), ("receive :%4", 3, .escape), ("receive :%zz", 3, .escape),
        ("begin tls=1.4 peer=none", 3, .value("tls")), ("begin tls=1.3", 3, .missing("peer")),
        ("begin tls=1.3 peer=presented", 3, .missing("trust")), ("begin peer=none", 3, .unexpected("peer")),
        ("begin tls=1.3 peer=none tls=1.3", 3, .unexpected("tls")), ("begin :x", 3, .unexpected("the rest")),
        ("begin tls=1.3 peer=none binding.=00", 3, .value("binding.")),
        ("secured tls=1.3 peer=none binding.tls-exporter=0", 3, .value("binding.tls-exporter")),
        ("secured", 3, .missing("tls")), ("timer", 3, .missing("name")), ("timer name=x", 3, .value("name")),
        ("timer name=request", 3, .missing("request")), ("timer name=request request=-1", 3, .value("request")),
        ("timer name=stage feature=x", 3, .missing("namespace")), ("answer kind=random", 3, .missing("request")),
        ("answer request=18446744073709551616 kind=random", 3, .value("request")),
        ("answer request=1 kind=x", 3, .value("kind")), ("answer request=1 kind=random bytes=f", 3, .value("bytes")),
        ("answer request=1 kind=certificate accepted=maybe", 3, .value("accepted")),
        ("answer request=1 kind=resource jid=@", 3, .value("jid")),
        ("answer request=1 kind=resource error=odd", 3, .value("error")),
        ("answer request=1 kind=resource error=gone type=x", 3, .value("type")),
        ("answer request=1 kind=sasl-verdict refused=x", 3, .value("refused")),
        ("answer request=1 kind=sasl-credentials algorithm=sha3", 3, .value("algorithm")),
        ("answer request=1 kind=sasl-credentials algorithm=sha1 salt=00 iterations=1e9", 3, .value("iterations")),
        ("answer request=1 kind=sasl-tokens now=9223372036854775808", 3, .value("now")),
        ("answer request=1 kind=custom :<a/><b/>", 3, .element), ("send :<a/>", 3, .element),
        ("send", 3, .missing("the rest")),
        ("send :</x><x>", 3, .element), ("send :%FF", 3, .element),
        ("decline :<message xmlns='jabber:client'/>", 3, .element),
        ("request :<iq xmlns='jabber:client'/>", 3, .missing("deadline")),
        ("request deadline=9223372036854775808 :<a/>", 3, .value("deadline")),
        ("request deadline=1:1000000000000000000 :<a/>", 3, .value("deadline")),
        ("request deadline=1:-1 :<a/>", 3, .value("deadline")), ("request deadline=1:2:3 :<a/>", 3, .value("deadline")),
        ("close error=odd", 3, .value("error")), ("with kind=own", 3, .unexpected("kind")),
        ("setup kind=own", 3, .setup), ("begin\nwith x=y", 4, .setup), ("> x=y", 3, .missing("the rest")),
        ("!\n> :%", 4, .escape), ("begin %=", 3, .escape), ("begin %ff=", 3, .escape),
    ]

    @Test(arguments: rows)
    func `a line that cannot be read is named`(text: String, line: Int, fault: LogViolation.Fault) {
        let violation = violation(of: "xmpp-stream-log 1\nsetup kind=own :x\n" + text)
        if text.hasPrefix("with") {
            // What belongs to the setup is told where the setup begins.
            #expect(violation == LogViolation(line: 2, fault: fault))
        } else {
            #expect(violation == LogViolation(line: line, fault: fault))
        }
    }

    @Test(arguments: [
        ("", 1, LogViolation.Fault.noLog), ("begin", 1, .noLog), ("xmpp-stream-log 2\n", 1, .version),
        ("xmpp-stream-log 1", 2, .setup), ("xmpp-stream-log 1\nbegin", 2, .setup),
        ("xmpp-stream-log 1\n\nsetup kind=x", 3, .value("kind")),
        ("xmpp-stream-log 1\nsetup kind=client\nwith address=a@b", 2, .missing("username")),
        (
            "xmpp-stream-log 1\nsetup kind=client address=a@b username= account-domain= mechanism=X", 2,
            .value("mechanism")
        ),
        (
            "xmpp-stream-log 1\nsetup kind=client address=a@b username= account-domain= least-iterations=9999999", 2,
            .value("least-iterations")
        ), ("xmpp-stream-log 1\nsetup kind=component domain=@", 2, .value("domain")),
    ])
    func `a log without a setup that is one is refused`(text: String, line: Int, fault: LogViolation.Fault) {
        #expect(violation(of: text) == LogViolation(line: line, fault: fault))
    }

    @Test func `a line has a bound`() {
        let long = String(repeating: "x", count: StreamLog.maximumLineBytes)
        let text = "xmpp-stream-log 1\nsetup kind=own :\nreceive :\(long)\n"
        #expect(violation(of: text) == LogViolation(line: 3, fault: .lineLength))
    }

    @Test func `a recorder that nobody reads keeps within its bound, and its log can be read`() throws {
        var recorder = StreamRecorder(.own("x"), maximumByteCount: 400)
        for _ in 0..<100 { recorder.note(.received([0x41, 0x00])) }
        #expect(recorder.isFull && recorder.text.count < 450)
        #expect(try (1..<100).contains(StreamLog(recorder.takeText()).inputs.count))
        recorder.note(.received([]))
        #expect(recorder.takeText() == [])
    }

    @Test func `whatever is cut from or put into a log, reading it ends with a log or a line of it`() throws {
        let text = try LoggedConversation.login().run().receiving
        let count = text.count(where: { $0 == 0x0A }) + 2
        var seed = UInt64(1)
        for _ in 0..<300 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var changed = text
            let place = Int(truncatingIfNeeded: (seed >> 33) % UInt64(text.count))
            switch seed >> 60 {
            case 0..<5: changed.removeSubrange(place...)
            case 5..<10: changed[place] = UInt8(truncatingIfNeeded: seed >> 20)
            default: changed.remove(at: place)
            }
            do throws(LogViolation) {
                _ = try StreamLog(changed)
            } catch {
                #expect((1...count).contains(error.line))
            }
        }
    }

    private func violation(of text: String) -> LogViolation? {
        do throws(LogViolation) {
            _ = try StreamLog(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }
}
