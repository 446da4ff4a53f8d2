import XMLStream
import XMPPSASL
import XMPPStanza

/// What a registration asks for, or what was filled in, as it is sent: the fields of the protocol, or a data form where
/// there is one, which comes first (XEP-0077 §6); never both.
enum RegistrationForm: Hashable, Sendable {
    /// Fields of the protocol.
    case fields(RegistrationFields)
    /// A data form.
    case form(DataForm)

    // MARK: Asking

    /// What a server asks for: fields of other names than the protocol's go into a data form (§4).
    init(offering fields: RegistrationFields) {
        if fields.fields.allSatisfy({ RegistrationForm.names.contains($0.name) }) {
            self = .fields(fields)
            return
        }
        let asked = fields.fields.map { field in
            FormField(
                field.name, type: field.name == "password" ? .textPrivate : .textSingle, isRequired: true,
                values: [String(decoding: field.value.exposed, as: UTF8.self)].filter { !$0.isEmpty })
        }
        let about = FormField("FORM_TYPE", type: .hidden, values: [RegistrationForm.formType])
        self = .form(
            DataForm(.form, instructions: fields.instructions.map { [$0] } ?? [], fields: [about] + asked))
    }

    /// What a server that asks with `query` wants; nil where it sends people elsewhere, or a form that is none.
    init?(asking query: Element) {
        if let element = query.child(.x, in: .dataForms) {
            guard let form = try? DataForm(element), form.type == .form else { return nil }
            self = .form(form)
            return
        }
        let fields = RegistrationForm.plainFields(of: query)
        if fields.isEmpty { return nil }
        self = .fields(RegistrationFields(fields))
    }

    // MARK: Filling in

    /// What a client sends back: each field that is asked for, and no other; nil where there is nothing to fill one in
    /// with. What the server filled in already counts.
    func filled(with values: RegistrationFields) -> RegistrationForm? {
        switch self {
        case .fields(let asked):
            var filled: [RegistrationFields.Field] = []
            for field in asked.fields {
                let value = values[field.name] ?? field.value
                if value.exposed.isEmpty { return nil }
                filled.append(RegistrationFields.Field(field.name, value))
            }
            return .fields(RegistrationFields(filled))
        case .form(let form):
            var filled: [FormField] = []
            for field in form.fields {
                guard let name = field.variable, field.type != .fixed else { continue }
                let own = field.type == .hidden ? nil : values[name]
                let texts = own.map { [String(decoding: $0.exposed, as: UTF8.self)] } ?? field.values
                if !texts.isEmpty {
                    filled.append(FormField(name, type: field.type, values: texts))
                } else if field.isRequired {
                    return nil
                }
            }
            return .form(DataForm(.submit, fields: filled))
        }
    }

    /// What a client has filled in: nil where it is neither of both, or both, or for something else (§3.2, §6).
    init?(submitting query: Element) {
        let plain = RegistrationForm.plainFields(of: query)
        if let element = query.child(.x, in: .dataForms) {
            guard plain.isEmpty, let form = try? DataForm(element), form.type == .submit,
                form.formType == nil || form.formType == RegistrationForm.formType,
                form.fields.count <= RegistrationForm.maximumFields
            else { return nil }
            self = .form(form)
            return
        }
        if plain.isEmpty || plain.count > RegistrationForm.maximumFields { return nil }
        self = .fields(RegistrationFields(plain))
    }

    /// The values that were filled in. Of a field with many, the first counts.
    var values: RegistrationFields {
        switch self {
        case .fields(let fields): fields
        case .form(let form):
            RegistrationFields(
                form.fields.compactMap { field in
                    guard let name = field.variable, name != "FORM_TYPE" else { return nil }
                    return RegistrationFields.Field(name, Secret(field.values.first ?? ""))
                })
        }
    }

    /// The form as it is sent.
    ///
    /// - Parameter isRegistered: Whether it is for one who has an account already.
    /// - Throws: `XMLContentError` where a value has a character that XML forbids.
    func query(isRegistered: Bool = false) throws(XMLContentError) -> Element {
        var query = ElementBuilder(.query, in: .jabberIqRegister)
        if isRegistered { query.child(.registered) }
        switch self {
        case .fields(let fields):
            if let instructions = fields.instructions { query.child(.instructions) { $0.text(instructions) } }
            for field in fields.fields {
                query.child(field.name) { $0.text(String(decoding: field.value.exposed, as: UTF8.self)) }
            }
        case .form(let form):
            for line in form.instructions { query.child(.instructions) { $0.text(line) } }
            query.payload(form)
        }
        return try query.finish()
    }

    private static func plainFields(of query: Element) -> [RegistrationFields.Field] {
        query.children.compactMap { child in
            guard child.namespaceName == .jabberIqRegister, names.contains(child.name) else { return nil }
            return RegistrationFields.Field(child.name, Secret(child.text))
        }
    }

    /// The fields of the protocol: there never will be others (§4).
    static let names: Set<String> = [
        "username", "nick", "password", "name", "first", "last", "email", "address", "city", "state", "zip", "phone",
        "url", "date", "misc", "text", "key",
    ]
    private static let formType = "jabber:iq:register"
    private static let maximumFields = 64
}

extension RegistrationFields {
    /// The value of the first field of that name.
    subscript(_ name: String) -> Secret? { fields.first { $0.name == name }?.value }
}
