#include <hantext/utf8.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace utf8 = hantext::utf8;
using hantext::error_kind;
using namespace std::string_view_literals;

namespace {

// ---- what the views promise to <ranges> ----

using element_view = decltype(utf8::elements(""sv));
using element_view8 = decltype(utf8::elements(u8""sv));
using code_point_view = decltype(utf8::code_points(""sv));
using code_point_view8 = decltype(utf8::code_points(u8""sv));
using error_view = decltype(utf8::errors(""sv));
using error_view8 = decltype(utf8::errors(u8""sv));

template <class View, class Value>
constexpr bool keeps_promises =
    std::ranges::view<View>&& std::ranges::borrowed_range<View>&& std::ranges::common_range<View>&&
        std::ranges::forward_range<View>&& std::is_same_v<std::ranges::range_value_t<View>, Value>&&
            std::is_trivially_copyable_v<View>;

static_assert(keeps_promises<element_view, utf8::element>);
static_assert(keeps_promises<element_view8, utf8::element>);
static_assert(keeps_promises<code_point_view, char32_t>);
static_assert(keeps_promises<code_point_view8, char32_t>);
static_assert(keeps_promises<error_view, hantext::error>);
static_assert(keeps_promises<error_view8, hantext::error>);
static_assert(std::ranges::bidirectional_range<element_view>);
static_assert(std::ranges::bidirectional_range<element_view8>);
static_assert(std::ranges::bidirectional_range<code_point_view>);
static_assert(std::ranges::bidirectional_range<code_point_view8>);
static_assert(sizeof(element_view) == 2 * sizeof(void*));

// ---- a slow decoder to compare with, straight from table 3-7 of the Unicode Standard ----

/// A row of the table: ranges of the first, second, third and fourth byte.
struct table_row {
  std::size_t length;
  unsigned low[4];
  unsigned high[4];
};
constexpr table_row table_3_7[] = {
    {1, {0x00}, {0x7F}},
    {2, {0xC2, 0x80}, {0xDF, 0xBF}},
    {3, {0xE0, 0xA0, 0x80}, {0xE0, 0xBF, 0xBF}},
    {3, {0xE1, 0x80, 0x80}, {0xEC, 0xBF, 0xBF}},
    {3, {0xED, 0x80, 0x80}, {0xED, 0x9F, 0xBF}},
    {3, {0xEE, 0x80, 0x80}, {0xEF, 0xBF, 0xBF}},
    {4, {0xF0, 0x90, 0x80, 0x80}, {0xF0, 0xBF, 0xBF, 0xBF}},
    {4, {0xF1, 0x80, 0x80, 0x80}, {0xF3, 0xBF, 0xBF, 0xBF}},
    {4, {0xF4, 0x80, 0x80, 0x80}, {0xF4, 0x8F, 0xBF, 0xBF}},
};

/// The element at `offset` by definition: the longest prefix that begins some row, well-formed if
/// it fills the row; at least one byte.
utf8::element reference_at(const char* text, std::size_t size, std::size_t offset) {
  std::size_t longest = 1;
  bool complete = false;
  for (const table_row& row : table_3_7) {
    std::size_t matched = 0;
    while (matched < row.length && offset + matched < size) {
      const unsigned byte = static_cast<unsigned char>(text[offset + matched]);
      if (byte < row.low[matched] || byte > row.high[matched]) break;
      ++matched;
    }
    if (matched > longest) longest = matched;
    if (matched == row.length) complete = true;
  }
  char32_t code_point = 0xFFFD;
  if (complete) {
    const unsigned lead_masks[] = {0x7F, 0x1F, 0x0F, 0x07};
    code_point = static_cast<unsigned char>(text[offset]) & lead_masks[longest - 1];
    for (std::size_t i = 1; i < longest; ++i)
      code_point = code_point * 64 + static_cast<unsigned char>(text[offset + i]) % 64;
  }
  return {code_point, offset, static_cast<std::uint8_t>(longest), complete};
}

std::vector<utf8::element> reference(std::string_view text) {
  std::vector<utf8::element> found;
  for (std::size_t offset = 0; offset < text.size(); offset += found.back().length)
    found.push_back(reference_at(text.data(), text.size(), offset));
  return found;
}

/// What is wrong with the ill-formed subpart at `offset`, by its first two bytes.
error_kind reference_kind(std::string_view text, std::size_t offset) {
  const auto byte = [text](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  const unsigned lead = byte(offset);
  const unsigned second = byte(offset + 1);
  if (lead >= 0x80 && lead <= 0xBF) return error_kind::unexpected_continuation;
  if (lead == 0xC0 || lead == 0xC1) return error_kind::overlong;
  if (lead >= 0xF5 && lead <= 0xF7) return error_kind::too_large;
  if (lead >= 0xF8) return error_kind::invalid_byte;
  if (lead == 0xE0 && second >= 0x80 && second < 0xA0) return error_kind::overlong;
  if (lead == 0xF0 && second >= 0x80 && second < 0x90) return error_kind::overlong;
  if (lead == 0xED && second >= 0xA0 && second < 0xC0) return error_kind::surrogate;
  if (lead == 0xF4 && second >= 0x90 && second < 0xC0) return error_kind::too_large;
  return error_kind::truncated;
}

std::u8string to_char8(std::string_view text) {
  std::u8string out;
  for (const char unit : text)
    out.push_back(static_cast<char8_t>(static_cast<unsigned char>(unit)));
  return out;
}

/// Whether every way of reading the text agrees with the reference. A bool, not REQUIREs: it runs
/// hundreds of thousands of times.
bool every_way_agrees(std::string_view text) {
  const std::vector<utf8::element> expected = reference(text);

  std::size_t i = 0;
  for (const utf8::element element : utf8::elements(text)) {
    if (i == expected.size() || !(element == expected[i])) return false;
    if (!(utf8::decode_one(text, element.offset) == element)) return false;
    if (!(utf8::decode_before(text, element.offset + element.length) == element)) return false;
    ++i;
  }
  if (i != expected.size() || utf8::count(text) != expected.size()) return false;

  const auto view = utf8::elements(text);
  auto at = view.end();
  while (at != view.begin()) {
    --at;
    if (i == 0 || !(*at == expected[--i])) return false;
  }
  if (i != 0) return false;

  std::u32string decoded(expected.size() + 1, U'?');
  if (utf8::decode(text, std::span<char32_t>(decoded)) != expected.size()) return false;
  if (decoded.back() != U'?') return false;
  for (const char32_t code_point : utf8::code_points(text)) {
    if (code_point != expected[i].code_point || code_point != decoded[i]) return false;
    ++i;
  }

  auto error = utf8::errors(text).begin();
  const auto errors_end = utf8::errors(text).end();
  hantext::error first;
  for (const utf8::element& element : expected) {
    if (element.well_formed) continue;
    const hantext::error wanted{reference_kind(text, element.offset), element.offset,
                                element.length};
    if (error == errors_end) return false;
    const hantext::error got = *error++;
    if (got.kind != wanted.kind || got.offset != wanted.offset || got.length != wanted.length)
      return false;
    if (first.kind == error_kind::none) first = wanted;
  }
  if (error != errors_end) return false;

  const utf8::validation verdict = utf8::validate(text);
  if (first.kind == error_kind::none) return verdict.ok && verdict.offset == text.size();
  return !verdict.ok && verdict.kind == first.kind && verdict.offset == first.offset &&
         verdict.length == first.length;
}

/// Random bytes that are often nearly UTF-8: pieces of characters, edges of the table, noise.
std::string hostile_bytes(std::mt19937& random, std::size_t pieces) {
  static const std::string_view parts[] = {
      "a"sv,
      "7"sv,
      "中"sv,
      "，"sv,
      "é"sv,
      "𠀀"sv,
      "\xE4\xB8"sv,
      "\xE4"sv,
      "\xF0\xA0"sv,
      "\xF0"sv,
      "\xF4\x90"sv,
      "\xED\xA0"sv,
      "\x80"sv,
      "\xBF"sv,
      "\xC0"sv,
      "\xC2"sv,
      "\xE0\x80"sv,
      "\xED\x9F\xBF"sv,
      "\xFF"sv,
      "\x00"sv,
      "\xF0\x90"sv,
      "\xF8\x88"sv,
      "\xE0\xA0"sv,
      "\xF4\x8F\xBF"sv,
      "12345678"sv,
      "安平街道"sv,
      "\xEF\xBB\xBF"sv,
      "\xEF\xBF\xBD"sv,
  };
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) {
    if (random() % 8 == 0) {
      text.push_back(static_cast<char>(static_cast<unsigned char>(random() & 0xFFU)));
    } else {
      text += parts[random() % std::size(parts)];
    }
  }
  return text;
}

// ---- ill-formed sequences, case by case ----

struct ill_formed_case {
  std::string_view bytes;
  std::vector<std::size_t> lengths; // of all elements, well-formed ones included
  std::size_t replacements;
  error_kind kind; // of the first error
  std::size_t offset;
  std::size_t length;
};

std::vector<ill_formed_case> ill_formed_cases() {
  constexpr auto continuation = error_kind::unexpected_continuation;
  return {
      // C0 and C1 can only begin overlong forms, alone or not
      {"\xC0\xAF"sv, {1, 1}, 2, error_kind::overlong, 0, 1},
      {"\xC1\xBF"sv, {1, 1}, 2, error_kind::overlong, 0, 1},
      {"\xC0"sv, {1}, 1, error_kind::overlong, 0, 1},
      // overlong forms of three and four bytes break after the lead
      {"\xE0\x80\x80"sv, {1, 1, 1}, 3, error_kind::overlong, 0, 1},
      {"\xE0\x9F\xBF"sv, {1, 1, 1}, 3, error_kind::overlong, 0, 1},
      {"\xF0\x80\x80\x80"sv, {1, 1, 1, 1}, 4, error_kind::overlong, 0, 1},
      {"\xF0\x8F\xBF\xBF"sv, {1, 1, 1, 1}, 4, error_kind::overlong, 0, 1},
      // surrogates D800 and DFFF
      {"\xED\xA0\x80"sv, {1, 1, 1}, 3, error_kind::surrogate, 0, 1},
      {"\xED\xBF\xBF"sv, {1, 1, 1}, 3, error_kind::surrogate, 0, 1},
      // beyond U+10FFFF
      {"\xF4\x90\x80\x80"sv, {1, 1, 1, 1}, 4, error_kind::too_large, 0, 1},
      {"\xF5\x80\x80\x80"sv, {1, 1, 1, 1}, 4, error_kind::too_large, 0, 1},
      {"\xF7\xBF\xBF\xBF"sv, {1, 1, 1, 1}, 4, error_kind::too_large, 0, 1},
      // bytes that UTF-8 never uses
      {"\xF8\x88\x80\x80\x80"sv, {1, 1, 1, 1, 1}, 5, error_kind::invalid_byte, 0, 1},
      {"\xFE\xFF"sv, {1, 1}, 2, error_kind::invalid_byte, 0, 1},
      // continuation bytes alone
      {"\x80"sv, {1}, 1, continuation, 0, 1},
      {"\xBF\x80\xBF\x80\xBF"sv, {1, 1, 1, 1, 1}, 5, continuation, 0, 1},
      {"中\xAD"sv, {3, 1}, 1, continuation, 3, 1},
      // cut at the end of the text
      {"\xE4"sv, {1}, 1, error_kind::truncated, 0, 1},
      {"\xE4\xB8"sv, {2}, 1, error_kind::truncated, 0, 2},
      {"\xC3"sv, {1}, 1, error_kind::truncated, 0, 1},
      {"\xF0\xA0"sv, {2}, 1, error_kind::truncated, 0, 2},
      {"\xF0\xA0\x80"sv, {3}, 1, error_kind::truncated, 0, 3},
      {"三万\xE4\xBA"sv, {3, 3, 2}, 1, error_kind::truncated, 6, 2},
      // cut by another character
      {"\xE4\xB8中"sv, {2, 3}, 1, error_kind::truncated, 0, 2},
      {"\xE4\xB8\xE4\xB8\xAD"sv, {2, 3}, 1, error_kind::truncated, 0, 2},
      {"a\xE4z"sv, {1, 1, 1}, 1, error_kind::truncated, 1, 1},
      {"\xF1\x80\x80\xE1\x80\xC2"sv, {3, 2, 1}, 3, error_kind::truncated, 0, 3},
      // the example of table 3-11 in the Unicode Standard
      {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"sv,
       {1, 3, 2, 1, 1, 1, 1, 1, 1, 1},
       6,
       error_kind::truncated,
       1,
       3},
  };
}

TEST_CASE("an ill-formed sequence gives one replacement per maximal subpart") {
  for (const ill_formed_case& expected : ill_formed_cases()) {
    CAPTURE(std::string(expected.bytes));
    std::vector<std::size_t> lengths;
    std::size_t replacements = 0;
    for (const utf8::element element : utf8::elements(expected.bytes)) {
      lengths.push_back(element.length);
      if (!element.well_formed) {
        CHECK(element.code_point == 0xFFFD);
        ++replacements;
      }
    }
    CHECK(lengths == expected.lengths);
    CHECK(replacements == expected.replacements);
    CHECK(utf8::count(expected.bytes) == expected.lengths.size());
  }
}

TEST_CASE("validate names kind, offset and length of the first error") {
  for (const ill_formed_case& expected : ill_formed_cases()) {
    CAPTURE(std::string(expected.bytes));
    // Behind and before well-formed text of every length, so that blocks meet it everywhere.
    for (const std::string_view padding : {"a"sv, "中"sv, "é"sv}) {
      for (std::size_t before = 0; before < 20; ++before) {
        std::string text;
        for (std::size_t i = 0; i < before; ++i)
          text += padding;
        const std::size_t shift = text.size();
        text += expected.bytes;
        if (before % 2 == 1) text += "，清源县";
        const utf8::validation verdict = utf8::validate(text);
        CHECK_FALSE(verdict);
        CHECK(verdict.kind == expected.kind);
        CHECK(verdict.offset == expected.offset + shift);
        CHECK(verdict.length == expected.length);
        CHECK(verdict.error().message() == hantext::error{expected.kind, 0, 0}.message());
      }
    }
  }
}

TEST_CASE("well-formed text is valid to its end") {
  for (const std::string_view text :
       {""sv, "a"sv, "云溪镇铺设水管 30 多公里"sv, "\0"sv, "𠀀é中a"sv, "\xEF\xBF\xBD"sv,
        "\xF4\x8F\xBF\xBF"sv, "\xED\x9F\xBF\xEE\x80\x80"sv, "0123456789abcdef"sv}) {
    const utf8::validation verdict = utf8::validate(text);
    CHECK(verdict);
    CHECK(verdict.kind == error_kind::none);
    CHECK(verdict.offset == text.size());
    CHECK(verdict.length == 0);
    CHECK(utf8::errors(text).empty());
  }
}

TEST_CASE("a replacement character written in the text is well-formed") {
  const auto only = utf8::elements("\xEF\xBF\xBD"sv).front();
  CHECK(only.code_point == utf8::replacement_character);
  CHECK(only.well_formed);
}

// ---- everything short, exhaustively ----

/// Both ends of each range in the table, and bytes beside them.
constexpr unsigned edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                              0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
                              0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFF};

