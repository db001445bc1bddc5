// Text as it arrives: two bytes of 源 are lost, and one byte never was UTF-8.
#include <hantext/chars.hpp>
#include <hantext/utf8.hpp>
#include <hantext/utf8/offset_map.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace utf8 = hantext::utf8;
namespace chars = hantext::chars;

int main() {
  const std::string text = "清\xE6县　新建１２座桥\xFF𠮷。";

  // Where is it damaged?
  for (const hantext::error error : utf8::errors(text))
    std::printf("byte %zu: %s\n", error.offset, std::string(error.message()).c_str());

  // Damaged bytes are no obstacle: each run of them reads as one U+FFFD.
  std::printf("%zu characters, %zu to JavaScript: %s\n\n", utf8::count(text),
              utf8::count_utf16(text), utf8::sanitize(text).c_str());

  // Every character, as fast as the processor can.
  std::size_t han = 0;
  utf8::for_each(text, [&han](char32_t c) { han += chars::is_han(c) ? 1 : 0; });
  std::printf("%zu Han characters\n", han);

  // Digits in any width, with their place in the bytes and as a browser counts, to highlight them.
  const utf8::offset_map map(text);
  for (const chars::run run : chars::runs(text)) {
    if (run.kind != chars::char_class::digit) continue;
    const std::string digits = chars::fold_width(run.bytes.in(text));
    std::printf("%s: bytes %zu-%zu, UTF-16 units %zu-%zu\n", digits.c_str(), run.bytes.begin,
                run.bytes.end, map.utf16_at(run.bytes.begin), map.utf16_at(run.bytes.end));
  }

  // The same bytes in pieces of four, as a socket might bring them.
  std::size_t whole = 0;
  const auto sink = [&whole](const utf8::element& element) {
    whole += element.well_formed ? 1 : 0;
  };
  utf8::stream_decoder decoder;
  for (std::size_t begin = 0; begin < text.size(); begin += 4)
    decoder.feed(text.substr(begin, 4), sink);
  const utf8::validation verdict = decoder.finish(sink);
  std::printf("%zu whole characters; first error at byte %zu\n", whole, verdict.offset);
}

// Output:
// byte 3: a UTF-8 character breaks off before its last byte; the file may have been cut
// byte 28: a byte that UTF-8 never uses; the file may be GB18030, Big5 or binary
// 13 characters, 14 to JavaScript: 清�县　新建１２座桥�𠮷。
//
// 7 Han characters
// 12: bytes 16-22, UTF-16 units 6-8
// 11 whole characters; first error at byte 3
