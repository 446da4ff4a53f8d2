/// Bars of how many times faster than libexpat each layer is: one panel a workload, one group of bars a chunk size.
struct RatioChart {
    private struct Frame {
        let x: Double, y: Double, width: Double, height: Double
    }

    let report: Report
    let chunks: [Int]
    private let layers: [Layer]
    /// The top of every panel's scale.
    private let top: Double

    init(_ report: Report, chunks: [Int]) {
        self.report = report
        self.chunks = chunks.filter { chunk in report.comparisons.contains { $0.measurement.chunk == chunk } }
        layers = Layer.allCases.filter { layer in
            layer != .expat && !layer.isEngine && report.comparisons.contains { $0.measurement.layer == layer }
        }
        top = max(2, report.comparisons.map(\.ratio).max() ?? 0) * 1.1
    }

    var svg: String {
        let streams = report.streams.filter { $0.workload != Workload.sent.rawValue }
        let below = max(0, streams.count - 1)
        var drawing = SVGDocument(width: 1180, height: 440 + Double((below + 1) / 2) * 270)
        drawing.label("Times as fast as libexpat in namespace mode", x: 40, y: 38, size: 20, bold: true)
        drawing.label(
            "CPU time, best of \(report.rounds) interleaved rounds in one process, at different chunk sizes (bytes fed at a time)",
            x: 40, y: 60, size: 13, fill: "#555")
        drawLegend(in: &drawing)
        for (index, stream) in streams.enumerated() {
            if index == 0 {
                draw(stream, in: Frame(x: 70, y: 130, width: 1080, height: 250), &drawing)
            } else {
                let row = Double((index - 1) / 2), column = Double((index - 1) % 2)
                let frame = Frame(x: 70 + column * 560, y: 460 + row * 270, width: 520, height: 170)
                draw(stream, in: frame, &drawing)
            }
        }
        return drawing.text
    }

    private func drawLegend(in drawing: inout SVGDocument) {
        var x = 40.0
        for layer in layers {
            drawing.rectangle(x: x, y: 76, width: 13, height: 13, fill: layer.colour)
            drawing.label(layer.title, x: x + 19, y: 87, size: 13)
            x += 40 + Double(layer.title.count) * 7.2
        }
    }

    private func draw(_ stream: Report.Stream, in frame: Frame, _ drawing: inout SVGDocument) {
        drawing.label(
            "\(stream.workload): \(stream.meanStanzaBytes.decimals(0)) bytes a stanza", x: frame.x, y: frame.y - 10,
            size: 14, bold: true)
        drawScale(in: frame, &drawing)
        let group = frame.width / Double(chunks.count)
        for (index, chunk) in chunks.enumerated() {
            let left = frame.x + Double(index) * group
            drawing.label(
                chunk == 0 ? "whole" : chunk == 1 ? "1 byte" : "\(chunk) bytes", x: left + group / 2,
                y: frame.y + frame.height + 18, size: 12, anchor: .middle, fill: "#444")
            let bars = layers.compactMap { layer in
                report.comparisons.first {
                    $0.measurement.workload == stream.workload && $0.measurement.chunk == chunk
                        && $0.measurement.layer == layer
                }
            }
            let width = min(34, group * 0.86 / Double(max(1, bars.count)))
            var x = left + (group - width * Double(bars.count)) / 2
            for bar in bars {
                let height = frame.height * bar.ratio / top
                let y = frame.y + frame.height - height
                drawing.rectangle(x: x + 1, y: y, width: width - 2, height: height, fill: bar.measurement.layer.colour)
                drawing.label(
                    bar.ratio.decimals(bar.ratio < 9.95 ? 1 : 0), x: x + width / 2, y: y - 4,
                    size: width > 24 ? 11 : 9, anchor: .middle, fill: "#333")
                x += width
            }
        }
    }

    private func drawScale(in frame: Frame, _ drawing: inout SVGDocument) {
        let step = [1.0, 2, 5, 10, 20, 50].first { top / $0 <= 7 } ?? 100
        var value = 0.0
        while value <= top {
            let y = frame.y + frame.height * (1 - value / top)
            drawing.line(
                x1: frame.x, y1: y, x2: frame.x + frame.width, y2: y, stroke: value == 0 ? "#888" : "#e4e4e4")
            drawing.label("\(value.decimals(0))×", x: frame.x - 6, y: y + 4, size: 11, anchor: .end, fill: "#777")
            value += step
        }
        let parity = frame.y + frame.height * (1 - 1 / top)
        drawing.line(
            x1: frame.x, y1: parity, x2: frame.x + frame.width, y2: parity, stroke: "#c0392b", dashed: true)
    }
}

extension Layer {
    fileprivate var title: String {
        switch self {
        case .tokens: "tokens"
        case .elements: "elements"
        case .recycled: "elements, recycled"
        case .writing: "writing"
        case .verbatim: "writing verbatim"
        case .client: "a client's stream"
        case .server: "a server's stream"
        case .sending: "sending"
        case .expat: "libexpat (dashed line)"
        case .expatTree: "libexpat with a malloc tree"
        }
    }

    fileprivate var colour: String {
        switch self {
        case .tokens: "#1f6fb4"
        case .elements: "#2a9d8f"
        case .recycled: "#8ac926"
        case .writing: "#f4a259"
        case .verbatim: "#e76f51"
        case .client: "#5e548e"
        case .server: "#9f86c0"
        case .sending: "#be95c4"
        case .expat: "#c0392b"
        case .expatTree: "#a9a9a9"
        }
    }
}