TEST_CASE("all sequences of one and two bytes agree with the table of the standard") {
  for (unsigned first = 0; first < 256; ++first) {
    const char one[] = {static_cast<char>(first)};
    if (!every_way_agrees({one, 1})) FAIL(first);
    for (unsigned second = 0; second < 256; ++second) {
      const char two[] = {static_cast<char>(first), static_cast<char>(second)};
      if (!every_way_agrees({two, 2})) FAIL(first << " " << second);
    }
  }
  SUCCEED();
}

TEST_CASE("all sequences of three bytes agree with the table of the standard") {
  // Each alone; and, for the edges, all that share the first byte in one long text: there they
  // meet every alignment and each other.
  std::string row(std::size_t{3} * 256 * 256, '\0');
  for (unsigned first = 0; first < 256; ++first) {
    std::size_t filled = 0;
    for (unsigned rest = 0; rest < 256 * 256; ++rest) {
      const char three[] = {static_cast<char>(first), static_cast<char>(rest / 256),
                            static_cast<char>(rest % 256)};
      const auto view = utf8::elements(std::string_view(three, 3));
      std::size_t offset = 0;
      bool agrees = true;
      for (auto at = view.begin(); agrees && at != view.end(); ++at) {
        const utf8::element wanted = reference_at(three, 3, offset);
        agrees = *at == wanted;
        offset += wanted.length;
      }
      if (!agrees || offset != 3) FAIL(first << " " << rest / 256 << " " << rest % 256);
      for (const char byte : three)
        row[filled++] = byte;
    }
    if (std::ranges::find(edges, first) != std::end(edges) && !every_way_agrees(row)) FAIL(first);
  }
  SUCCEED();
}

