/// Combining marks in the order of their classes (Unicode 3.11, D109).
enum CanonicalOrder {
    /// Sorts each run of marks by class and leaves those of one class in their order.
    ///
    /// - Complexity: O(*n*): longer runs are sorted by counting, so that a million marks cost no more than a million
    ///   times one.
    static func sort(_ scalars: inout [MappedScalar]) {
        var index = 0
        while index < scalars.count {
            guard scalars[index].combiningClass != 0 else {
                index &+= 1
                continue
            }
            let start = index
            var isSorted = true
            index &+= 1
            while index < scalars.count, scalars[index].combiningClass != 0 {
                if scalars[index].combiningClass < scalars[index &- 1].combiningClass { isSorted = false }
                index &+= 1
            }
            if isSorted { continue }
            if index &- start <= mostByInsertion {
                insertionSort(&scalars, start..<index)
            } else {
                countingSort(&scalars, start..<index)
            }
        }
    }

    private static func insertionSort(_ scalars: inout [MappedScalar], _ run: Range<Int>) {
        for index in run.dropFirst() {
            let scalar = scalars[index]
            var hole = index
            while hole > run.lowerBound, scalars[hole &- 1].combiningClass > scalar.combiningClass {
                scalars[hole] = scalars[hole &- 1]
                hole &-= 1
            }
            scalars[hole] = scalar
        }
    }

    private static func countingSort(_ scalars: inout [MappedScalar], _ run: Range<Int>) {
        let copy = Array(scalars[run])
        // Where the next mark of each class goes.
        var places = [Int](repeating: 0, count: 257)
        for scalar in copy { places[Int(scalar.combiningClass) &+ 1] &+= 1 }
        for combiningClass in 1..<257 { places[combiningClass] &+= places[combiningClass &- 1] }
        for scalar in copy {
            let combiningClass = Int(scalar.combiningClass)
            scalars[run.lowerBound &+ places[combiningClass]] = scalar
            places[combiningClass] &+= 1
        }
    }

    /// Up to here moving marks by one place is quicker than counting them.
    private static let mostByInsertion = 32
}
