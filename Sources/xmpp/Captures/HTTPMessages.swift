import Foundation

/// Takes the bodies out of the HTTP messages that one side sent (RFC 9112), as far as BOSH needs it.
struct HTTPMessages {
    /// A part of a message that became complete.
    enum Part: Equatable {
        /// The first line of a head.
        case head(String)
        /// A whole body, and where its first byte stands among all that this side sent.
        case body([UInt8], offset: Int64)
        /// What cannot be read, in English. Nothing is read from then on.
        case fault(String)
    }

    private enum State {
        case head, body(Int), chunkSize, chunk(Int), trailer, failed
    }

    private var state = State.head
    /// What came and is not yet understood, from `start` on; what is before that is understood.
    private var rest: [UInt8] = []
    private var start = 0
    /// Up to here there is no end of a line or head, so that it is looked for once.
    private var searched = 0
    /// Where the byte at `start` stands among all that this side sent.
    private var restOffset: Int64 = 0
    private var chunked: [UInt8] = []
    private var bodyOffset: Int64 = 0
    /// Bytes copied, moved up and looked at so far: at most four for each that came, which the tests hold it to.
    private(set) var touchedByteCount = 0

    /// Takes the next bytes and returns the parts that they complete.
    ///
    /// - Complexity: O(*n*) in the bytes, however they are cut.
    mutating func receive(_ bytes: [UInt8]) -> [Part] {
        // Whatever follows the last part came with it, so no byte is moved twice.
        touchedByteCount += bytes.count + (start > 0 ? available : 0)
        rest.removeFirst(start)
        searched = max(0, searched - start)
        start = 0
        rest += bytes
        var parts: [Part] = []
        while let part = next() { parts += part }
        return parts
    }

    /// Bytes of a message of which the rest did not come.
    var unfinishedByteCount: Int { available + chunked.count }

    private var available: Int { rest.count - start }

    /// One step, or nil where more bytes are needed.
    private mutating func next() -> [Part]? {
        switch state {
        case .head:
            guard let head = take(behind: "\r\n\r\n") else { return nil }
            return enter(head)
        case .body(let count):
            guard let body = take(count) else { return nil }
            state = .head
            return [.body(body, offset: restOffset - Int64(count))]
        case .chunkSize:
            guard let line = take(behind: "\r\n") else { return nil }
            let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\r") }
            guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
                state = .failed
                return [.fault("an HTTP chunk without its size")]
            }
            state = size == 0 ? .trailer : .chunk(size)
            return []
        case .chunk(let count):
            guard available >= 2, available - 2 >= count, let data = take(count), take(2) != nil else { return nil }
            chunked += data
            state = .chunkSize
            return []
        case .trailer:
            guard let line = take(behind: "\r\n") else { return nil }
            if line.count > 2 { return [] }
            state = .head
            defer { chunked = [] }
            return [.body(chunked, offset: bodyOffset)]
        case .failed:
            start = rest.count
            return nil
        }
    }

    /// Reads what follows a head from its fields.
    private mutating func enter(_ head: [UInt8]) -> [Part] {
        let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
        let first = lines.first ?? ""
        guard first.hasPrefix("HTTP/") || first.contains(" HTTP/") else {
            state = .failed
            return [.fault("no HTTP message")]
        }
        bodyOffset = restOffset
        for line in lines.dropFirst() {
            let field = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard field.count == 2 else { continue }
            switch field[0].lowercased() {
            case "content-length":
                guard let count = Int(field[1]), count >= 0 else {
                    state = .failed
                    return [.head(first), .fault("an HTTP message without its length")]
                }
                if count > 0 { state = .body(count) }
            case "transfer-encoding" where field[1].lowercased() == "chunked":
                state = .chunkSize
                return [.head(first)]
            default: break
            }
        }
        return [.head(first)]
    }

    private mutating func take(_ count: Int) -> [UInt8]? {
        guard available >= count else { return nil }
        defer {
            start += count
            restOffset += Int64(count)
            touchedByteCount += count
        }
        return Array(rest[start..<start + count])
    }

    private mutating func take(behind mark: String) -> [UInt8]? {
        searched = max(searched, start)
        let first = searched
        defer { touchedByteCount += searched - first }
        while rest.count - searched >= mark.utf8.count {
            if rest[searched] == 0x0D, rest[searched...].starts(with: mark.utf8) {
                return take(searched + mark.utf8.count - start)
            }
            searched += 1
        }
        return nil
    }
}
