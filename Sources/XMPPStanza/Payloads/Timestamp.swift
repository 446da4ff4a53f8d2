/// A moment, as XEP-0082 writes it: `2002-09-10T23:08:25.123Z`.
public struct Timestamp: Hashable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down; leap seconds do not count.
    public let seconds: Int64
    /// Nanoseconds beyond that, below 1 000 000 000.
    public let nanoseconds: UInt32

    /// A moment of the years 1 to 9999; others, and as many nanoseconds as a second has, come out at the nearest end.
    public init(seconds: Int64, nanoseconds: UInt32 = 0) {
        self.seconds = max(Timestamp.first, min(Timestamp.last, seconds))
        self.nanoseconds = min(999_999_999, nanoseconds)
    }

    private static let first: Int64 = -62_135_596_800
    private static let last: Int64 = 253_402_300_799
}

extension Timestamp: Comparable {
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

extension Timestamp: PayloadValue {
    /// A date, a time and an offset (XEP-0082 §3.2). What is finer than a nanosecond is cut off; the sixtieth second of a
    /// leap second is the first of the next minute. The form of before XEP-0082, `20020910T23:08:25`, is read too.
    public init?(payloadText text: String) {
        var digits = DigitReader(text.trimmingXMLSpace.utf8)
        guard let year = digits.number(4) else { return nil }
        let isLegacy = !digits.skip(0x2D)
        guard let month = digits.number(2), isLegacy || digits.skip(0x2D), let day = digits.number(2),
            digits.skip(0x54), let hour = digits.number(2), digits.skip(0x3A), let minute = digits.number(2),
            digits.skip(0x3A), let second = digits.number(2)
        else { return nil }
        guard let nanoseconds = digits.fraction(), let offset = isLegacy && digits.isAtEnd ? 0 : digits.offset(),
            digits.isAtEnd, year > 0, 1...12 ~= month, 1...CivilDate.days(inMonth: month, of: year) ~= day, hour < 24,
            minute < 60, second <= 60
        else { return nil }
        let days = CivilDate(year: year, month: month, day: day).daysSinceEpoch
        let seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset * 60
        guard Timestamp.first...Timestamp.last ~= seconds else { return nil }
        self.init(seconds: seconds, nanoseconds: nanoseconds)
    }

    /// In UTC, with as many digits of the second as it takes.
    public var payloadText: String {
        let days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
        let second = seconds - days * 86400
        let date = CivilDate(daysSinceEpoch: days)
        var text = "\(date.year, digits: 4)-\(date.month, digits: 2)-\(date.day, digits: 2)"
        text += "T\(second / 3600, digits: 2):\(second / 60 % 60, digits: 2):\(second % 60, digits: 2)"
        if nanoseconds > 0 {
            var fraction = "\(Int64(nanoseconds), digits: 9)"
            while fraction.utf8.last == 0x30 { fraction.removeLast() }
            text += "." + fraction
        }
        return text + "Z"
    }
}

extension Timestamp: CustomStringConvertible {
    public var description: String { payloadText }
}

/// A day of the Gregorian calendar, carried back before its beginning.
private struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Counts in spans of 400 years from a first of March on, so that the day of a leap year comes last.
    init(daysSinceEpoch days: Int64) {
        let shifted = days + 719_468
        let span = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofSpan = shifted - span * 146_097
        let yearOfSpan = (ofSpan - ofSpan / 1460 + ofSpan / 36_524 - ofSpan / 146_096) / 365
        let ofYear = ofSpan - (365 * yearOfSpan + yearOfSpan / 4 - yearOfSpan / 100)
        let monthFromMarch = (5 * ofYear + 2) / 153
        day = ofYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfSpan + span * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSinceEpoch: Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let span = shifted / 400
        let yearOfSpan = shifted - span * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let ofYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return span * 146_097 + yearOfSpan * 365 + yearOfSpan / 4 - yearOfSpan / 100 + ofYear - 719_468
    }

    static func days(inMonth month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Reads numbers of a fixed number of digits.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: Substring.UTF8View) { rest = text }

    var isAtEnd: Bool { rest.isEmpty }

    /// So many digits, or nil.
    mutating func number(_ count: Int) -> Int64? {
        guard rest.count >= count, rest.prefix(count).allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        var value: Int64 = 0
        for byte in rest.prefix(count) { value = value * 10 + Int64(byte - 0x30) }
        rest = rest.dropFirst(count)
        return value
    }

    /// Takes a byte if it is this one.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The nanoseconds behind a full stop, or 0 where there is none; nil where there is a full stop without a digit.
    mutating func fraction() -> UInt32? {
        guard skip(0x2E) else { return 0 }
        let digits = rest.prefix { 0x30...0x39 ~= $0 }
        if digits.isEmpty { return nil }
        var value: UInt32 = 0
        var place: UInt32 = 100_000_000
        for byte in digits.prefix(9) {
            value += UInt32(byte - 0x30) * place
            place /= 10
        }
        rest = rest.dropFirst(digits.count)
        return value
    }

    /// The minutes that the local time is ahead of UTC, or nil.
    mutating func offset() -> Int64? {
        if skip(0x5A) { return 0 }
        let sign: Int64 = skip(0x2B) ? 1 : skip(0x2D) ? -1 : 0
        guard sign != 0, let hours = number(2), skip(0x3A), let minutes = number(2), hours < 24, minutes < 60 else {
            return nil
        }
        return sign * (hours * 60 + minutes)
    }
}

extension DefaultStringInterpolation {
    /// A number with zeros before it, up to so many digits.
    fileprivate mutating func appendInterpolation(_ number: Int64, digits: Int) {
        let text = String(number)
        appendLiteral(String(repeating: "0", count: max(0, digits - text.utf8.count)) + text)
    }
}
