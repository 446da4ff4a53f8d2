import Foundation

/// A file, or standard input for `-`, read piece by piece.
struct ByteSource {
    /// A file that could not be read, and why.
    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        let reason: String

        var description: String { "cannot read \(path): \(reason)" }
    }

    let path: String
    /// Bytes in all, where that is known.
    let byteCount: Int?
    private let handle: FileHandle

    init(path: String) throws(Unreadable) {
        self.path = path
        if path == "-" {
            byteCount = nil
            handle = .standardInput
            return
        }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
            throw Unreadable(path: path, reason: "no such file")
        }
        if attributes[.type] as? FileAttributeType == .typeDirectory {
            throw Unreadable(path: path, reason: "it is a directory")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Unreadable(path: path, reason: "no permission")
        }
        self.handle = handle
        byteCount = (attributes[.size] as? NSNumber)?.intValue
    }

    /// The next piece, or nil at the end.
    func next(atMost count: Int = 64 << 10) throws(Unreadable) -> [UInt8]? {
        do {
            guard let data = try handle.read(upToCount: count), !data.isEmpty else { return nil }
            return [UInt8](data)
        } catch {
            throw Unreadable(path: path, reason: error.localizedDescription)
        }
    }

    /// All that is left.
    func readAll() throws(Unreadable) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(byteCount ?? 0)
        while let piece = try next(atMost: 1 << 20) { bytes += piece }
        return bytes
    }
}
