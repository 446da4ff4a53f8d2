import XMLStream
import XMPPAddress
import XMPPEngine
import XMPPNegotiation
import XMPPSASL
import XMPPStanza
import XMPPTestKit

/// A host that leaves every question open until the program answers it.
struct LazyHost: StreamHost {
    let tls: TLSFacts?

    mutating func answer(_ question: HostQuestion) -> HostAnswer? { nil }
    mutating func handshake(as role: StreamRole) -> TLSFacts? { tls }
}

/// A program as it runs: the side under test, and an honest peer beside it.
struct EngineRun {
    let scenario: EngineScenario
    var tested: StreamDriver<LazyHost>
    var peer: StreamDriver<AccountHost>
    /// What answers the questions honestly.
    private var host: AccountHost
    /// Whether TLS was completed with the right peer.
    private(set) var isProtected = false
    /// How many bytes had been sent when TLS began to protect them; nil while it does not.
    private var protectedFrom: Int?
    /// Whether bytes stood behind the word that begins TLS.
    private(set) var hasSeenInjection = false
    /// What was found.
    private(set) var finding: String?
    /// How many steps it took to the end; nil where there is none yet.
    private(set) var stepsToEnd: Int?
    /// The steps behind which the stream went on, and had last heard a part of a token.
    private(set) var stepsWithinToken: Set<Int> = []

    init?(_ scenario: EngineScenario, chopping: Chopping) {
        guard let (initiating, receiving) = scenario.setups() else { return nil }
        self.scenario = scenario
        let role: StreamRole = scenario.isInitiatingTested ? .initiating : .receiving
        let other: StreamRole = scenario.isInitiatingTested ? .receiving : .initiating
        tested = StreamDriver(
            XMPPStream(role == .initiating ? initiating : receiving), host: LazyHost(tls: scenario.tls(for: role)),
            chopping: chopping)
        peer = StreamDriver(
            XMPPStream(other == .initiating ? initiating : receiving), host: scenario.host(of: other))
        host = scenario.host(of: role)
        isProtected = scenario.hasDirectTLS
        if scenario.hasDirectTLS { protectedFrom = 0 }
    }

    /// Runs a program to its end.
    mutating func run(_ program: inout FuzzProgram) {
        let role: StreamRole = scenario.isInitiatingTested ? .initiating : .receiving
        let other: StreamRole = scenario.isInitiatingTested ? .receiving : .initiating
        peer.begin(on: scenario.hasDirectTLS ? scenario.tls(for: other) : nil)
        tested.begin(on: scenario.hasDirectTLS ? scenario.tls(for: role) : nil)
        for number in 0..<EngineRun.mostSteps where !program.isAtEnd && finding == nil {
            step(&program)
            exchange()
            judge()
            if tested.stream.isOver {
                stepsToEnd = stepsToEnd ?? number
            } else if !tested.stream.isBetweenFrames {
                stepsWithinToken.insert(number)
            }
        }
    }

    private mutating func step(_ program: inout FuzzProgram) {
        switch program.next(below: 16) {
        case 0, 1, 2, 3: deliver(peer.takeSent())
        case 4: deliver(program.altered(peer.takeSent()))
        case 5: deliver(program.nextBytes())
        case 6, 7: deliver(EngineAlphabet.pieces[program.next(below: EngineAlphabet.pieces.count)])
        case 8, 9: answer(honestly: true, &program)
        case 10: answer(honestly: false, &program)
        case 11: completeTLS(isTrusted: program.next(below: 4) != 0)
        case 12: fire(&program)
        case 13: wish(&program)
        case 14: misuse(&program)
        default: if program.next(below: 8) == 0 { tested.receive(.transportClosed) }
        }
    }

    private mutating func deliver(_ bytes: [UInt8]) {
        guard !tested.stream.isOver, tested.pendingTLS == nil else { return }
        tested.receive(bytes)
        if tested.stream.isOver || tested.pendingTLS != nil { hasSeenInjection = hasSeenInjection || wasTLSBegun }
    }

