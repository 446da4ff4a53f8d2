#if NIO && Tool
    /// Runs the lanes beside one another, and the cases of a lane one after the other.
    struct Schedule {
        private let lanes: [[(number: Int, case: InteropCase)]]
        private let place: Place

        init(_ lanes: [[InteropCase]], at place: Place) {
            var number = 0
            self.lanes = lanes.map { lane in
                lane.map { item in
                    number += 1
                    return (number, item)
                }
            }
            self.place = place
        }

        /// Runs all, telling each row when it is known.
        ///
        /// - Returns: The rows, in the order of the catalogue.
        func run(_ tell: @escaping @Sendable (Row) async -> Void) async -> [Row] {
            await withTaskGroup(of: [Row].self) { group in
                for lane in lanes {
                    group.addTask {
                        var rows: [Row] = []
                        for (number, item) in lane {
                            let row = await row(of: item, number)
                            await tell(row)
                            rows.append(row)
                        }
                        return rows
                    }
                }
                return await group.reduce(into: []) { $0 += $1 }.sorted { $0.number < $1.number }
            }
        }

        private func row(of item: InteropCase, _ number: Int) async -> Row {
            let begun = ContinuousClock.now
            let (result, detail) = await outcome(of: item)
            return Row(
                number: number, peer: place.title(of: item.peer), topic: item.topic, name: item.name, result: result,
                time: ContinuousClock.now - begun, detail: detail)
        }

        private func outcome(of item: InteropCase) async -> (Row.Result, String) {
            if let reason = place.missing[item.peer] { return (.skipped, reason) }
            let place = place
            do {
                let detail = try await withThrowingTaskGroup(of: String.self) { group in
                    group.addTask { try await item.attempt(place) }
                    group.addTask {
                        try await Task.sleep(for: item.limit)
                        throw Mismatch("not done after \(item.limit.inSeconds)")
                    }
                    defer { group.cancelAll() }
                    return try await group.next().required("outcome")
                }
                return (.passed, detail)
            } catch let reason as Skipped {
                return (.skipped, reason.description)
            } catch {
                return (.failed, "\(error)")
            }
        }
    }
#endif
