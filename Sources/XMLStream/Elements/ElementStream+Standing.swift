extension ElementStream {
    /// All of a stream between two first-level elements, or before its first byte, that is not in the root's start tag.
    package struct Standing: Hashable, Sendable {
        /// The prefix of the root as it was written, empty for none; nil where nothing of a root has come.
        package let rootPrefix: String?
        /// Bytes taken so far.
        package let byteOffset: Int64
        /// Before which byte the header or the next element has to begin.
        package let budgetEnd: Int64
        /// Whether a carriage return came last.
        package let skipsLineFeed: Bool

        package init(rootPrefix: String?, byteOffset: Int64, budgetEnd: Int64, skipsLineFeed: Bool) {
            self.rootPrefix = rootPrefix
            self.byteOffset = byteOffset
            self.budgetEnd = budgetEnd
            self.skipsLineFeed = skipsLineFeed
        }
    }

    /// Where the stream stands; nil amid a header or an element, behind the root's end tag and after a violation.
    package var standing: Standing? {
        guard isBetweenElements, tokenizer.violation == nil else { return nil }
        let prefix: String?
        switch tokenizer.phase {
        case .start, .restarted:
            guard tokenizer.budgetEnd == byteOffset.adding(limits.headerBytes) else { return nil }
            prefix = nil
        case .content:
            guard tokenizer.depth == 1, let root = tokenizer.open.last else { return nil }
            prefix = tokenizer.prefix(of: root)
        case .prolog, .section, .epilog: return nil
        }
        return Standing(
            rootPrefix: prefix, byteOffset: byteOffset, budgetEnd: tokenizer.budgetEnd,
            skipsLineFeed: tokenizer.skipsLineFeed)
    }

    /// A stream that goes on where another stood.
    ///
    /// - Parameter root: A start tag with the declarations of the other's; nil where there was none.
    /// - Returns: Nil where the root cannot be written, or the numbers are none that a stream comes to.
    package init?(at standing: Standing, in root: RootTag?, limits: XMLLimits) {
        guard (0..<ElementStream.mostBytes).contains(standing.byteOffset), standing.budgetEnd >= 0,
            standing.budgetEnd <= standing.byteOffset.adding(Int(UInt32.max)),
            (root == nil) == (standing.rootPrefix == nil)
        else { return nil }
        // What the peer has declared passed its limits when it came.
        self.init(limits: .unbounded)
        if let root {
            var writer = XMLWriter()
            do throws(XMLContentError) { try writer.open(root) } catch { return nil }
            guard take(writer) else { return nil }
        }
        self.limits = limits
        if root == nil, standing.byteOffset > 0 { tokenizer.restart() }
        tokenizer.received = standing.byteOffset
        tokenizer.budgetEnd = standing.budgetEnd
        tokenizer.skipsLineFeed = standing.skipsLineFeed
    }

    /// Takes what has been written; says whether that was a root's start tag and no more.
    private mutating func take(_ writer: XMLWriter) -> Bool {
        var scratch = StreamScratch()
        let isRead = writer.output.window.withSpan { bytes in
            do throws(XMLViolation) {
                try receiveAll(bytes, using: &scratch) { _ in }
                return true
            } catch {
                return false
            }
        }
        return isRead && tokenizer.depth == 1 && isBetweenElements
    }

    /// More than any stream has.
    private static let mostBytes: Int64 = 1 << 62
}

extension XMLTokenizer {
    /// The prefix of an open element as it was written, empty for none.
    fileprivate func prefix(of element: OpenElement) -> String {
        let length = max(0, Int(element.prefixLength) &- 1)
        if element.nameLength > 8 { return names.window(from: Int(element.nameStart), length: length).text }
        let bytes = (0..<min(length, 8)).map { UInt8(truncatingIfNeeded: element.head &>> UInt64($0 &* 8)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
