import XMLStream

/// Reads captures and writes what was said in them, element by element.
struct Inspector: ~Copyable {
    struct Options {
        var limits = XMLLimits.unbounded
        /// Whether credentials are written as they are.
        var showsSecrets = false
        /// Whether elements are shown, or only counted.
        var showsElements = true
    }

    let options: Options
    var transcript: Transcript
    var summary = Summary()
    private var scratch = StreamScratch()
    private var directions: [String: Direction] = [:]

    init(options: Options = Options(), isColoured: Bool = false) {
        self.options = options
        transcript = Transcript(
            isColoured: isColoured, showsElements: options.showsElements, showsSecrets: options.showsSecrets)
    }

    /// Reads one file; what was seen goes to the transcript and the summary.
    ///
    /// - Parameter progress: Is called after each piece, with the bytes read so far and what is to be written.
    /// - Throws: `ByteSource.Unreadable` where it cannot be read; then what was read before has been told.
    mutating func inspect(
        _ source: ByteSource, progress: (Int, inout Page) throws -> Void = { _, _ in }
    ) throws {
        directions = [:]
        summary.fileCount += 1
        transcript.writeTitle(source.path)
        let name = Inspector.direction(of: source.path)
        var format: CaptureFormat?
        var lines = LineBuffer()
        var lineNumber = 0
        var read = 0
        while let piece = try source.next() {
            read += piece.count
            let known = format ?? CaptureFormat(of: piece)
            format = known
            switch known {
            case .lines, .webSocket:
                for line in lines.receive(piece) {
                    lineNumber += 1
                    try receive(line: line, known, from: name, at: "\(source.path):\(lineNumber)")
                }
            case .streams: receive(.stream, piece, from: name, at: nil)
            case .http: receive(.http, piece, from: name, at: nil)
            }
            try progress(read, &transcript.page)
        }
        for line in lines.finish() {
            try receive(line: line, format ?? .lines, from: name, at: "\(source.path):\(lineNumber + 1)")
        }
        for (name, direction) in directions.sorted(by: { $0.key < $1.key }) {
            transcript.writeEnd(of: direction, name)
        }
        try progress(read, &transcript.page)
    }

    private mutating func receive(
        line: [UInt8], _ format: CaptureFormat, from name: String, at place: String
    ) throws {
        if line.allSatisfy(StreamStart.isSpace) { return }
        if format == .webSocket {
            // Without the frames, what is no XML can only have been the payload of a control frame.
            var direction = directions.removeValue(forKey: name) ?? Direction(limits: options.limits)
            direction.isBehindControlFrame = true
            directions[name] = direction
            receive(.webSocketMessage, line, from: name, at: nil)
            return
        }
        guard let record = try? CaptureLine(json: line) else {
            throw ByteSource.Unreadable(path: place, reason: "this is no line of a capture")
        }
        if let note = record.note { transcript.writeNote(note, at: record.t) }
        guard let name = record.dir else { return }
        guard let bytes = record.bytes else {
            throw ByteSource.Unreadable(path: place, reason: "neither text nor base64")
        }
        receive(record.content, bytes, from: name, at: record.t)
    }

    private mutating func receive(
        _ content: CaptureLine.Content, _ bytes: [UInt8], from name: String, at time: Double?
    ) {
        let isFrame = content == .webSocketFrame
        if content == .compressed { return }
        var direction = directions.removeValue(forKey: name) ?? Direction(limits: options.limits)
        let moment = Transcript.Moment(direction: name, time: time)
        switch content {
        case .stream: receive(stream: bytes, &direction, moment)
        case .webSocketMessage:
            if direction.isControlPayload(bytes) {
                transcript.writeNote("payload of a WebSocket control frame", at: time)
            } else {
                receive(message: bytes, offset: Int64(direction.byteCount), &direction, moment)
            }
        case .http:
            for part in direction.http.receive(bytes) {
                switch part {
                case .head: break
                case .body(let body, let offset): receive(message: body, offset: offset, &direction, moment)
                case .fault(let text): transcript.writeNote(text, at: time)
                }
            }
        case .webSocketFrame, .compressed: break
        }
        if isFrame {
            direction.isBehindControlFrame = (bytes.first ?? 0) & 0x08 != 0
        } else {
            direction.isBehindControlFrame = false
            direction.byteCount += bytes.count
            summary.count(bytes.count, from: name)
        }
        directions[name] = direction
    }

    private mutating func receive(stream bytes: [UInt8], _ direction: inout Direction, _ moment: Transcript.Moment) {
        let begin = ContinuousClock.now
        let items = direction.stream.receive(bytes, using: &scratch)
        summary.parsing += ContinuousClock.now - begin
        summary.parsedByteCount += bytes.count
        for item in items {
            switch item.event {
            case .opened: summary.streamCount += 1
            case .element(let element): summary.count(ElementKind(element))
            case .violated: summary.violationCount += 1
            case .closed: break
            }
            transcript.write(item, moment)
        }
    }

    private mutating func receive(
        message bytes: [UInt8], offset: Int64, _ direction: inout Direction, _ moment: Transcript.Moment
    ) {
        if bytes.isEmpty { return }
        summary.messageCount += 1
        summary.parsedByteCount += bytes.count
        let begin = ContinuousClock.now
        let event: StreamReader.Item.Event
        do throws(XMLViolation) {
            let element = try MessageReader(limits: options.limits).read(bytes, using: &scratch)
            summary.parsing += ContinuousClock.now - begin
            guard let element else { return }
            count(message: element)
            event = .element(element)
        } catch {
            summary.parsing += ContinuousClock.now - begin
            summary.violationCount += 1
            event = .violated(error, at: offset + error.byteOffset)
        }
        let range = offset..<offset + Int64(bytes.count)
        transcript.write(StreamReader.Item(event: event, range: range), moment)
    }

    /// Counts a document, or what a BOSH body wraps.
    private mutating func count(message element: Element) {
        guard element.isNamed("body", in: "http://jabber.org/protocol/httpbind") else {
            summary.count(ElementKind(element))
            return
        }
        for child in element.children { summary.count(ElementKind(child)) }
    }

    /// Which side sent the bytes of a file that does not say it, by its name: NAME.c2s.xml.
    static func direction(of path: String) -> String {
        let parts = path.split(separator: ".").map(String.init)
        return parts.last { ["c2s", "s2c", "initiator", "receiver"].contains($0) } ?? "file"
    }
}
