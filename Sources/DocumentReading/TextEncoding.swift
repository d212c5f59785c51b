/// How the bytes of a plain text stand for characters.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8, with or without a byte order mark; also ASCII.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, which contains GBK and GB 2312.
  case gb18030 = "GB18030"
  /// Big5, the older encoding of traditional script.
  case big5 = "Big5"
}