    /// Whether the order to begin TLS, or the end of the stream instead, came of bytes that may have gone on behind.
    private var wasTLSBegun: Bool {
        if let request = tested.pendingTLS { return !request.leftover.isEmpty }
        guard case .violation(let violation) = tested.end else { return false }
        return violation.expected == "no bytes before TLS"
    }

    /// The honest peer hears what the side under test has said.
    private mutating func exchange() {
        let bytes = tested.takeSent()
        if !bytes.isEmpty, peer.pendingTLS == nil, !peer.stream.isOver { peer.receive(bytes) }
    }

    private mutating func answer(honestly isHonest: Bool, _ program: inout FuzzProgram) {
        guard let (id, question) = tested.open.first else { return }
        let wrong: [HostAnswer] = [
            .unavailable, .randomBytes(Secret([1])), .authentication(.verdict(.refused(.notAuthorized))),
            .certificate(isAccepted: true), .resource(.failure(StanzaError(.conflict))), .custom(nil),
        ]
        let answer = isHonest ? host.answer(question) : wrong[program.next(below: wrong.count)]
        if let answer { tested.answer(id, answer) }
    }

    private mutating func completeTLS(isTrusted: Bool) {
        guard tested.pendingTLS != nil else { return }
        let role: StreamRole = scenario.isInitiatingTested ? .initiating : .receiving
        // Whose certificate it is, is for the initiating entity to see.
        isProtected = isTrusted || !scenario.isInitiatingTested
        if isProtected { protectedFrom = tested.sent.count }
        tested.completeTLS(with: scenario.tls(for: role, isTrusted: isTrusted))
        if peer.pendingTLS != nil { peer.completeTLS() }
    }

    private mutating func fire(_ program: inout FuzzProgram) {
        let settings = tested.clock.settings
        guard !settings.isEmpty else { return }
        let timer = settings[program.next(below: settings.count)].timer
        tested.clock.cancel(timer)
        tested.receive(.timerFired(timer))
    }

    private mutating func wish(_ program: inout FuzzProgram) {
        let to = JID("romeo@example.net")
        let from = scenario.kind == .component ? JID("a@bot.example.com") : nil
        switch program.next(below: 4) {
        case 0:
            if let message = try? Message(.chat, to: to, from: from, { $0.body("x") }) {
                tested.call { (stream) throws(StreamMisuse) in try stream.send(message) }
            }
        case 1:
            if let ping = EngineRun.ping,
                let request = try? IQ(.get, to: to, from: from, id: "0", { $0.element(ping) })
            {
                tested.call { (stream) throws(StreamMisuse) in
                    _ = try stream.request(request, deadline: .seconds(9))
                }
            }
        case 2:
            for case .iq(let iq) in tested.stanzas.suffix(1) {
                tested.call { (stream) throws(StreamMisuse) in try stream.decline(iq) }
            }
        default:
            let error = program.next(below: 2) == 0 ? nil : StreamError(.systemShutdown)
            tested.call { (stream) throws(StreamMisuse) in try stream.close(with: error) }
        }
    }

    /// Calls something out of order; the stream has to be as it was.
    private mutating func misuse(_ program: inout FuzzProgram) {
        let before = tested.stream
        let count = tested.misuses.count
        switch program.next(below: 4) {
        case 0: tested.begin()
        case 1: tested.receive(.answered(tested.open.first?.id ?? EngineRun.noRequest, .custom(nil)))
        case 2:
            let isClosing = tested.clock.settings.contains { $0.timer == .closing }
            if !isClosing { tested.receive(.timerFired(.closing)) }
        default: if tested.pendingTLS == nil { tested.receive(.secured(TLSFacts(.tls13))) }
        }
        if tested.misuses.count > count, tested.stream != before { finding = "a refused call changed the stream" }
    }

    private mutating func judge() {
        finding = finding ?? EngineJudge.finding(in: tested, scenario, isProtected: isProtected, clearBytes)
    }

    /// What left in the clear.
    var clearBytes: [UInt8] { Array(tested.sent.prefix(protectedFrom ?? tested.sent.count)) }

    /// A number that nothing was asked by.
    private static let noRequest = RequestID(.max)
    private static let ping = try? Element(xml: "<ping xmlns='urn:xmpp:ping'/>")

    private static let mostSteps = 200
}