TEST_CASE("sequences of four bytes agree with the table at the edges of its ranges") {
  for (const unsigned first : edges) {
    for (const unsigned second : edges) {
      for (const unsigned third : edges) {
        for (const unsigned fourth : edges) {
          const char four[] = {static_cast<char>(first), static_cast<char>(second),
                               static_cast<char>(third), static_cast<char>(fourth)};
          if (!every_way_agrees({four, 4}))
            FAIL(first << " " << second << " " << third << " " << fourth);
        }
      }
    }
  }
  SUCCEED();
}

TEST_CASE("every scalar value survives encode and decode") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    char bytes[4] = {};
    const std::size_t length = utf8::encode(c, bytes);
    const std::string_view text(bytes, length);
    const utf8::element back = utf8::decode_one(text, 0);
    if (back.code_point != c || back.length != length || !back.well_formed)
      FAIL(static_cast<std::uint32_t>(c));
  }
  SUCCEED();
}

// ---- random bytes ----

TEST_CASE("forward and backward iteration find the same elements on any bytes") {
  std::mt19937 random(20220601);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = hostile_bytes(random, random() % 40);
    CAPTURE(round);
    REQUIRE(every_way_agrees(text));
  }
}

TEST_CASE("char8_t text reads as char text does") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string text = hostile_bytes(random, 20);
    const std::u8string text8 = to_char8(text);
    const auto view = utf8::elements(text);
    const auto view8 = utf8::elements(text8);
    REQUIRE(std::equal(view.begin(), view.end(), view8.begin(), view8.end()));
    const auto points = utf8::code_points(text);
    const auto points8 = utf8::code_points(text8);
    REQUIRE(std::equal(points.begin(), points.end(), points8.begin(), points8.end()));
    REQUIRE(utf8::validate(text) == utf8::validate(text8));
    REQUIRE(utf8::count(text) == utf8::count(text8));
    REQUIRE(std::distance(utf8::errors(text).begin(), utf8::errors(text).end()) ==
            std::distance(utf8::errors(text8).begin(), utf8::errors(text8).end()));
    REQUIRE(to_char8(utf8::sanitize(text)) == utf8::sanitize(std::u8string_view(text8)));
    std::u32string out;
    std::u32string out8;
    utf8::decode(text, out);
    utf8::decode(text8, out8);
    REQUIRE(out == out8);
    if (!text.empty()) {
      REQUIRE(utf8::decode_one(text, 0) == utf8::decode_one(text8, 0));
      REQUIRE(utf8::decode_before(text, text.size()) == utf8::decode_before(text8, text8.size()));
    }
  }
}

