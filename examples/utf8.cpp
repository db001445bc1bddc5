// Text as it arrives: two bytes of 源 are lost, and one byte never was UTF-8.
#include <hantext/chars.hpp>
#include <hantext/utf8.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace utf8 = hantext::utf8;
namespace chars = hantext::chars;

int main() {
  const std::string text = "清\xE6县　新建１２座桥\xFF。";

  // Where is it damaged?
  for (const hantext::error error : utf8::errors(text))
    std::printf("byte %zu: %s\n", error.offset, std::string(error.message()).c_str());

  // Damaged bytes are no obstacle: each run of them reads as one U+FFFD.
  std::printf("\n%zu characters: %s\n\n", utf8::count(text), utf8::sanitize(text).c_str());

  // Digits in any width, with their place in the bytes.
  for (const utf8::element element : utf8::elements(text)) {
    if (chars::is_digit(element.code_point))
      std::printf("digit %d at byte %zu\n", chars::digit_value(element.code_point), element.offset);
  }
  std::printf("folded: %s\n\n", chars::fold_width(utf8::sanitize(text)).c_str());

  // The same bytes in pieces of four, as a socket might bring them.
  std::size_t han = 0;
  const auto sink = [&han](const utf8::element& element) {
    if (chars::is_han(element.code_point)) ++han;
  };
  utf8::stream_decoder decoder;
  for (std::size_t begin = 0; begin < text.size(); begin += 4)
    decoder.feed(std::string_view(text).substr(begin, 4), sink);
  const utf8::validation verdict = decoder.finish(sink);
  std::printf("%zu Han characters; first error at byte %zu\n", han, verdict.offset);
}

// Output:
// byte 3: a UTF-8 character breaks off before its last byte; the file may have been cut
// byte 28: a byte that UTF-8 never uses; the file may be GB18030, Big5 or binary
//
// 12 characters: 清�县　新建１２座桥�。
//
// digit 1 at byte 16
// digit 2 at byte 19
// folded: 清�县 新建12座桥�。
//
// 6 Han characters; first error at byte 3
