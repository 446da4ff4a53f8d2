/// Which XML this module speaks: XML 1.0 (fifth edition), as RFC 6120 §11 restricts it.
public enum XMLDialect: Sendable { case restricted }