TEST_CASE("decode_one inside a character, and decode_before inside one, stay within the text") {
  // Every byte at an end of its own buffer, so that an address sanitizer sees a step too far.
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    const std::string text = hostile_bytes(random, 6);
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
      for (std::size_t end = begin + 1; end <= text.size(); ++end) {
        const std::vector<char> cut(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                    text.begin() + static_cast<std::ptrdiff_t>(end));
        const std::string_view part(cut.data(), cut.size());
        const utf8::element first = utf8::decode_one(part, 0);
        REQUIRE((first.length >= 1 && first.length <= part.size()));
        const utf8::element last = utf8::decode_before(part, part.size());
        REQUIRE((last.length >= 1 && last.offset + last.length <= part.size()));
      }
    }
  }
}

// ---- the views in use ----

TEST_CASE("elements tell code point, offset and length") {
  const std::string text = "a中𠀀\xFF";
  const std::vector<utf8::element> expected = {
      {U'a', 0, 1, true}, {U'中', 1, 3, true}, {U'𠀀', 4, 4, true}, {0xFFFD, 8, 1, false}};
  const auto view = utf8::elements(text);
  CHECK(std::ranges::equal(view, expected));
  CHECK(view.front() == expected.front());
  CHECK(view.back() == expected.back());
  CHECK(view.text() == text);
  CHECK(view.front().bytes() == hantext::span{0, 1});
  CHECK((view.begin() == std::ranges::begin(view) && view.end().offset() == text.size()));
  CHECK(std::next(view.begin(), 2).offset() == 4);
  CHECK(std::next(view.begin(), 2).base() == text.data() + 4);
}

