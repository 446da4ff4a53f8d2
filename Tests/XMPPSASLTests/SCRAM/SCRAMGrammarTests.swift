import Testing
import XMPPCrypto

@testable import XMPPSASL

/// Messages that follow the grammar of RFC 5802 §7, and messages that do not.
@Suite struct SCRAMGrammarTests {
    typealias Reason = SASLFailure.Reason

    @Test(
        "RFC5802-5-1, RFC5802-5-3, RFC5802-5.1-7, RFC5802-5.1-8, RFC5802-7-2: a client's first message",
        arguments: [
            ("n,,n=user,r=abc", nil), ("y,,n=user,r=abc", nil), ("p=tls-exporter,,n=user,r=abc", nil),
            ("n,a=other,n=user,r=abc", nil), ("n,,n=user,r=abc,x=y", nil), ("n,,n=user,r=abc,x=y,z==,q", .malformed),
            ("n,,n==2C=3D,r=abc", nil), ("n,,n=ünï,r=abc", nil), ("", .malformed), ("n", .malformed),
            ("n,", .malformed),
            ("n,,", .malformed), ("n,,n=user", .malformed), ("n,,n=user,", .malformed), ("n,,n=user,r=", .malformed),
            ("n,,r=abc,n=user", .malformed), ("n,,n=,r=abc", .malformed), ("n,,n=us=er,r=abc", .malformed),
            ("n,,n=us=2cer,r=abc", .malformed), ("n,,n=user=,r=abc", .malformed), ("n,,n=user=2,r=abc", .malformed),
            ("n,,n=user,r=a c", .malformed), ("n,,n=user,r=äbc", .malformed), ("n,,n=user,r=abc,", .malformed),
            ("n,,n=user,r=abc,1=x", .malformed), ("n,,n=user,r=abc,x", .malformed), ("n,,n=user,r=abc,x=", .malformed),
            ("n,,m=x,n=user,r=abc", .mandatoryExtension), ("n,,n=user,r=abc,m=x", .mandatoryExtension),
            ("N,,n=user,r=abc", .malformed), ("p,,n=user,r=abc", .malformed), ("p=,,n=user,r=abc", .malformed),
            ("p=a b,,n=user,r=abc", .malformed), ("F,n,,n=user,r=abc", .malformed),
            ("n,other,n=user,r=abc", .malformed),
            ("n,a=,n=user,r=abc", .malformed), ("n,a=o=ther,n=user,r=abc", .malformed), ("x,,n=user,r=abc", .malformed),
            ("n,,n=us\u{0}er,r=abc", .malformed), ("n,,n=user,r=abc,x=\u{0}", .malformed),
        ] as [(String, Reason?)])
    func clientFirst(_ message: String, _ reason: Reason?) {
        check(SCRAMClientFirst.read(Array(message.utf8)), reason)
    }

