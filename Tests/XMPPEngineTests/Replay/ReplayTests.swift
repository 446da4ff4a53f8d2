import CorpusFiles
import Foundation
import Testing
import XMLStream
import XMPPEngine
import XMPPStanza
import XMPPTestKit

@Suite struct ReplayTests {
    static let choppings = [Chopping.whole, .pieces(byteCount: 1), .pieces(byteCount: 9)]

    @Test(arguments: ["login", "failed-login", "component", "servers"], choppings)
    func `a log replays to the same bytes, orders and end`(name: String, chopping: Chopping) throws {
        let conversation = try #require(try LoggedConversation.all().first { $0.name == name }?.conversation)
        let outcome = try conversation.run(chopping: chopping)
        let sides = [
            (outcome.initiating, outcome.pair.initiating, conversation.initiating),
            (outcome.receiving, outcome.pair.receiving, conversation.receiving),
        ]
        for (text, driver, recipe) in sides {
            let log = try StreamLog(text)
            #expect(log.setup == .recipe(recipe))
            let (replay, steps) = try run(log)
            #expect(replay.difference == nil)
            #expect(steps.flatMap(\.written) == driver.sent)
            #expect(steps.compactMap(\.misuse) == driver.misuses)
            #expect(replay.stream.isOver && driver.end != nil)
            #expect(steps.flatMap(\.orders).contains(.ended(try #require(driver.end))))
            #expect(steps.map(\.input) == log.inputs)
            #expect(steps.last?.stateName == "over")

            // Without what came out then, the same comes out.
            let inputs = text.split(separator: 0x0A).filter { $0.first != 0x21 && $0.first != 0x3E }
            let bare = try StreamLog(Array(inputs.joined(separator: [0x0A])))
            #expect(!bare.hasOutputs && log.hasOutputs)
            #expect(try run(bare).steps.flatMap(\.written) == driver.sent)
        }
    }

    @Test func `the logins come to what they are for`() throws {
        let ends = try LoggedConversation.all().map { conversation in
            let pair = try conversation.conversation.run().pair
            return "\(conversation.name) \(pair.initiating.established != nil) \(pair.receiving.established != nil)"
        }
        #expect(ends == ["login true true", "failed-login false false", "component true true", "servers true true"])
    }

    @Test func `an output that was another is found, with its line`() throws {
        let text = String(decoding: try LoggedConversation.login().run().initiating, as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        for (index, line) in lines.enumerated() where line.first == "!" || line.first == ">" {
            var changed = lines
            changed[index] = line == "!" ? "! close-transport" : line + "0"
            let replay = try run(try StreamLog(Array(changed.joined(separator: "\n").utf8))).replay
            let difference = try #require(replay.difference)
            #expect(difference.line == index + 1)
            #expect(difference.expected != difference.found)
        }
    }

    @Test func `an input that is missing is a difference`() throws {
        let text = String(decoding: try LoggedConversation.login().run().receiving, as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        let begin = try #require(lines.firstIndex(of: "begin"))
        for (index, line) in lines.enumerated().dropFirst(begin) where line.first != "!" && line.first != ">" {
            // Random bytes are asked for before they are used.
            if line.contains("kind=random") { continue }
            var changed = lines
            changed.remove(at: index)
            let replay = try run(try StreamLog(Array(changed.joined(separator: "\n").utf8))).replay
            #expect(replay.difference != nil, "\(line)")
        }
    }

    /// - Parameter isPlain: Whether the calls are those that take anything, or those that are for convenience.
    @Test(arguments: [true, false])
    func `a stream that is logged does what it does otherwise`(isPlain: Bool) throws {
        let conversation = try LoggedConversation.login()
        let recorded = try StreamLog(conversation.run().initiating)
        let setup = try StreamSetup(conversation.initiating.configuration(crypto: PlainCryptoProvider.self))
        var stream = LoggedStream(setup, of: conversation.initiating)
        var scratch = StreamScratch()
        var written: [UInt8] = []
        for input in recorded.inputs {
            do throws(StreamMisuse) {
                switch input {
                case .begun(let tls): try stream.begin(on: tls)
                case .received(let bytes) where isPlain:
                    try bytes.withRawSpan { (bytes) throws(StreamMisuse) in
                        try stream.receive(bytes, using: &scratch)
                    }
                case .received(let bytes): try stream.receive(bytes.span, using: &scratch)
                case .happened(let event): try stream.receive(event, using: &scratch)
                case .sent(let stanza) where !isPlain: try stream.send(stanza)
                case .sent(.message(let message)): try stream.send(message)
                case .sent(.presence(let presence)): try stream.send(presence)
                case .sent(.iq(let iq)): try stream.send(iq)
                case .requested(let iq, let deadline): _ = try stream.request(iq, deadline: deadline)
                case .declined(let iq): try stream.decline(iq)
                case .closed(let error): try stream.close(with: error)
                }
            } catch {
                #expect(error.code == .alreadyBegun)
            }
            while let action = stream.nextAction() {
                guard case .write(let byteCount) = action else { continue }
                guard isPlain else {
                    written += stream.takeOutput(byteCount)
                    continue
                }
                stream.drainOutput { bytes in
                    let taken = bytes.array.prefix(byteCount)
                    written += taken
                    return taken.count
                }
            }
        }
        #expect(stream.stream.isOver)
        let log = try StreamLog(stream.takeLog())
        #expect(log.inputs == recorded.inputs)
        let (replay, steps) = try run(log)
        #expect(replay.difference == nil)
        #expect(steps.flatMap(\.written) == written && !written.isEmpty)
        #expect(stream.takeLog() == [])
    }

    // MARK: Example logs

    @Test func `the example logs are what is recorded now, and replay without a difference`() throws {
        var names: [String] = []
        for (name, conversation) in try LoggedConversation.all() {
            let outcome = try conversation.run()
            for (side, text) in [("initiating", outcome.initiating), ("receiving", outcome.receiving)] {
                let path = "logs/\(name)-\(side).log"
                names.append(path)
                if ProcessInfo.processInfo.environment["WRITE_LOGS"] != nil {
                    try Data(text).write(to: Corpus.folder.appending(path: path))
                }
                #expect(try Corpus.bytes(of: path) == text, "\(path); WRITE_LOGS=1 writes them anew")
            }
        }
        let found = try Corpus.files(in: "logs", endingWith: ".log")
        #expect(found == names.sorted())
        for path in found {
            #expect(try run(try StreamLog(Corpus.bytes(of: path))).replay.difference == nil, "\(path)")
        }
    }

    /// Runs a log on the stream that its recipe makes.
    private func run(_ log: StreamLog) throws -> (replay: StreamReplay, steps: [StreamReplay.Step]) {
        guard case .recipe(let recipe) = log.setup else { throw CancellationError() }
        var replay = log.replay(on: try StreamSetup(recipe.configuration(crypto: PlainCryptoProvider.self)))
        var steps: [StreamReplay.Step] = []
        var scratch = StreamScratch()
        while let step = replay.step(using: &scratch) { steps.append(step) }
        return (replay, steps)
    }
}