TEST_CASE("text is whatever converts to a string view, braces included") {
  const std::string text = "中a";
  const char* const pointer = text.c_str();
  CHECK(utf8::count(text) == 2);
  CHECK(utf8::count(pointer) == 2);
  CHECK(utf8::count("中a") == 2);
  CHECK(utf8::count({pointer, 3}) == 1);
  CHECK(utf8::count(u8"中a") == 2);
  CHECK(utf8::validate(std::u8string(u8"中")).ok);
  CHECK(utf8::elements({pointer, 3}).front().code_point == U'中');
}

TEST_CASE("an empty view has nothing, wherever it comes from") {
  CHECK(element_view().empty());
  CHECK(element_view().begin() == element_view().end());
  CHECK(utf8::code_points(std::string_view()).empty());
  CHECK(utf8::errors(std::string_view()).empty());
  CHECK(utf8::count(std::string_view()) == 0);
  CHECK(utf8::validate(std::string_view()).ok);
  CHECK(utf8::sanitize(std::string_view()).empty());
}

TEST_CASE("an iterator outlives its view and finds its way back") {
  const std::string text = "今年，新建 12 座桥";
  const auto comma = std::ranges::find(utf8::code_points(text), U'，');
  REQUIRE(comma != utf8::code_points(text).end());
  CHECK(text.substr(0, comma.offset()) == "今年");
  auto before = comma;
  CHECK(*--before == U'年');
  CHECK(*before-- == U'年');
  CHECK(*before++ == U'今');
  CHECK(*before == U'年');
}

