import XMLStream

/// A program for `ElementBuilder` that bytes stand for, run beside a plain record of what it means.
struct BuilderProgram {
    private var bytes: ArraySlice<UInt8>
    private var stepsLeft = 64
    private let elements: [Element]
    /// The canonical event lines of what is being built.
    private var lines: [UInt8] = []
    /// The start tag that still takes attributes.
    private var tag: (name: String, attributes: [Attribute])?
    private var text = ""
    /// Whether all that was passed in is sure to be fit.
    private var isPlain = true
    /// What a copy of the builder changed, in English.
    private var mixture: String?

    /// Runs the program in `input` and compares what was built with what was told.
    static func finding(_ input: [UInt8], _ elements: [Element]) -> String? {
        var program = BuilderProgram(bytes: input[...], elements: elements)
        let (name, namespace) = (program.name(), program.namespace())
        var builder = ElementBuilder(name, in: namespace)
        program.start(name, namespace)
        program.run(&builder, namespace: namespace, depth: 0)
        program.end(name, namespace)
        if let mixture = program.mixture { return mixture }
        let element: Element
        do {
            element = try builder.finish()
        } catch {
            return program.isPlain ? "a plain program was refused: \(error)" : nil
        }
        for root in [nil, RootTag(name: "r", namespace: namespace == "" || !isFit(namespace) ? "urn:q" : namespace)] {
            let isMapping = root.flatMap { NamespaceName($0.namespace) }?.isContent == true
            let (stream, fault) = WrittenStream.of([element], in: root) { writer, element throws(XMLContentError) in
                try writer.write(element)
            }
            guard let stream, let copy = stream.elements.first else { return "built: \(fault ?? "")" }
            if !isMapping, copy != element { return "the built \(element) reads as \(copy)" }
        }
        guard let found = element.eventLines else { return "the built \(element) cannot be read" }
        if found != program.lines {
            let told = String(decoding: program.lines, as: UTF8.self)
            return "built \(String(decoding: found, as: UTF8.self)) as told \(told)"
        }
        return nil
    }

    private init(bytes: ArraySlice<UInt8>, elements: [Element]) {
        self.bytes = bytes
        self.elements = elements
    }

    // MARK: Steps

    private mutating func run(_ builder: inout ElementBuilder, namespace: String, depth: Int) {
        while stepsLeft > 0, let step = bytes.popFirst() {
            stepsLeft -= 1
            // A copy goes on by itself, and what the builder does from then on does not show in it.
            let copy = step & 0x30 == 0x30 ? builder : nil
            let (before, fault) = copy.map(Self.outcome(of:)) ?? (nil, nil)
            defer {
                if let copy {
                    var other = copy
                    Self.extend(&other)
                    let (after, newFault) = Self.outcome(of: copy)
                    if after != before || fault != newFault {
                        mixture = mixture ?? "a copy became \(after?.description ?? "a fault")"
                    }
                }
            }
            switch step % 8 {
            case 0, 1:
                let attribute = Attribute(
                    name: name(), namespace: step & 8 == 0 ? "" : self.namespace(), value: string())
                if tag == nil || tag?.attributes.contains(where: { $0.name == attribute.name }) == true {
                    isPlain = false
                }
                builder.attribute(attribute.name, in: attribute.namespace, attribute.value)
                tag?.attributes.append(attribute)
            case 2:
                let language = string()
                if tag == nil || tag?.attributes.contains(where: { $0.name == "lang" }) == true { isPlain = false }
                builder.language(language)
                tag?.attributes.append(Attribute(name: "lang", namespace: NamespaceName.xml.text, value: language))
            case 3, 4:
                let added = string()
                builder.text(added)
                if !added.isEmpty { flushTag() }
                text += added
            case 5 where depth < 6:
                let name = name()
                let inner = step & 8 == 0 ? nil : self.namespace()
                start(name, inner ?? namespace)
                builder.child(name, in: inner) { builder in
                    self.run(&builder, namespace: inner ?? namespace, depth: depth + 1)
                }
                end(name, inner ?? namespace)
            case 6:
                guard !elements.isEmpty else { continue }
                let element = elements[Int(step >> 3) % elements.count]
                builder.element(element)
                flush()
                lines += element.eventLines ?? []
            case 7 where depth > 0: return
            default: continue
            }
        }
    }

