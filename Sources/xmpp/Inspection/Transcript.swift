import XMLStream

/// The lines that `xmpp inspect` writes for what was read.
struct Transcript {
    /// When something was complete, and who sent it.
    struct Moment {
        let direction: String
        /// Seconds since the capture began, where that is known.
        let time: Double?

        /// Whether it came from the initiating entity.
        var isFromInitiator: Bool { direction == "c2s" || direction == "initiator" }
    }

    let showsElements: Bool
    let showsSecrets: Bool
    var page: Page

    init(isColoured: Bool, showsElements: Bool, showsSecrets: Bool) {
        page = Page(isColoured: isColoured)
        self.showsElements = showsElements
        self.showsSecrets = showsSecrets
    }

    mutating func writeTitle(_ path: String) {
        if !showsElements { return }
        page.write("━━ ", .dim)
        page.write(foreign: path, .strong)
        page.endLine()
    }

    /// Writes what a recorder noted. A note that quotes XML is left out: the bytes come themselves, masked if need be.
    mutating func writeNote(_ note: String, at time: Double?) {
        if !showsElements || note.contains("<") { return }
        page.write("· \(Figures.padded("note", 10))\(Transcript.column(time))", .dim)
        page.write(foreign: note, .dim)
        page.endLine()
    }

    mutating func write(_ item: StreamReader.Item, _ moment: Moment) {
        switch item.event {
        case .violated(let violation, let offset): writeViolation(violation, at: offset, moment)
        case .closed:
            if showsElements { writeHead("stream closed", .dim, item.range, moment) }
        case .opened(let header):
            if showsElements {
                writeHead("stream header", .strong, item.range, moment)
                write(header)
            }
        case .element(let element):
            if !showsElements { return }
            let kind = ElementKind(element)
            if case .streamError = kind {
                writeHead(kind.title, .bad, item.range, moment)
            } else {
                writeHead(kind.title, .strong, item.range, moment)
            }
            write(element)
        }
    }

    /// Writes what is left of a direction when its file has ended.
    mutating func writeEnd(of direction: Direction, _ name: String) {
        if !showsElements { return }
        let unfinished = direction.stream.unfinishedByteCount + direction.http.unfinishedByteCount
        var remarks: [String] = []
        if unfinished > 0 { remarks.append("\(Figures.bytes(unfinished)) of something unfinished") }
        if direction.stream.isOpen { remarks.append("the stream was not closed") }
        let ignored = direction.stream.ignoredByteCount
        if ignored > 0 { remarks.append("\(Figures.bytes(ignored)) behind the violation not read") }
        if remarks.isEmpty { return }
        page.write("· end of ", .dim)
        page.write(foreign: name, .dim)
        page.write(": " + remarks.joined(separator: "; "), .dim)
        page.endLine()
    }

    private mutating func writeViolation(_ violation: XMLViolation, at offset: Int64, _ moment: Moment) {
        if !showsElements { return }
        writeSource(moment)
        page.write("violation: \(violation.condition)", .bad)
        page.write(" at byte \(Figures.count(Int(offset))), expected \(violation.expected)")
        page.endLine()
    }

    private mutating func writeHead(_ title: String, _ ink: Ink, _ range: Range<Int64>, _ moment: Moment) {
        writeSource(moment)
        page.write(foreign: Figures.padded(title, 16), ink)
        let bounds = "\(Figures.count(Int(range.lowerBound)))–\(Figures.count(Int(range.upperBound)))"
        page.write("  \(Figures.padded(Figures.bytes(range.count), 11)) \(bounds)", .dim)
        page.endLine()
    }

    private mutating func writeSource(_ moment: Moment) {
        let ink = moment.isFromInitiator ? Ink.sent : .received
        page.write(moment.isFromInitiator ? "→ " : "← ", ink)
        page.write(foreign: Figures.padded(moment.direction, 10), ink)
        page.write(Transcript.column(moment.time), .dim)
    }

    /// Writes an element over several lines, its credentials masked unless they are asked for.
    mutating func write(_ element: Element) {
        var printer = MarkupPrinter()
        if !showsSecrets { printer.secrets = Secrets(in: element) }
        var bytes = element.withStoredBytes { [UInt8](copying: $0) }
        // A stream header holds its tag up to the bracket.
        if bytes.last != UInt8(ascii: ">") { bytes.append(UInt8(ascii: ">")) }
        printer.write(Markup(bytes), margin: 4, to: &page)
    }

    private static func column(_ time: Double?) -> String {
        time.map { Figures.padded(Figures.time($0), 11) } ?? ""
    }
}
