#if Tool
    import ArgumentParser
    import Foundation

    /// How the commands end, beside success and wrong usage (64).
    extension ExitCode {
        /// The input broke a rule.
        static let violation = ExitCode(1)
        /// What was asked for cannot be done here.
        static let unavailable = ExitCode(2)
        /// A file could not be read (EX_NOINPUT).
        static let unreadable = ExitCode(66)
        /// Output could not be written (EX_IOERR).
        static let unwritable = ExitCode(74)
    }

    extension FileHandle {
        /// Writes all of the bytes.
        ///
        /// - Throws: `ExitCode.unwritable` where that fails: nobody is left to be told.
        func put(_ bytes: [UInt8]) throws(ExitCode) {
            if bytes.isEmpty { return }
            do {
                try write(contentsOf: Data(bytes))
            } catch {
                throw .unwritable
            }
        }

        /// Writes what is wrong on a line of its own, names of files and all made visible.
        func put(complaint text: String) throws(ExitCode) { try put(Array("xmpp: \(Page.visible(text))\n".utf8)) }
    }
#endif
