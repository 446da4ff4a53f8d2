import XMLStream

/// All that can be measured.
enum Contenders {
    /// - Parameter limited: Whether the library's default limits are in force; the yardstick has none.
    /// - Throws: Where a stream of the engine cannot be made ready.
    static func make(_ layer: Layer, limited: Bool = false) throws -> any Contender {
        let limits = limited ? XMLLimits() : .unbounded
        switch layer {
        case .tokens: return TokenContender(limits: limits)
        case .elements: return ElementContender(recycles: false, limits: limits)
        case .recycled: return ElementContender(recycles: true, limits: limits)
        case .writing: return WriterContender(verbatim: false)
        case .verbatim: return WriterContender(verbatim: true)
        case .client, .server, .sending:
            #if Crypto
                return layer == .sending ? try SendingContender() : try ReceivingContender(layer)
            #else
                throw NotBuilt(layer: layer)
            #endif
        case .expat: return ExpatContender(buildsTrees: false)
        case .expatTree: return ExpatContender(buildsTrees: true)
        }
    }

    /// Bytes that a stanza may have by the library's default limits.
    static var defaultStanzaBytes: Int { XMLLimits().stanzaBytes }
}

/// A layer that this build does not have: engines log in with swift-crypto.
struct NotBuilt: Error, CustomStringConvertible {
    let layer: Layer
    var description: String { "\(layer.rawValue) needs the trait Crypto" }
}
