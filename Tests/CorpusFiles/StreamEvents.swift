import XMLStream

/// What one stream delivers before its end or its first fault.
package struct StreamEvents {
    package private(set) var all: [ElementStream.Event] = []
    package private(set) var violation: XMLViolation?

    package init(_ bytes: [UInt8], rules: XMLTokenizer.Rules = .stream) {
        var stream = ElementStream(limits: .unbounded, rules: rules)
        var scratch = StreamScratch()
        do throws(XMLViolation) {
            try unsafe stream.receiveAll(bytes.span.bytes, using: &scratch) { all.append($0) }
        } catch {
            violation = error
        }
    }

    package init(_ text: String) { self.init(Array(text.utf8)) }

    package var header: Element? { if case .opened(let element) = all.first { element } else { nil } }

    package var elements: [Element] { all.compactMap { if case .element(let element) = $0 { element } else { nil } } }
}
