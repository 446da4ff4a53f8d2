/// The state of an exchange, which holds messages and proofs: in a print, a debugger or a dump it shows its name only.
@propertyWrapper
struct Masked<State: Hashable & Sendable>: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    var wrappedValue: State

    init(wrappedValue: State) { self.wrappedValue = wrappedValue }

    var description: String {
        Mirror(reflecting: wrappedValue).children.first?.label ?? String(describing: wrappedValue)
    }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}
