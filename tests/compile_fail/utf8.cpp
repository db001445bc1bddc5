// Each line between #if WRONG and #endif must not compile, and nothing else is wrong here.
#ifndef WRONG
#define WRONG 0
#endif

#include <hantext/utf8.hpp>
#include <hantext/utf8/utf16.hpp>

#include <string>

namespace utf8 = hantext::utf8;

int main() {
  const std::u16string utf16 = u"中";
  const std::wstring wide = L"中";
  std::string out;
  char32_t room[4] = {};
  char16_t narrow[4] = {};
  char bytes[4] = {};

  auto view = utf8::elements("中");
#if WRONG == 1 // UTF-16 is not UTF-8
  view = utf8::elements(utf16);
#endif
#if WRONG == 2 // nor is wide text
  (void)utf8::validate(wide);
#endif
#if WRONG == 3 // a code point is no byte string
  (void)utf8::count(U"中");
#endif
  (void)utf8::decode("中", room);
#if WRONG == 4 // code points do not fit char16_t
  (void)utf8::decode("中", narrow);
#endif
  (void)utf8::encode(U'中', bytes);
#if WRONG == 5 // UTF-8 does not go to char16_t
  (void)utf8::encode(U'中', narrow);
#endif
  utf8::append(out, U'中');
#if WRONG == 6 // a code point is not appended to UTF-16
  std::u16string units;
  utf8::append(units, U'中');
#endif
  (void)utf8::from_utf16(utf16);
#if WRONG == 7 // UTF-8 is not UTF-16
  (void)utf8::from_utf16(out);
#endif
  utf8::for_each("中", [](char32_t) {});
#if WRONG == 8 // a visitor takes a code point or an element
  utf8::for_each("中", [](const char*) {});
#endif
  (void)utf8::sanitize(out);
#if WRONG == 9 // nothing to repair in UTF-16 here
  (void)utf8::sanitize(utf16);
#endif
  auto points = utf8::code_points(u8"中");
#if WRONG == 10 // views of char and of char8_t are two types
  points = utf8::code_points(out);
#endif
#if WRONG == 11 // views of elements and of code points are two types
  view = utf8::code_points(out);
#endif
  utf8::stream_decoder decoder;
  decoder.feed(out, [](const utf8::element&) {});
#if WRONG == 12 // a stream of UTF-16 is none of UTF-8
  decoder.feed(utf16, [](const utf8::element&) {});
#endif
#if WRONG == 13 // a sink takes elements
  decoder.feed(out, [](const char*) {});
#endif
#if WRONG == 14 // no view of errors goes backward
  auto error = utf8::errors(out).end();
  --error;
#endif
  (void)wide, (void)narrow, (void)view, (void)points;
}
