import Foundation

/// A bar on standard error that says how much of a long file has been read.
struct ProgressBar {
    private let path: String
    private let byteCount: Int
    private var shown = -1

    /// A bar for a file of so many bytes, or nil where it is too short to need one.
    init?(path: String, byteCount: Int?) {
        guard let byteCount, byteCount >= ProgressBar.leastByteCount else { return nil }
        self.path = Page.visible(path)
        self.byteCount = byteCount
    }

    /// What the bar looks like when so many bytes have been read, or nil where it looks as it does already.
    mutating func line(at read: Int) -> String? {
        let percent = min(100, read * 100 / byteCount)
        if percent == shown { return nil }
        shown = percent
        let filled = percent * ProgressBar.width / 100
        let bar = String(repeating: "━", count: filled) + String(repeating: "┄", count: ProgressBar.width - filled)
        return "\r\u{1B}[K\(bar) \(percent)% of \(Figures.bytes(byteCount)), \(path)"
    }

    /// Whether the whole file has been read.
    var isDone: Bool { shown == 100 }

    /// Takes the bar off the screen.
    static let erasure = "\r\u{1B}[K"

    private static let width = 30
    private static let leastByteCount = 8 << 20
}
