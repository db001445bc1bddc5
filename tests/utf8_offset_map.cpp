#include <hantext/utf8/offset_map.hpp>

#include "catch.hpp"

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace utf8 = hantext::utf8;
using namespace std::string_view_literals;

namespace {

/// Whether every offset and index maps as going through the text element by element says.
bool maps_right(std::string_view text) {
  const utf8::offset_map map(text);
  std::size_t code_point = 0;
  std::size_t utf16 = 0;
  for (const utf8::element element : utf8::elements(text)) {
    for (std::size_t byte = element.offset; byte < element.offset + element.length; ++byte) {
      if (map.code_point_at(byte) != code_point || map.utf16_at(byte) != utf16) return false;
    }
    if (map.byte_of_code_point(code_point) != element.offset) return false;
    ++code_point;
    for (int unit = element.code_point > 0xFFFF ? 2 : 1; unit > 0; --unit) {
      if (map.byte_of_utf16(utf16++) != element.offset) return false;
    }
  }
  for (const std::size_t beyond : {0U, 1U, 1000U, 100000U}) {
    if (map.byte_of_code_point(code_point + beyond) != text.size() ||
        map.byte_of_utf16(utf16 + beyond) != text.size() ||
        map.code_point_at(text.size() + beyond) != code_point ||
        map.utf16_at(text.size() + beyond) != utf16)
      return false;
  }
  return map.bytes() == text.size() && map.code_points() == code_point &&
         map.utf16_units() == utf16;
}

TEST_CASE("indexes of a short text map to bytes and back") {
  const utf8::offset_map map("中a𠀀é"sv);
  CHECK(map.bytes() == 10);
  CHECK(map.code_points() == 4);
  CHECK(map.utf16_units() == 5);
  CHECK(map.byte_of_code_point(2) == 4);
  CHECK(map.byte_of_code_point(3) == 8);
  CHECK(map.byte_of_utf16(3) == 4); // the second half of 𠀀
  CHECK(map.byte_of_utf16(4) == 8);
  CHECK(map.utf16_at(8) == 4);
  CHECK(map.code_point_at(6) == 2); // inside 𠀀
  CHECK(maps_right("中a𠀀é"sv));
}

TEST_CASE("an empty text maps to its end") {
  CHECK(maps_right(""sv));
  CHECK(utf8::offset_map().byte_of_utf16(3) == 0);
}

TEST_CASE("every offset of long texts maps both ways, well-formed or not") {
  std::mt19937 random(1);
  constexpr std::array pieces = {"清源县，"sv, "a"sv,    "2021"sv,     "é"sv,           "𠀀"sv,
                                 "\xFF"sv,     "\x80"sv, "\xE4\xB8"sv, "\xF0\xA0\x80"sv};
  for (int round = 0; round < 120; ++round) {
    std::string text;
    const std::size_t kinds = 1 + static_cast<std::size_t>(round) % pieces.size();
    const std::size_t size = random() % 3000;
    while (text.size() < size)
      text += pieces[random() % kinds];
    CAPTURE(round);
    REQUIRE(maps_right(text));
  }
  for (const std::size_t size : {255U, 256U, 257U, 511U, 512U, 513U, 1024U}) {
    CHECK(maps_right(std::string(size, 'a')));
    CHECK(maps_right(std::string(size, '\x80')));
  }
}

} // namespace
