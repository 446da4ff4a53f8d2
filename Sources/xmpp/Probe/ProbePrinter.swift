#if Tool && NIO
    import XMLStream
    import XMPPAddress
    import XMPPNIO
    import XMPPNegotiation
    import XMPPSASL
    import XMPPStanza
    import XMPPTransports

    /// Writes what a probe has found out.
    struct ProbePrinter {
        var transcript: Transcript
        private let domain: JID

        init(of domain: JID, isColoured: Bool, showsSecrets: Bool) {
            self.domain = domain
            transcript = Transcript(isColoured: isColoured, showsElements: true, showsSecrets: showsSecrets)
        }

        // MARK: Where to connect to

        mutating func write(_ lookUps: [(query: ServiceQuery, answer: ServiceLookup)], _ plan: ConnectionPlan) {
            title("Where \(domain) is")
            for (query, answer) in lookUps {
                switch answer {
                case .answered(let records):
                    for record in records.sorted(by: { ($0.priority, $1.weight) < ($1.priority, $0.weight) }) {
                        row(query.name, "\(record.priority) \(record.weight) \(record.port) \(record.target)")
                    }
                case .absent: row(query.name, "no record")
                case .failed: row(query.name, "no answer", .bad)
                }
            }
            for (number, candidate) in plan.candidates.enumerated() { row("to try, \(number + 1)", "\(candidate)") }
            if let obstacle = plan.obstacle { row("to try", "nothing: \(obstacle)", .bad) }
        }

        // MARK: One server

        mutating func write(_ findings: Probe.Findings, at candidate: ConnectionCandidate, showsWire: Bool) {
            title("\(candidate)")
            if let obstacle = findings.obstacle { return row("connection", obstacle, .bad) }
            if showsWire {
                var printer = ConversationPrinter("the probe")
                printer.tls = findings.facts?.tls.map(StreamFactWords.tls)
                _ = printer.write(findings.wire, to: &transcript)
            }
            write(offersIn: findings.wire)
            writeTLS(findings)
            if let choice = findings.choice { write(choice, isTaken: findings.established != nil) }
            if let established = findings.established {
                title("Plan")
                for planned in established.plan.rows {
                    let status = planned.status.rawValue + (planned.isMandatory ? ", mandatory" : "")
                    row(
                        planned.key.name, "\(status): \(planned.reason)", planned.status == .negotiated ? .good : .plain
                    )
                }
            }
            title("Outcome")
            if let failure = findings.failure { row("stream", "\(failure)", .bad) }
            if let address = findings.established?.facts.address { row("bound to", "\(address)", .good) }
            if let refusal = findings.refusal { row("certificate", "\(refusal)", .bad) }
            let verdict = findings.isGood ? "a client would be content" : "a client would not go on"
            row("verdict", verdict, findings.isGood ? .good : .bad)
        }

        /// The features of each list, in the order in which the lists came.
        private mutating func write(offersIn wire: [WireRecorder.Piece]) {
            var reader = StreamReader(limits: .unbounded)
            var scratch = StreamScratch()
            var number = 0
            for piece in wire where !piece.isFromInitiator {
                for item in reader.receive(piece.bytes, using: &scratch) {
                    guard case .element(let element) = item.event, let features = StreamFeatures(element) else {
                        continue
                    }
                    number += 1
                    title("Features, list \(number)")
                    for feature in features { write(feature) }
                    if features.isEmpty { row("none", "") }
                }
            }
        }

        private mutating func write(_ feature: StreamFeatures.Feature) {
            var words: [String] = []
            if feature.isMarkedRequired { words.append("required") }
            if feature.isMarkedOptional { words.append("optional") }
            for child in feature.element.children where child.name != "required" && child.name != "optional" {
                let attributes = child.attributes.map(\.value)
                words.append(
                    ([child.name == "mechanism" ? "" : child.name] + attributes + [child.text]).filter { !$0.isEmpty }
                        .joined(separator: " "))
            }
            row(feature.element.name, feature.element.namespace)
            if !words.isEmpty { row("", words.joined(separator: ", ")) }
        }

        private mutating func writeTLS(_ findings: Probe.Findings) {
            if findings.chain.isEmpty, findings.facts?.tls == nil { return }
            title("TLS")
            if let tls = findings.facts?.tls {
                row("version", StreamFactWords.version(tls))
                row("ALPN", tls.applicationProtocol ?? "none")
                row(
                    "binding", tls.bindings.isEmpty ? "none" : tls.bindings.map { "\($0.kind)" }.joined(separator: ", ")
                )
            }
            for (number, certificate) in findings.chain.enumerated() {
                row(number == 0 ? "certificate" : "behind it", "\(certificate.subject)")
                row("", "by \(certificate.issuer)")
                row(
                    "",
                    "from \(certificate.notValidBefore.formatted(.iso8601)) to \(certificate.notValidAfter.formatted(.iso8601))"
                )
            }
            if case .presented(let presented)? = findings.facts?.tls?.peer {
                row("names", StreamFactWords.names(in: presented))
                row("trust", StreamFactWords.trust(presented.trust), presented.trust == .trusted ? .good : .bad)
                let verdict = DomainIdentity(domain: domain, service: .client).verdict(on: presented)
                row("identity", "\(verdict)", verdict.isVerified ? .good : .bad)
            }
        }

        private mutating func write(_ choice: SASLChoice, isTaken: Bool) {
            title("Mechanisms")
            switch choice.decision {
            case .use(let selection):
                row("\(selection.mechanism.name)", "\(isTaken ? "used" : "would be used"): \(selection)", .good)
            case .nothing: row("none", "no mechanism will do", .bad)
            case .abort(let suspicion): row("none", suspicion.rawValue, .bad)
            }
            for other in choice.passedOver { row(other.name, "not used: \(other.reason)") }
        }

        // MARK: Lines

        private mutating func title(_ text: String) {
            transcript.page.write("━━ ", .dim)
            transcript.page.write(foreign: text, .strong)
            transcript.page.endLine()
        }

        private mutating func row(_ name: String, _ text: String, _ ink: Ink = .plain) {
            transcript.page.write("  ")
            transcript.page.write(foreign: Figures.padded(name, 22), .tag)
            transcript.page.write("  ")
            transcript.page.write(foreign: text, ink)
            transcript.page.endLine()
        }
    }
#endif
