/// A value that stands elsewhere where it is not the usual one, so that what holds it is small. Copies are independent.
enum Boxed<Value: Hashable & Sendable>: Hashable, Sendable {
    case usual
    indirect case other(Value)
}
