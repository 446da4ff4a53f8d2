import Foundation
import Testing

@testable import xmpp

@Suite struct DiagramTests {
    @Test func `every machine has states, ways to all of them, and a name of its own`() {
        #expect(Set(MachineCatalogue.entries.map(\.name)).count == MachineCatalogue.entries.count)
        for entry in MachineCatalogue.entries {
            let graph = entry.graph()
            #expect(graph.isComplete, "\(entry.name)")
            // A server answers a request for a session in the same way however often it comes: one state is all it has.
            if entry.name == "session-receiving" {
                #expect(graph.stateCount == 1)
                continue
            }
            #expect(graph.edges.count >= 2, "\(entry.name)")
            #expect(graph.stateCount >= 3, "\(entry.name)")
        }
    }

    @Test func `the page of machines is what the machines do now`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Docs/Machines.md")
        let written = try String(contentsOf: page, encoding: .utf8)
        #expect(written == MachinePage.text + "\n", "run `swift run xmpp diagram > Docs/Machines.md`")
    }
}