TEST_CASE("the errors of a text come one by one") {
  const std::string text = "清源\xE4\xB8县\xFF\xC0\xAF记者\xF0\x9F";
  std::vector<hantext::span> spans;
  std::vector<error_kind> kinds;
  for (const hantext::error error : utf8::errors(text)) {
    spans.push_back({error.offset, error.offset + error.length});
    kinds.push_back(error.kind);
  }
  CHECK(spans == std::vector<hantext::span>{{6, 8}, {11, 12}, {12, 13}, {13, 14}, {20, 22}});
  CHECK(kinds == std::vector<error_kind>{error_kind::truncated, error_kind::invalid_byte,
                                         error_kind::overlong, error_kind::unexpected_continuation,
                                         error_kind::truncated});
}

// ---- copies ----

TEST_CASE("decode into a span stops where the room ends") {
  const std::string text = "安平街道 8 个社区abcdefghij";
  const std::size_t all = utf8::count(text);
  std::u32string whole;
  utf8::decode(text, whole);
  REQUIRE(whole.size() == all);
  for (std::size_t room = 0; room <= all + 3; ++room) {
    std::vector<char32_t> out(room, U'?');
    const std::size_t written = utf8::decode(text, out);
    CHECK(written == std::min(room, all));
    CHECK(
        std::equal(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(written), whole.begin()));
  }
}

TEST_CASE("decode into a string appends") {
  std::u32string out = U"前";
  utf8::decode("后\xFF"sv, out);
  CHECK(out == U"前后\uFFFD");
  utf8::decode(u8"又"sv, out);
  CHECK(out == U"前后\uFFFD又");
}

TEST_CASE("append writes what is no scalar value as a replacement") {
  std::string out;
  for (const char32_t c : {U'a', U'é', U'中', U'𠀀', char32_t{0xD800}, char32_t{0x110000}})
    utf8::append(out, c);
  CHECK(out == "aé中𠀀\uFFFD\uFFFD");
  std::u8string out8;
  utf8::append(out8, U'中');
  CHECK(out8 == u8"中");
}

