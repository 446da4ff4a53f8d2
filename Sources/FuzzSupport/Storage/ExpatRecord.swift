import CExpat

/// The canonical event lines of what expat's handlers are told.
final class ExpatRecord {
    private(set) var lines: [UInt8] = []
    private var isInText = false

    /// What stands between a namespace and a local name.
    static let separator: UInt8 = 1

    /// The record that expat was given as its user data.
    static func of(_ pointer: UnsafeMutableRawPointer?) -> ExpatRecord? {
        // SAFETY: the oracle keeps its record alive as long as its parser.
        unsafe pointer.map { unsafe Unmanaged<ExpatRecord>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        finish()
        lines.append(contentsOf: "START\t".utf8)
        unsafe appendName(ExpandedName(name))
        var pairs: [(name: ExpandedName, value: [UInt8])] = []
        var index = 0
        // SAFETY: expat ends the list of names and values with a null pointer.
        while let attributes = unsafe attributes, let name = unsafe attributes[index] {
            unsafe pairs.append((ExpandedName(name), ExpandedName.bytes(attributes[index + 1])))
            index += 2
        }
        pairs.sort { $0.name < $1.name }
        for pair in pairs {
            lines.append(0x09)
            appendName(pair.name)
            lines.append(0x3D)
            appendEscaped(pair.value)
        }
        lines.append(0x0A)
    }

    func end(_ name: UnsafePointer<XML_Char>?) {
        finish()
        lines.append(contentsOf: "END\t".utf8)
        unsafe appendName(ExpandedName(name))
        lines.append(0x0A)
    }

    func text(_ characters: UnsafePointer<XML_Char>?, _ count: Int) {
        if !isInText { lines.append(contentsOf: "TEXT\t".utf8) }
        isInText = true
        // SAFETY: expat says how many bytes there are.
        for byte in unsafe Array(UnsafeBufferPointer(start: characters, count: count)) {
            appendEscaped(UInt8(bitPattern: byte))
        }
    }

    /// Ends a line of text.
    func finish() {
        if isInText { lines.append(0x0A) }
        isInText = false
    }

    private func appendName(_ name: ExpandedName) {
        lines.append(0x7B)
        appendEscaped(name.namespace)
        lines.append(0x7D)
        appendEscaped(name.local)
    }

    private func appendEscaped(_ bytes: [UInt8]) {
        for byte in bytes { appendEscaped(byte) }
    }

    private func appendEscaped(_ byte: UInt8) {
        switch byte {
        case 0x09: lines.append(contentsOf: #"\t"#.utf8)
        case 0x0A: lines.append(contentsOf: #"\n"#.utf8)
        case 0x0D: lines.append(contentsOf: #"\r"#.utf8)
        case 0x5C: lines.append(contentsOf: #"\\"#.utf8)
        default: lines.append(byte)
        }
    }
}

/// A namespace and a local name, taken apart from what expat says.
private struct ExpandedName: Comparable {
    let namespace: [UInt8]
    let local: [UInt8]

    init(_ name: UnsafePointer<XML_Char>?) {
        let bytes = unsafe ExpandedName.bytes(name)
        let separator = bytes.lastIndex(of: ExpatRecord.separator)
        namespace = Array(bytes[..<(separator ?? 0)])
        local = Array(bytes[(separator.map { $0 + 1 } ?? 0)...])
    }

    static func < (left: ExpandedName, right: ExpandedName) -> Bool {
        left.namespace == right.namespace
            ? left.local.lexicographicallyPrecedes(right.local)
            : left.namespace.lexicographicallyPrecedes(right.namespace)
    }

    /// The bytes before the NUL.
    static func bytes(_ text: UnsafePointer<XML_Char>?) -> [UInt8] {
        guard let text = unsafe text else { return [] }
        var bytes: [UInt8] = []
        var index = 0
        // SAFETY: expat ends its names and values with a NUL.
        while unsafe text[index] != 0 {
            bytes.append(unsafe UInt8(bitPattern: text[index]))
            index += 1
        }
        return bytes
    }
}