    // MARK: Copies

    /// What is built if nothing more comes.
    private static func outcome(of builder: ElementBuilder) -> (Element?, XMLContentError?) {
        do throws(XMLContentError) { return (try builder.finish(), nil) } catch { return (nil, error) }
    }

    /// Adds something of every sort.
    private static func extend(_ builder: inout ElementBuilder) {
        builder.attribute("copied", "'")
        builder.child("copy") { $0.language("x") }
        builder.text("<copy>")
        if let element = outcome(of: builder).0 { builder.element(element) }
    }

    // MARK: What it means

    private mutating func start(_ name: String, _ namespace: String) {
        flush()
        tag = ("{\(escaped(namespace))}\(name)", [])
    }

    private mutating func end(_ name: String, _ namespace: String) {
        flush()
        lines += Array("END\t{\(escaped(namespace))}\(name)\n".utf8)
    }

    private mutating func flush() {
        flushTag()
        if !text.isEmpty { lines += Array("TEXT\t\(escaped(text))\n".utf8) }
        text = ""
    }

    private mutating func flushTag() {
        guard let (name, attributes) = tag else { return }
        tag = nil
        let sorted = attributes.sorted { left, right in
            left.namespace.utf8.elementsEqual(right.namespace.utf8)
                ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
                : left.namespace.utf8.lexicographicallyPrecedes(right.namespace.utf8)
        }
        let written = sorted.map { "\t{\(escaped($0.namespace))}\($0.name)=\(escaped($0.value))" }
        lines += Array("START\t\(name)\(written.joined())\n".utf8)
    }

    private func escaped(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
                    switch scalar {
                    case "\\": ["\\", "\\"]
                    case "\n": ["\\", "n"]
                    case "\r": ["\\", "r"]
                    case "\t": ["\\", "t"]
                    default: [scalar]
                    }
                }))
    }

    // MARK: Operands

    private static let plainNames = ["message", "body", "a", "to", "x-y", "\u{E9}t\u{E9}", "ns0", "_1"]
    private static let oddNames = [
        "xmlns", "xml", "a:b", "", " ", "1a", "a b", "a'/><b", "e\u{301}", "xmlns:a", "\u{0}",
    ]
    private static let namespaces = ["", "jabber:client", "jabber:server", "urn:q", "urn:'<&\">", "a\r\n\tb"]
    private static let oddNamespaces = [NamespaceName.xml.text, NamespaceName.xmlns.text, "\u{0}", "a\u{FFFE}"]
    private static let plainTexts = ["", "x", "]]>", "<&>'\"", "\r\n\t", "\u{1F600}", "</x>", "&#0;", "e\u{301}"]

    private mutating func name() -> String {
        let byte = bytes.popFirst() ?? 0
        if byte & 0x40 == 0 { return Self.plainNames[Int(byte) % Self.plainNames.count] }
        isPlain = false
        if byte & 0x80 == 0 { return Self.oddNames[Int(byte) % Self.oddNames.count] }
        return raw()
    }

    private mutating func namespace() -> String {
        let byte = bytes.popFirst() ?? 0
        if byte & 0x40 == 0 { return Self.namespaces[Int(byte) % Self.namespaces.count] }
        isPlain = false
        if byte & 0x80 == 0 { return Self.oddNamespaces[Int(byte) % Self.oddNamespaces.count] }
        return raw()
    }

    private mutating func string() -> String {
        let byte = bytes.popFirst() ?? 0
        if byte & 0x40 == 0 { return Self.plainTexts[Int(byte) % Self.plainTexts.count] }
        isPlain = false
        return raw()
    }

    private mutating func raw() -> String {
        let count = min(bytes.count, Int(bytes.popFirst() ?? 0) % 32)
        defer { bytes = bytes.dropFirst(count) }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    private static func isFit(_ namespace: String) -> Bool {
        !XMLWriter.refuses(RootTag(name: "r", namespace: namespace))
    }
}
