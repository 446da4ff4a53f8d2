import Foundation

/// Numbers as people read them.
enum Figures {
    /// 1234567 as 1,234,567.
    static func count(_ number: Int) -> String {
        var text = String(number.magnitude)
        var place = text.count - 3
        while place > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
            place -= 3
        }
        return number < 0 ? "-" + text : text
    }

    /// With the unit that leaves one to three digits.
    static func bytes(_ number: Int) -> String {
        if number < 1024 { return number == 1 ? "1 byte" : "\(number) bytes" }
        var value = Double(number) / 1024
        var unit = "KiB"
        for larger in ["MiB", "GiB", "TiB"] where value >= 1024 {
            value /= 1024
            unit = larger
        }
        return String(format: "%.1f %@", value, unit)
    }

    /// Seconds since a capture began.
    static func time(_ seconds: Double) -> String { String(format: "%.4f s", seconds) }

    static func milliseconds(_ seconds: Double) -> String { String(format: "%.2f ms", seconds * 1000) }

    /// A name padded to `width` columns.
    static func padded(_ text: String, _ width: Int) -> String {
        text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
    }
}
