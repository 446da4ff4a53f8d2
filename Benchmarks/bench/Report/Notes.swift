import Foundation

/// What is said around the tables.
enum Notes {
    static func preamble(_ plan: Plan) -> String {
        var text = """
            CPU time of this thread, \(plan.rounds) interleaved rounds; MB/s, ns and the first ratio are the best round's. \
            × = times as fast as
            libexpat in namespace mode (expat-NS), fed the same chunks. Every layer's counts were compared with libexpat's first.
            Writers write elements that have just been parsed, \(WriterContender.windowBytes >> 10) KiB of them at a time; \
            only the writing is timed.

            """
        if plan.chunks.contains(1), plan.bytesAtOneByteChunks < plan.bytes {
            text += "One byte at a time only the first \(plan.bytesAtOneByteChunks >> 10) KiB of each stream are fed.\n"
        }
        if !AllocationCounter.isAvailable { text += "This build does not count allocations.\n" }
        return text
    }

    static func warnAboutDebugBuild() {
        guard !Report(rounds: 0).optimized else { return }
        warn(
            """
            **********************************************************************
            This is a debug build. Its figures mean nothing; use
                swift run -c release bench
            **********************************************************************
            """)
    }

    /// One line that the next one replaces, on a terminal only.
    static func progress(_ line: String) {
        guard isatty(2) == 1 else { return }
        write("\r\u{1b}[2K\(line)")
    }

    static func warn(_ line: String) {
        write(line + "\n")
    }

    /// To standard error, behind all that went to standard output so far.
    private static func write(_ text: String) {
        fflush(nil)
        FileHandle.standardError.write(Data(text.utf8))
    }
}
