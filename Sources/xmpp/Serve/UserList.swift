#if Tool && NIO
    import UnicodeProfiles
    import XMPPAddress
    import XMPPSASL

    /// The users in a file: a name, a colon and a password in each line; lines that begin with `#` and empty ones are left out.
    struct UserList: Equatable {
        /// A user.
        struct User: Equatable {
            /// The localpart of the address.
            let name: String
            /// As SASLprep leaves it.
            let password: Secret

            /// A user with names as people write them.
            ///
            /// - Throws: `AddressViolation` for a name that no address can have, `ProfileViolation` for such a password.
            init(name: String, password: String, at domain: JID) throws {
                self.name = try domain.with(localpart: name).localpart ?? name
                self.password = try SCRAMDerivation.prepared(password: password)
            }
        }

        /// A line that says nothing of use. It prints without the password.
        struct BadLine: Error, Equatable, CustomStringConvertible {
            let number: Int
            let reason: String
            var description: String { "line \(number): \(reason)" }
        }

        /// The users, in order.
        let users: [User]

        /// Reads a list.
        ///
        /// - Throws: `BadLine`, the first there is.
        init(_ text: String, at domain: JID) throws(BadLine) {
            var users: [User] = []
            var names: Set<String> = []
            for (index, line) in TextFile.lines(of: text).enumerated() {
                let start = line.drop { $0 == " " || $0 == "\t" }
                if start.isEmpty || start.first == "#" { continue }
                let number = index + 1
                guard let colon = line.firstIndex(of: ":") else {
                    throw BadLine(number: number, reason: "there is no colon between a name and a password")
                }
                let name = String(line[..<colon])
                if name.contains("@") {
                    throw BadLine(number: number, reason: "the name is what stands before the @ of an address")
                }
                let user: User
                do {
                    user = try User(name: name, password: String(line[line.index(after: colon)...]), at: domain)
                } catch let error as AddressViolation {
                    throw BadLine(number: number, reason: "the name cannot be in an address: \(error)")
                } catch {
                    throw BadLine(number: number, reason: "the password cannot be used: \(error)")
                }
                if !names.insert(user.name).inserted {
                    throw BadLine(number: number, reason: "the name \(user.name) is there already")
                }
                users.append(user)
            }
            self.users = users
        }
    }
#endif
