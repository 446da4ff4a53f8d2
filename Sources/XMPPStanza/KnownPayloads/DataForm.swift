import XMPPAddress

/// A form to fill in, what was filled in, or a table of results (XEP-0004).
public struct DataForm: Payload, Hashable {
    /// What it is.
    public var type: FormType
    /// A title, for people.
    public var title: String?
    /// What to do, for people: a line each.
    public var instructions: [String]
    /// The fields, in order.
    public var fields: [FormField]
    /// The columns of a table, where it is one.
    public var columns: FormColumns?
    /// The rows of the table.
    public var rows: [FormRow]
    /// What other extensions added, such as a layout (XEP-0141).
    public var unknown: UnknownContent

    /// A form from its parts.
    public init(
        _ type: FormType, title: String? = nil, instructions: [String] = [], fields: [FormField] = [],
        columns: FormColumns? = nil, rows: [FormRow] = [], unknown: UnknownContent = UnknownContent()
    ) {
        self.type = type
        self.title = title
        self.instructions = instructions
        self.fields = fields
        self.columns = columns
        self.rows = rows
        self.unknown = unknown
    }

    public static let name = ElementName("x", in: "jabber:x:data")
    public static let format = PayloadFormat<DataForm>(
        .attribute("type", \.type),
        .child("title", \.title),
        .children("instructions", \.instructions),
        .payloads(\.fields),
        .payload(\.columns),
        .payloads(\.rows),
        .unknown(\.unknown),
        make: DataForm.init)

    /// What a form is (XEP-0004 §3.1).
    public enum FormType: String, PayloadValue, CaseIterable {
        /// To be filled in.
        case form
        /// Filled in.
        case submit
        /// Not going to be filled in.
        case cancel
        /// What came out.
        case result
    }

    /// What the form is about: the value of the hidden field `FORM_TYPE` (XEP-0068), or nil.
    public var formType: String? { self["FORM_TYPE"]?.values.first }

    /// The first field with this name, or nil.
    public subscript(variable: String) -> FormField? { fields.first { $0.variable == variable } }
}

/// A field of a form (XEP-0004 §3.2).
public struct FormField: Payload, Hashable {
    /// The name, unless it is `fixed`.
    public var variable: String?
    /// What it asks for; a missing one means `text-single`, and so does a type of later times.
    public var type: FieldType?
    /// A label, for people.
    public var label: String?
    /// A longer explanation, for people.
    public var explanation: String?
    /// Whether it must be filled in.
    public var isRequired: Bool
    /// The values: one for most types.
    public var values: [String]
    /// What can be chosen.
    public var options: [FormOption]
    /// What other extensions added, such as rules for the values (XEP-0122) or media (XEP-0221).
    public var unknown: UnknownContent

    /// A field from its parts.
    public init(
        _ variable: String?, type: FieldType? = nil, label: String? = nil, explanation: String? = nil,
        isRequired: Bool = false, values: [String] = [], options: [FormOption] = [],
        unknown: UnknownContent = UnknownContent()
    ) {
        self.variable = variable
        self.type = type
        self.label = label
        self.explanation = explanation
        self.isRequired = isRequired
        self.values = values
        self.options = options
        self.unknown = unknown
    }

    public static let name = ElementName("field", in: "jabber:x:data")
    public static let format = PayloadFormat<FormField>(
        .attribute("var", \.variable),
        .word("type", \.type),
        .attribute("label", \.label),
        .child("desc", \.explanation),
        .flag("required", \.isRequired),
        .children("value", \.values),
        .payloads(\.options),
        .unknown(\.unknown),
        make: FormField.init)

    /// What a field asks for (XEP-0004 §3.3).
    public enum FieldType: String, PayloadValue, CaseIterable {
        case boolean, fixed, hidden
        case jidMulti = "jid-multi"
        case jidSingle = "jid-single"
        case listMulti = "list-multi"
        case listSingle = "list-single"
        case textMulti = "text-multi"
        case textPrivate = "text-private"
        case textSingle = "text-single"
    }

    /// The value as yes or no; nil where it is neither.
    public var boolean: Bool? { values.first.flatMap(Bool.init(payloadText:)) }

    /// The values that are addresses.
    public var jids: [JID] { values.compactMap { JID($0) } }
}

/// One of the values that a field can have (XEP-0004 §3.2).
public struct FormOption: Payload, Hashable {
    /// A label, for people.
    public var label: String?
    /// The value that it stands for.
    public var value: String

    /// A choice from its parts.
    public init(label: String? = nil, value: String) {
        self.label = label
        self.value = value
    }

    public static let name = ElementName("option", in: "jabber:x:data")
    public static let format = PayloadFormat<FormOption>(
        .attribute("label", \.label),
        .child("value", \.value),
        make: FormOption.init)
}

/// The columns of a table of results (XEP-0004 §3.4).
public struct FormColumns: Payload, Hashable {
    /// What the columns hold: fields without values.
    public var fields: [FormField]

    /// Columns, in order.
    public init(_ fields: [FormField]) { self.fields = fields }

    public static let name = ElementName("reported", in: "jabber:x:data")
    public static let format = PayloadFormat<FormColumns>(.payloads(\.fields), make: FormColumns.init)
}

/// A row of a table of results (XEP-0004 §3.4).
public struct FormRow: Payload, Hashable {
    /// The values of the row: a field for each column.
    public var fields: [FormField]

    /// A row of values.
    public init(_ fields: [FormField]) { self.fields = fields }

    public static let name = ElementName("item", in: "jabber:x:data")
    public static let format = PayloadFormat<FormRow>(.payloads(\.fields), make: FormRow.init)
}
