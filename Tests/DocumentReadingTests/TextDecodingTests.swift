import DocumentReading
import Foundation
import SourceText
import Testing

/// A small text with what makes offsets go wrong: line breaks of two kinds, rare and wide characters.
private let sample = "山村通水了\r\n第一行，说水管。\r第二行：𠀀字、123 ABC。\n\r\n第三行完"
private let normalized = "山村通水了\n第一行，说水管。\n第二行：𠀀字、123 ABC。\n\n第三行完"

private let gb18030 = String.Encoding(rawValue: 0x8000_0632)
private let big5 = String.Encoding(rawValue: 0x8000_0A03)

private func encoded(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
  [UInt8](text.data(using: encoding) ?? Data())
}

@Suite("Decoding")
struct TextDecodingTests {
  @Test(
    "encodings are told apart, and byte offsets cut the same text out of the file",
    arguments: [
      (TextEncoding.utf8, [UInt8](), String.Encoding.utf8), (.utf8, [0xEF, 0xBB, 0xBF], .utf8),
      (.utf16LittleEndian, [0xFF, 0xFE], .utf16LittleEndian),
      (.utf16BigEndian, [0xFE, 0xFF], .utf16BigEndian),
      (.utf16LittleEndian, [], .utf16LittleEndian), (.utf16BigEndian, [], .utf16BigEndian),
      (.gb18030, [], gb18030),
    ])
  func offsets(_ expected: TextEncoding, _ mark: [UInt8], _ encoding: String.Encoding) throws {
    let text =
      expected == .gb18030 || !mark.isEmpty || encoding == .utf8 ? sample : sample.replacing("𠀀", with: "土")
    let plain = normalized.replacing("𠀀", with: text.contains("𠀀") ? "𠀀" : "土")
    let bytes = mark + encoded(text, encoding)
    let (decoded, diagnostics) = TextDecoding.decode(bytes, name: "样本.txt")
    #expect(diagnostics.isEmpty)
    let result = try #require(decoded)
    #expect(result.encoding == expected)
    #expect(result.scalars == Array(plain.unicodeScalars))
    #expect(result.byteOffsets.count == result.scalars.count + 1)
    #expect(result.byteOffsets.first == UInt32(mark.count))
    #expect(result.byteOffsets.last == UInt32(bytes.count))
    for start in 0..<result.scalars.count {
      for end in start + 1...result.scalars.count {
        let cut = bytes[Int(result.byteOffsets[start])..<Int(result.byteOffsets[end])]
        let again = String(bytes: cut, encoding: encoding).map {
          $0.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        }
        #expect(again.map { Array($0.unicodeScalars) } == Array(result.scalars[start..<end]))
      }
    }
  }

  @Test("traditional script in Big5 and simplified script in GBK are not mixed up")
  func legacyEncodings() throws {
    let traditional = "鎮上的小學去年蓋了一座新的圖書館，書是城裡的學校送來的。老師們說，孩子們都很喜歡。"
    let simplified = "镇上的小学去年盖了一座新的图书馆，书是城里的学校送来的。老师们说，孩子们都很喜欢。"
    let first = try #require(TextDecoding.decode(encoded(traditional, big5), name: "a").text)
    #expect(first.encoding == .big5)
    #expect(first.scalars == Array(traditional.unicodeScalars))
    #expect(first.byteOffsets.last == UInt32(encoded(traditional, big5).count))
    for text in [simplified, traditional, "山桥", "桥"] {
      let second = try #require(TextDecoding.decode(encoded(text, gb18030), name: "b").text)
      #expect(second.encoding == .gb18030)
      #expect(second.scalars == Array(text.unicodeScalars))
    }
  }

  @Test("characters of four bytes in GB 18030")
  func fourBytes() throws {
    let text = "这里的人说：𠮷、𪚥、ဿ、ག、ẞ，都是字。"
    let decoded = try #require(TextDecoding.decode(encoded(text, gb18030), name: "a").text)
    #expect(decoded.scalars == Array(text.unicodeScalars))
  }

