#include <hantext/utf8/utf16.hpp>

#include "catch.hpp"

#include <array>
#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace utf8 = hantext::utf8;
using namespace std::string_view_literals;

namespace {

TEST_CASE("well-formed text goes to UTF-16 and back unchanged") {
  for (const std::string_view text : {""sv, "a"sv, "清源县 12 座桥"sv, "𠀀😀é中"sv, "\0"sv}) {
    const std::u16string wide = utf8::to_utf16(text);
    CHECK(wide.size() == utf8::count_utf16(text));
    CHECK(utf8::count_utf8(wide) == text.size());
    CHECK(utf8::from_utf16(wide) == text);
  }
  CHECK(utf8::to_utf16("é中𠀀"sv) == u"é中𠀀");
  CHECK(utf8::to_utf16(u8"é中𠀀"sv) == u"é中𠀀");
  std::string everything;
  std::u16string expected;
  for (char32_t c = 0; c <= 0x10FFFF; c += 7) {
    if (c >= 0xD800 && c < 0xE000) continue;
    utf8::append(everything, c);
    if (c > 0xFFFF) {
      expected.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
      expected.push_back(static_cast<char16_t>(0xDC00 + c % 0x400));
    } else {
      expected.push_back(static_cast<char16_t>(c));
    }
  }
  CHECK(utf8::to_utf16(everything) == expected);
  CHECK(utf8::from_utf16(expected) == everything);
}

TEST_CASE("an ill-formed subpart becomes one replacement in UTF-16") {
  CHECK(utf8::to_utf16("清\xE6\xBA县\xC0\xAF"sv) == u"清\uFFFD县\uFFFD\uFFFD");
  CHECK(utf8::to_utf16("\xED\xA0\x80"sv) == u"\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("a lone surrogate becomes a replacement in UTF-8") {
  const auto text = [](std::initializer_list<unsigned> units) {
    std::u16string made;
    for (const unsigned unit : units)
      made.push_back(static_cast<char16_t>(unit));
    return made;
  };
  CHECK(utf8::from_utf16(text({0xD800})) == "\uFFFD");
  CHECK(utf8::from_utf16(text({0xDC00})) == "\uFFFD");
  CHECK(utf8::from_utf16(text({0xD840, 0x4E2D})) == "\uFFFD中");
  CHECK(utf8::from_utf16(text({0xDC00, 0xD840})) == "\uFFFD\uFFFD");
  CHECK(utf8::from_utf16(text({0xD840, 0xD840, 0xDC00})) == "\uFFFD𠀀");
  CHECK(utf8::count_utf8(text({0xD840, 0xD840, 0xDC00, 0xDFFF})) == 3 + 4 + 3);
}

TEST_CASE("conversion stops where the room ends, at the end of a character") {
  const std::string text = "中a𠀀é中文字符𠀀b";
  const std::u16string whole = utf8::to_utf16(text);
  for (std::size_t room = 0; room <= whole.size() + 2; ++room) {
    std::vector<char16_t> out(room, u'?');
    const std::size_t written = utf8::to_utf16(text, out);
    REQUIRE(std::u16string_view(out.data(), written) == whole.substr(0, written));
    const bool split = room < whole.size() && whole[room] >= 0xDC00 && whole[room] <= 0xDFFF;
    CHECK(written == (room > whole.size() ? whole.size() : room - (split ? 1 : 0)));
  }
  for (std::size_t room = 0; room <= text.size() + 2; ++room) {
    std::string out(room, '?');
    const std::size_t written = utf8::from_utf16(whole, std::span<char>(out));
    REQUIRE(out.substr(0, written) == text.substr(0, written));
    CHECK(utf8::validate(out.substr(0, written)));
    CHECK(written + 4 > (room > text.size() ? text.size() : room));
  }
}

TEST_CASE("long mixed text goes to UTF-16 as character by character") {
  std::mt19937 random(1);
  constexpr std::array pieces = {"清源县"sv, "a"sv,    "2021"sv,    "é"sv,
                                 "𠀀"sv,     "\xFF"sv, "\xE4\xB8"sv};
  for (int round = 0; round < 100; ++round) {
    std::string text;
    while (text.size() < random() % 6000)
      text += pieces[random() % (round % 2 == 0 ? 3 : pieces.size())];
    std::u16string expected;
    for (const char32_t c : utf8::code_points(text)) {
      if (c > 0xFFFF) {
        expected.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
        expected.push_back(static_cast<char16_t>(0xDC00 + c % 0x400));
      } else {
        expected.push_back(static_cast<char16_t>(c));
      }
    }
    REQUIRE(utf8::to_utf16(text) == expected);
    REQUIRE(utf8::from_utf16(expected) == utf8::sanitize(text));
  }
}

constexpr bool constant_utf16() {
  char16_t units[8] = {};
  char bytes[8] = {};
  return utf8::to_utf16("中𠀀"sv, units) == 3 && units[0] == u'中' && units[1] == 0xD840 &&
         units[2] == 0xDC00 && utf8::from_utf16(u"中𠀀"sv, bytes) == 7 && bytes[6] == '\x80' &&
         utf8::count_utf8(u"é"sv) == 2;
}

TEST_CASE("UTF-16 works in constant evaluation as at run time") {
  static_assert(constant_utf16());
  REQUIRE(constant_utf16());
}

} // namespace
