#if NIO && Tool
    import Foundation

    /// Lines for whoever watches.
    enum Notes {
        static func tell(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
    }
#endif
