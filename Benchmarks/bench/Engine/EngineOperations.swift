#if Crypto
    import XMLStream

    /// What a login costs: see `Benchmarks/README.md`.
    enum EngineOperations {
        static func all() throws -> [Operation] {
            let login = try EngineLogin()
            return [
                Operation(name: "engine/login", times: 1 << 11) { times in
                    var scratch = StreamScratch()
                    var carried = 0
                    for _ in 0..<times { _ = try login.run(&scratch, carried: &carried) }
                    return carried
                }
            ]
        }
    }
#else
    /// Without the trait Crypto there is nothing to log in with.
    enum EngineOperations {
        static func all() -> [Operation] { [] }
    }
#endif