TEST_CASE("sanitize replaces ill-formed subparts and leaves the rest") {
  CHECK(utf8::sanitize("清源县"sv) == "清源县");
  CHECK(utf8::sanitize("\xFF清\xE6\xBA源\xC0\xAF"sv) == "\uFFFD清\uFFFD源\uFFFD\uFFFD");
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    const std::string text = hostile_bytes(random, 25);
    const std::string clean = utf8::sanitize(text);
    REQUIRE(utf8::validate(clean));
    const auto before = utf8::code_points(text);
    const auto after = utf8::code_points(clean);
    REQUIRE(std::equal(before.begin(), before.end(), after.begin(), after.end()));
  }
}

TEST_CASE("UTF-16 code units are two for what is beyond U+FFFF") {
  CHECK(utf8::count_utf16(""sv) == 0);
  CHECK(utf8::count_utf16("清源县a"sv) == 4);
  CHECK(utf8::count_utf16("𠀀😀é"sv) == 5);
  CHECK(utf8::count_utf16("\xF0\xA0\x80中\xFF"sv) == 3);
  CHECK(utf8::count_utf16(u8"𠀀"sv) == 2);
  std::mt19937 random(13);
  for (int round = 0; round < 300; ++round) {
    const std::string text = hostile_bytes(random, 200);
    std::size_t expected = 0;
    for (const utf8::element& element : reference(text))
      expected += element.code_point > 0xFFFF ? 2 : 1;
    REQUIRE(utf8::count_utf16(text) == expected);
  }
}

TEST_CASE("for_each visits what the views show") {
  std::mt19937 random(17);
  for (int round = 0; round < 200; ++round) {
    const std::string text = hostile_bytes(random, random() % 2000);
    std::u32string visited;
    utf8::for_each(text, [&visited](char32_t c) { visited.push_back(c); });
    const auto view = utf8::code_points(text);
    REQUIRE(std::equal(view.begin(), view.end(), visited.begin(), visited.end()));
    std::vector<utf8::element> elements;
    utf8::for_each(text,
                   [&elements](const utf8::element& element) { elements.push_back(element); });
    REQUIRE(elements == reference(text));
  }
  std::u32string visited;
  utf8::for_each(u8"中a"sv, [&visited](char32_t c) { visited.push_back(c); });
  CHECK(visited == U"中a");
}

// ---- streams ----

/// The elements of the stream that arrives cut at `cuts`.
std::vector<utf8::element> decode_stream(std::string_view text, std::span<const std::size_t> cuts,
                                         utf8::validation& verdict) {
  std::vector<utf8::element> found;
  const auto sink = [&found](const utf8::element& element) { found.push_back(element); };
  utf8::stream_decoder decoder;
  std::size_t begin = 0;
  for (const std::size_t cut : cuts) {
    // A copy of its own for each piece: what comes before and after it is not there.
    const std::vector<char> piece(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                  text.begin() + static_cast<std::ptrdiff_t>(cut));
    decoder.feed(std::string_view(piece.data(), piece.size()), sink);
    begin = cut;
  }
  decoder.feed(text.substr(begin), sink);
  verdict = decoder.finish(sink);
  return found;
}

TEST_CASE("a stream gives the same elements wherever it is cut") {
  const std::string_view texts[] = {
      "记者 林晓：𠀀新建𠮷桥 3 座。"sv,
      "a\xC0\xAF\xE0\x80\x80\xED\xA0\x80中\xF0\x80\x80\x80\xF4\x90\x80"sv,
      "\xE4\xB8\xE4\xB8\xAD\xF0\xA0\xF0\xA0\x80\xF0\xA0\x80\x80\xE4\xB8"sv,
      "\xF0\xA0\x80"sv,
      "\xF1\x80\x80\xE1\x80\xC2"
      "b\x80"sv,
  };
  for (const std::string_view text : texts) {
    const std::vector<utf8::element> expected = reference(text);
    const utf8::validation wanted = utf8::validate(text);
    utf8::validation verdict;
    for (std::size_t first = 0; first <= text.size(); ++first) {
      for (std::size_t second = first; second <= text.size(); ++second) {
        const std::size_t cuts[] = {first, second};
        REQUIRE(decode_stream(text, cuts, verdict) == expected);
        REQUIRE(verdict == wanted);
      }
    }
    std::vector<std::size_t> everywhere;
    for (std::size_t cut = 1; cut < text.size(); ++cut)
      everywhere.push_back(cut);
    REQUIRE(decode_stream(text, everywhere, verdict) == expected);
    REQUIRE(verdict == wanted);
  }
}

