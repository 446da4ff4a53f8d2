import XMLStream

/// Elements written into a stream of some kind, and read back.
struct WrittenStream {
    /// What was written, root and all.
    let bytes: [UInt8]
    /// The elements in it.
    let elements: [Element]

    /// Writes elements below `root`, or one into no stream at all, and reads what came out with our parser and with
    /// libexpat.
    ///
    /// - Returns: Nil and what is wrong, in English, where it does not read as one root with as many elements.
    static func of(
        _ elements: [Element], in root: RootTag?, seed: UInt64 = 0,
        _ write: (inout XMLWriter, Element) throws(XMLContentError) -> Void
    ) -> (stream: WrittenStream?, finding: String?) {
        var writer = XMLWriter()
        var bytes: [UInt8] = root == nil ? Array("<x>".utf8) : []
        var random = SeededGenerator(seed: seed)
        if let root {
            do { try writer.open(root) } catch { return (nil, "\(root) cannot be opened: \(error)") }
        }
        for element in elements {
            do { try write(&writer, element) } catch { return (nil, "\(element) cannot be written: \(error)") }
            if random.next(below: 4) == 0 { writer.drain(into: &bytes, most: random.next(below: 64)) }
            if random.next(below: 4) == 0 {
                // A copy goes on by itself.
                var copy = writer
                if root != nil { try? copy.writeKeepalive() }
                copy.close()
                copy.drain(into: &bytes, most: 0)
            }
            if root != nil, random.next(below: 4) == 0, (try? writer.writeKeepalive()) == nil {
                return (nil, "a keepalive cannot be written")
            }
        }
        writer.close()
        writer.drain(into: &bytes, most: .max)
        if root == nil { bytes += Array("</x>".utf8) }
        let plan = FuzzPlan(stream: bytes)
        let reading = StreamReading.pulled(plan)
        let text = String(decoding: bytes, as: UTF8.self)
        if let fault = reading.fault { return (nil, "\(fault) in \(text)") }
        if let violation = reading.violation { return (nil, "\(violation) in \(text)") }
        if reading.elements.count != elements.count {
            return (nil, "\(reading.elements.count) elements instead of \(elements.count) in \(text)")
        }
        if let found = ExpatComparison.finding(TokenizerOutcome.of(bytes), of: bytes) {
            return (nil, "\(found): \(text)")
        }
        return (WrittenStream(bytes: bytes, elements: reading.elements), nil)
    }
}

extension XMLWriter {
    /// Takes pending bytes, at most so many.
    mutating func drain(into bytes: inout [UInt8], most: Int) {
        drain { span in
            let count = min(most, span.byteCount)
            bytes += [UInt8](copying: span.extracting(0..<count))
            return count
        }
    }
}

extension FuzzPlan {
    /// A stream to be read as it is.
    init(stream bytes: [UInt8]) {
        self.bytes = bytes
        rules = .stream
        limits = .unbounded
        cuts = []
    }

    /// So many of the choices, which ones the input settles.
    func some<Choice>(of choices: [Choice], most: Int) -> [Choice] {
        let first = Int(seed % UInt64(max(1, choices.count)))
        return Array((choices[first...] + choices[..<first]).prefix(most))
    }

    /// A number that the input settles, for choices of the caller's own.
    var seed: UInt64 { bytes.prefix(64).reduce(UInt64(bytes.count)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
}