    @Test(
        "RFC5802-5-3, RFC5802-5.1-8, RFC5802-5.1-17, RFC5802-5.1-21, RFC5802-5.1-22: a server's first message",
        arguments: [
            ("r=abc,s=QUJD,i=4096", nil), ("r=abc,s=QUJD,i=1", nil), ("r=abc,s=QUJD,i=999999999", nil),
            ("r=abc,s=QUJD,i=4096,x=y,Z=z=", nil), ("r=abc,s=QUJD,i=4096,h=QUJD", nil),
            ("r=abc,s=QUJD,i=4096,h=QUJ", .malformed), ("r=abc,s=QUJD,i=4096,h=QUJD,h=QUJD", .malformed),
            ("r=abc,s=QUJD,i=0", .iterationCount), ("r=abc,s=QUJD,i=04096", .iterationCount),
            ("r=abc,s=QUJD,i=-1", .iterationCount), ("r=abc,s=QUJD,i=+1", .iterationCount),
            ("r=abc,s=QUJD,i=1e4", .iterationCount), ("r=abc,s=QUJD,i=1000000000", .iterationCount),
            ("r=abc,s=QUJD,i=99999999999999999999999", .iterationCount), ("r=abc,s=QUJD,i=", .malformed),
            ("r=abc,s=QUJD", .malformed), ("r=abc,i=4096,s=QUJD", .malformed), ("s=QUJD,r=abc,i=4096", .malformed),
            ("r=abc,s=,i=4096", .malformed), ("r=abc,s=QUJ,i=4096", .malformed), ("r=abc,s=QQ=,i=4096", .malformed),
            ("r=abc,s=QUJD,i=4096,", .malformed), ("r=abc,s=QUJD,i=4096,,x=y", .malformed),
            ("r=abc,s=QUJD,i=4096,m=x", .mandatoryExtension), ("m=x,r=abc,s=QUJD,i=4096", .mandatoryExtension),
            ("e=other-error", .malformed), ("", .malformed), ("r=,s=QUJD,i=4096", .malformed),
        ] as [(String, Reason?)])
    func serverFirst(_ message: String, _ reason: Reason?) {
        check(SCRAMServerFirst.read(Array(message.utf8)), reason)
    }

    @Test(
        "RFC5802-5-3, RFC5802-5.1-8, RFC5802-5.1-22, RFC5802-7-2: a client's last message",
        arguments: [
            ("c=biws,r=abc,p=QUJD", nil), ("c=biws,r=abc,x=y,p=QUJD", nil), ("c=biws,r=abc", .malformed),
            ("c=biws,r=abc,p=QUJ", .malformed), ("c=biw,r=abc,p=QUJD", .malformed), ("r=abc,c=biws,p=QUJD", .malformed),
            ("c=biws,p=QUJD,r=abc", .malformed), ("c=biws,r=abc,p=QUJD,x=y", .malformed),
            ("c=biws,r=abc,p=QUJD,", .malformed), ("c=biws,r=abc,p=", .malformed), ("c=,r=abc,p=QUJD", .malformed),
            ("c=biws,r=abc,m=x,p=QUJD", .mandatoryExtension), ("m=x,c=biws,r=abc,p=QUJD", .mandatoryExtension),
            ("c=biws,r=abc,p=QUJD,p=QUJD", .malformed), ("", .malformed),
        ] as [(String, Reason?)])
    func clientFinal(_ message: String, _ reason: Reason?) {
        check(SCRAMClientFinal.read(Array(message.utf8)), reason)
    }

    @Test(
        "S16, RFC5802-5.1-8, RFC5802-5.1-22: a server's last message",
        arguments: [
            ("v=QUJD", nil), ("v=QUJD,x=y", nil), ("e=invalid-proof", nil), ("e=x,y=z", nil), ("", .proof),
            ("v=", .malformed), ("v=QUJ", .malformed), ("v=QUJD,", .malformed), ("x=y,v=QUJD", .malformed),
            ("v=QUJD,m=x", .mandatoryExtension), ("m=x,v=QUJD", .mandatoryExtension), ("e=", .malformed),
        ] as [(String, Reason?)])
    func serverFinal(_ message: String, _ reason: Reason?) {
        check(SCRAMServerFinal.read(Array(message.utf8)), reason)
    }

    @Test("RFC4422-6.1.5-1: a message longer than any honest one is not looked at") func size() {
        let long = Array(("r=abc,s=QUJD,i=4096,x=" + String(repeating: "y", count: 9000)).utf8)
        check(SCRAMServerFirst.read(long), .messageSize)
        check(SCRAMServerFinal.read(long), .messageSize)
        check(SCRAMClientFirst.read(long), .messageSize)
        check(SCRAMClientFinal.read(long), .messageSize)
    }

    private func check<Message>(_ result: Result<Message, Reason>, _ expected: Reason?) {
        switch result {
        case .success: #expect(expected == nil)
        case .failure(let reason): #expect(reason == expected)
        }
    }
}