TEST_CASE("a stream of hostile bytes in random pieces gives what the whole gives") {
  std::mt19937 random(3);
  for (int round = 0; round < 1000; ++round) {
    const std::string text = hostile_bytes(random, 30);
    std::vector<std::size_t> cuts;
    for (std::size_t cut = 0; cut <= text.size(); cut += random() % 6)
      cuts.push_back(cut);
    utf8::validation verdict;
    REQUIRE(decode_stream(text, cuts, verdict) == reference(text));
    REQUIRE(verdict == utf8::validate(text));
  }
}

TEST_CASE("a stream reports a truncated tail when it is finished, then starts anew") {
  utf8::stream_decoder decoder;
  std::u32string out;
  const auto sink = [&out](const utf8::element& element) { out += element.code_point; };
  decoder.feed("中\xE4"sv, sink);
  decoder.feed("\xB8"sv, sink);
  CHECK(out == U"中");
  CHECK(decoder.status() == utf8::validation{true, error_kind::none, 3, 0});
  const utf8::validation verdict = decoder.finish(sink);
  CHECK(verdict == utf8::validation{false, error_kind::truncated, 3, 2});
  CHECK(out == U"中\uFFFD");

  decoder.feed(u8"新"sv, sink);
  CHECK(decoder.finish(sink) == utf8::validation{true, error_kind::none, 3, 0});
  CHECK(out == U"中\uFFFD新");
}

// ---- at compile time and at run time ----

constexpr bool constant_views() {
  std::size_t offsets = 0;
  char32_t last = 0;
  for (const utf8::element element : utf8::elements("三万a\xFF五千"sv)) {
    offsets += element.offset;
    last = element.code_point;
  }
  const auto points = utf8::code_points(u8"𠀀中é"sv);
  auto at = points.end();
  const bool backward = *--at == U'é' && *--at == U'中' && *--at == U'𠀀' && at == points.begin();
  return offsets == 0 + 3 + 6 + 7 + 8 + 11 && last == U'千' && backward &&
         utf8::decode_one("中\xE4"sv, 3) == utf8::element{0xFFFD, 3, 1, false} &&
         utf8::decode_before("中文"sv, 6).code_point == U'文';
}

constexpr bool constant_blocks() {
  char32_t room[16] = {};
  const auto text = "0123456789中文字é\xC0"sv;
  const std::size_t written = utf8::decode(text, room);
  char bytes[4] = {};
  char8_t bytes8[4] = {};
  std::size_t errors = 0;
  for (const hantext::error error : utf8::errors("\xE4\xB8中\x80"sv))
    errors += error.offset + error.length;
  char32_t visited = 0;
  utf8::for_each("中a"sv, [&visited](char32_t c) { visited += c; });
  if (visited != U'中' + U'a' || utf8::count_utf16("中𠀀"sv) != 3) return false;
  return written == 15 && utf8::count(text) == 15 && room[9] == U'9' && room[12] == U'字' &&
         room[14] == 0xFFFD && utf8::validate("12345678中文"sv) && !utf8::validate(u8"中\xC0"sv) &&
         utf8::encode(U'中', bytes) == 3 && bytes[0] == '\xE4' && utf8::encode(U'é', bytes8) == 2 &&
         errors == 0 + 2 + 5 + 1;
}

constexpr bool constant_stream() {
  char32_t sum = 0;
  const auto sink = [&sum](const utf8::element& element) { sum += element.code_point; };
  utf8::stream_decoder decoder;
  decoder.feed("\xE4"sv, sink);
  decoder.feed("\xB8"sv, sink);
  decoder.feed("\xAD\xF0"sv, sink);
  return !decoder.finish(sink) && sum == U'中' + 0xFFFD;
}

TEST_CASE("views, blocks and streams work in constant evaluation as at run time") {
  static_assert(constant_views());
  static_assert(constant_blocks());
  static_assert(constant_stream());
  REQUIRE(constant_views());
  REQUIRE(constant_blocks());
  REQUIRE(constant_stream());
}

} // namespace
