import XMLStream
import XMPPNegotiation
import XMPPStanza

/// How bytes become frames: one after the other while anything may restart the stream, all at once when it is ready.
extension XMPPStream {
    /// Takes bytes until there are no more, or the stream has to wait, or is over.
    mutating func run(_ bytes: RawSpan, _ scratch: inout StreamScratch) {
        var rest = bytes
        repeat {
            // What a feature that is still on offer wants comes before the next frame.
            if core.life == .ready || core.life == .closing, !core.terms.mayWait { return runAll(rest, &scratch) }
            var hasEvent = false
            do throws(XMLViolation) {
                let progress = try reader.receive(rest, using: &scratch)
                rest = rest.extracting(progress.consumedByteCount..<rest.byteCount)
                core.byteOffset = reader.byteOffset
                if let event = progress.event {
                    hasEvent = true
                    core.receive(event)
                    followReaderOrders()
                }
            } catch {
                return core.violate(StreamViolation(error))
            }
            if core.life == .over { return }
            if core.isPaused {
                if rest.byteCount > 0 { held = rest.array }
                return
            }
            // A root that ends where it begins has two events of the same bytes.
            if !hasEvent, rest.byteCount == 0 { return }
        } while true
    }

    private mutating func runAll(_ bytes: RawSpan, _ scratch: inout StreamScratch) {
        Self.runAll(bytes, &reader, &core, &scratch)
    }

    private static func runAll(
        _ bytes: RawSpan, _ reader: inout FrameInput, _ core: inout StreamCore, _ scratch: inout StreamScratch
    ) {
        do throws(XMLViolation) {
            try reader.receiveAll(bytes, using: &scratch) { core.receiveReady($0) }
        } catch {
            core.violate(StreamViolation(error))
        }
        core.byteOffset = reader.byteOffset
    }

    /// Whether something waits.
    var isHolding: Bool { !held.isEmpty || !heldMessages.isEmpty }

    /// Keeps bytes until the host has answered.
    mutating func hold(_ bytes: RawSpan) throws(StreamMisuse) {
        // A message counts even if it is empty: there can be any number of those.
        let before = held.count &+ heldMessages.count &* MemoryLayout<Int>.size
        guard before &+ bytes.byteCount <= core.configuration.limits.heldBytes else { throw StreamMisuse(.full) }
        held += bytes.array
        if reader.takesMessages { heldMessages.append(bytes.byteCount) }
        core.hasReceived = true
    }

    /// Reads what has waited, if nothing is in the way any more.
    mutating func goOn(_ scratch: inout StreamScratch) {
        while isHolding, !core.isPaused, core.life != .over {
            let messages = heldMessages
            let bytes = takeHeld()
            if messages.isEmpty {
                bytes.withRawSpan { run($0, &scratch) }
            } else {
                run(bytes, asMessages: messages, &scratch)
            }
        }
        core.orderSwitch(leftover: takeHeldIfSwitching())
        if core.life == .over { _ = takeHeld() }
    }

    /// Takes messages, each of so many bytes, until the stream has to wait: then those that are left wait too.
    private mutating func run(_ bytes: [UInt8], asMessages messages: [Int], _ scratch: inout StreamScratch) {
        var start = 0
        for (index, byteCount) in messages.enumerated() {
            if core.life == .over { return }
            if core.isPaused {
                heldMessages = (held.isEmpty ? [] : [held.count]) + messages[index...]
                held += bytes[start...]
                return
            }
            let end = min(start &+ byteCount, bytes.count)
            Array(bytes[start..<end]).withRawSpan { run($0, &scratch) }
            start = end
        }
    }

    private mutating func takeHeld() -> [UInt8] {
        defer {
            held = []
            heldMessages = []
        }
        return held
    }

    /// The bytes that have waited, if the transport is to be switched before they are read.
    mutating func takeHeldIfSwitching() -> [UInt8] {
        guard case .ordering = core.transport else { return [] }
        return takeHeld()
    }

    /// Has the reader begin anew, or go on under other limits.
    mutating func followReaderOrders() {
        if core.reader.raisesLimits { reader.limits = core.configuration.limits.afterAuthentication }
        if core.reader.restarts { reader.restart() }
        core.reader = StreamCore.ReaderOrders()
    }
}