  @Test("bytes that are no UTF-8 become U+FFFD, with one warning at the first")
  func malformedUTF8() throws {
    let good = Array("第一行没有错。\n第二行有".utf8)
    let bytes = good + [0xFF] + Array("错，后面的还在，还有".utf8) + [0xE6, 0xA1] + Array("。".utf8)
    let (decoded, diagnostics) = TextDecoding.decode(bytes, name: "坏.txt")
    let text = try #require(decoded)
    #expect(text.scalars.count { $0 == "\u{FFFD}" } == 2)
    #expect(text.firstReplacement == 12)
    #expect(diagnostics.map(\.id) == ["document.malformed-text"])
    #expect(diagnostics[0].severity == .warning)
    #expect(diagnostics[0].position == SourcePosition(line: 2, column: 5))
    #expect(diagnostics[0].message.contains("byte \(good.count)"))
  }

  @Test(
    "malformed sequences are replaced as Unicode recommends",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x9F, 0x98],
      [0xE6, 0x41], [0xC3], [0xFF, 0xFE, 0x41], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func replacement(_ bad: [UInt8]) throws {
    let bytes = Array("一段很长的文字，里面有的字坏了，别的没有坏，所以它还是这种编码。".utf8) + bad
    let text = try #require(TextDecoding.decode(bytes, name: "a").text)
    #expect(text.scalars == Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    #expect(text.byteOffsets.count == text.scalars.count + 1)
  }

  @Test(
    "binary content is refused",
    arguments: [
      Array("PK\u{3}\u{4}\u{0}\u{0}text".utf8), Array("%PDF-1.7 text".utf8),
      [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3],
      Array("文字\u{0}文字".utf8), [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0],
      (0..<200).map { UInt8($0 % 32 == 0 ? 0xFF : $0 % 8 + 1) },
    ] as [[UInt8]])
  func binary(_ bytes: [UInt8]) {
    let (text, diagnostics) = TextDecoding.decode(bytes, name: "图.bin")
    #expect(text == nil)
    #expect(diagnostics.map(\.id) == ["document.binary"])
    #expect(diagnostics.first?.severity == .error)
  }

  @Test("UTF-16 with half a pair or an odd byte keeps the rest")
  func malformedUTF16() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x65, 0x68, 0x00, 0xD8, 0x34, 0x6C, 0x41]
    let (text, diagnostics) = TextDecoding.decode(bytes, name: "a")
    #expect(text?.scalars == ["桥", "\u{FFFD}", "水", "\u{FFFD}"])
    #expect(diagnostics.first?.position == SourcePosition(line: 1, column: 2))
  }

  @Test("an empty file is an empty text")
  func empty() {
    for bytes in [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]] as [[UInt8]] {
      let (text, diagnostics) = TextDecoding.decode(bytes, name: "空.txt")
      #expect(text?.scalars == [])
      #expect(text?.byteOffsets == [UInt32(bytes.count)])
      #expect(diagnostics.isEmpty)
    }
  }

  @Test("random bytes give a text or a refusal, and consistent offsets", arguments: 0..<300)
  func randomBytes(seed: UInt64) {
    var random = SplitMix(state: seed)
    let pool = Array("桥，的。\r\n A".utf8) + encoded("的桥，", gb18030) + [0xFF, 0xFE, 0x81, 0x30]
    let bytes = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
      Int.random(in: 0..<4, using: &random) == 0
        ? UInt8.random(in: 0...255, using: &random) : pool[Int.random(in: 0..<pool.count, using: &random)]
    }
    guard let text = TextDecoding.decode(bytes, name: "a").text else { return }
    #expect(text.byteOffsets.count == text.scalars.count + 1)
    #expect(text.byteOffsets.last == UInt32(bytes.count))
    #expect(zip(text.byteOffsets, text.byteOffsets.dropFirst()).allSatisfy { $0 < $1 })
    #expect(!text.scalars.contains("\r"))
  }
}
