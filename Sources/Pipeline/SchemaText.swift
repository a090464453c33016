import Emit

/// The public schema as text.
public enum SchemaText {
    public static var json: String { Emit.SchemaText.json }
    public static var markdown: String { Emit.SchemaText.markdown }
    public static var chineseMarkdown: String { Emit.SchemaText.chineseMarkdown }
}
