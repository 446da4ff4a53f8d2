import Foundation

/// Where a password comes from: a file, or else the environment. Never the command line, which others can read.
struct PasswordSource {
    /// There is none.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// The variable of the environment.
    static let variable = "XMPP_PASSWORD"

    /// A file whose first line it is; nil for the environment.
    let file: String?
    var environment = ProcessInfo.processInfo.environment

    /// The password.
    ///
    /// - Parameter warn: Told what is not as it should be, though it works.
    /// - Throws: `Missing`, or `ByteSource.Unreadable`.
    func password(_ warn: (String) throws -> Void) throws -> String {
        guard let file else {
            guard let password = environment[Self.variable], !password.isEmpty else {
                throw Missing(description: "there is no password: give --password-file, or set \(Self.variable)")
            }
            return password
        }
        let text = try TextFile.read(file)
        if file != "-", TextFile.isReadByOthers(file) {
            try warn("\(file) holds a password, and others can read it: chmod 600")
        }
        guard let line = TextFile.lines(of: text).first, !line.isEmpty else {
            throw Missing(description: "there is no password in the first line of \(file)")
        }
        return String(line)
    }
}
