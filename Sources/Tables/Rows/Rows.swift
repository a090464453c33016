/// The rows of every table: what each column says of a file and its reports. The one definition for all formats.
public enum Rows {}
