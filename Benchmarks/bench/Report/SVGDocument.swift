/// A drawing under construction: a few shapes, in the order they are painted.
struct SVGDocument {
    enum Anchor: String { case start, middle, end }

    private let width: Double
    private let height: Double
    private var shapes = ""

    /// A drawing on a white ground, in pixels.
    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, fill: String) {
        shapes += """
            <rect x="\(x.svg)" y="\(y.svg)" width="\(width.svg)" height="\(height.svg)" rx="1.5" fill="\(fill)"/>\n
            """
    }

    mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, stroke: String, dashed: Bool = false) {
        let dash = dashed ? " stroke-dasharray=\"5 4\"" : ""
        shapes += """
            <line x1="\(x1.svg)" y1="\(y1.svg)" x2="\(x2.svg)" y2="\(y2.svg)" stroke="\(stroke)"\(dash)/>\n
            """
    }

    /// - Parameter text: Plain text; it is escaped here.
    mutating func label(
        _ text: String, x: Double, y: Double, size: Double, anchor: Anchor = .start, fill: String = "#222",
        bold: Bool = false
    ) {
        let weight = bold ? " font-weight=\"600\"" : ""
        shapes += """
            <text x="\(x.svg)" y="\(y.svg)" font-size="\(size.svg)" text-anchor="\(anchor.rawValue)" \
            fill="\(fill)"\(weight)>\(Self.escaped(text))</text>\n
            """
    }

    var text: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width.svg) \(height.svg)" width="\(width.svg)" \
        height="\(height.svg)" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif">
        <rect width="100%" height="100%" fill="#fff"/>
        \(shapes)</svg>

        """
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}

extension Double {
    /// With one decimal, which is finer than a pixel.
    fileprivate var svg: String { decimals(1) }
}
