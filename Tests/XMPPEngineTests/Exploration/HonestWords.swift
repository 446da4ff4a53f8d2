import XMPPTestKit

/// What two honest streams say to each other: what an adversary has to know to say what is right.
struct HonestWords {
    private var said: [PairWorld.Side: [UInt8]] = [:]

    /// Lets a pair run until nothing happens any more, without mishaps. That it is ready then, the walks show.
    init(_ scenario: Scenario) throws {
        var pair = try scenario.pair(mishaps: [])
        for _ in 0..<100 {
            guard let move = pair.moves.first else { break }
            if case .deliver(let side) = move { said[side, default: []] += pair.underWay(to: side) }
            _ = pair.make(move)
        }
    }

    /// The text of the first element of a name that was said to a side; empty where there was none.
    func text(of element: String, to side: PairWorld.Side) -> String {
        let found = SentTraits.texts(in: said[side] ?? [], from: "<\(element)", to: "<").first ?? []
        guard let start = found.firstIndex(of: 0x3E) else { return "" }
        return String(decoding: found[(start + 1)...], as: UTF8.self)
    }
}
