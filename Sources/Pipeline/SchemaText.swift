/// The public schema as text.
public enum SchemaText {
    public static var json: String { "" }
    public static var markdown: String { "" }
}
