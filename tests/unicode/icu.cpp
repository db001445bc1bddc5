// UTF-8 and the character classes beside ICU, which is only needed here.
#include <hantext/chars.hpp>
#include <hantext/utf8.hpp>

#include "../catch.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chars = hantext::chars;
namespace utf8 = hantext::utf8;
using namespace std::string_view_literals;

namespace {

// ---- sequences of bytes ----

/// What ICU reads, U+FFFD for each ill-formed subpart.
void icu_decode(std::string_view text, std::u32string& out) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  out.clear();
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    out.push_back(static_cast<char32_t>(c));
  }
}

/// Whether the views find in a short text what ICU finds, and as many bytes to each.
bool alone_agrees(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t at = 0;
  bool good = true;
  for (const utf8::element element : utf8::elements(text)) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    good = good && c >= 0;
    if (element.well_formed != (c >= 0)) return false;
    if (element.code_point != (c < 0 ? 0xFFFD : static_cast<char32_t>(c)) ||
        element.offset != static_cast<std::size_t>(begin) || element.length != at - begin)
      return false;
  }
  return at == size && utf8::validate(text).ok == good;
}

/// Texts decoded in one go at each place that a block of bytes can begin.
class alignments {
public:
  explicit alignments(std::size_t step) : step_(step) {}

  bool agree(std::string_view text) {
    icu_decode(text, expected_);
    room_.resize(text.size() + 128);
    decoded_.resize(expected_.size() + 1);
    const std::size_t skip = 64 - reinterpret_cast<std::uintptr_t>(room_.data()) % 64;
    for (std::size_t alignment = 0; alignment < 64; alignment += step_) {
      char* const first = room_.data() + skip + alignment;
      std::memcpy(first, text.data(), text.size());
      const std::string_view moved(first, text.size());
      if (utf8::decode(moved, std::span<char32_t>(decoded_)) != expected_.size() ||
          std::memcmp(decoded_.data(), expected_.data(), expected_.size() * sizeof(char32_t)) !=
              0 ||
          utf8::count(moved) != expected_.size())
        return false;
    }
    return true;
  }

private:
  std::size_t step_;
  std::vector<char> room_;
  std::u32string expected_;
  std::vector<char32_t> decoded_;
};

#ifdef HANTEXT_TEST_EXHAUSTIVE
constexpr std::size_t three_byte_step = 1;
#else
constexpr std::size_t three_byte_step = 29; // under sanitizers and so on: some alignments only
#endif

constexpr std::string_view chinese = "清源县今年铺设水管，安平街道的居民都说好。"sv;

TEST_CASE("all sequences of one and two bytes read as ICU reads them") {
  alignments everywhere(1);
  for (unsigned first = 0; first < 256; ++first) {
    std::string row;
    for (unsigned second = 0; second < 256; ++second) {
      const char two[] = {static_cast<char>(first), static_cast<char>(second)};
      if (!alone_agrees({two, 1}) || !alone_agrees({two, 2})) FAIL(first << " " << second);
      row += chinese.substr(0, 3 * (second % 13));
      row.append(two, 1 + second % 2);
      row += "中";
      row.append(two, 2);
    }
    if (!everywhere.agree(row)) FAIL(first);
  }
  SUCCEED();
}

TEST_CASE("all sequences of three bytes read as ICU reads them, alone and in Chinese text") {
  alignments everywhere(three_byte_step);
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      std::string row;
      for (unsigned third = 0; third < 256; ++third) {
        const char three[] = {static_cast<char>(first), static_cast<char>(second),
                              static_cast<char>(third)};
        if (!alone_agrees({three, 3})) FAIL(first << " " << second << " " << third);
        row += "中";
        row.append(three, 3);
      }
      if (!everywhere.agree(row)) FAIL(first << " " << second);
    }
  }
  SUCCEED();
}

TEST_CASE(
    "sequences of four bytes at the edges read as ICU reads them, alone and in Chinese text") {
  constexpr unsigned edges[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
                                0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
                                0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFF};
  alignments everywhere(1);
  for (const unsigned first : edges) {
    for (const unsigned second : edges) {
      std::string row;
      for (const unsigned third : edges) {
        for (const unsigned fourth : edges) {
          const char four[] = {static_cast<char>(first), static_cast<char>(second),
                               static_cast<char>(third), static_cast<char>(fourth)};
          if (!alone_agrees({four, 4}))
            FAIL(first << " " << second << " " << third << " " << fourth);
          row += chinese.substr(0, 3 * (third % 5));
          row.append(four, 4);
        }
      }
      if (!everywhere.agree(row)) FAIL(first << " " << second);
    }
  }
  SUCCEED();
}

TEST_CASE("each edge sequence by itself in long Chinese text reads as ICU reads it") {
  // Here the windows around it are well-formed: it is found by the kernels, not by what follows an
  // error.
  constexpr unsigned edges[] = {0x41, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0,
                                0xE4, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF};
  std::string text;
  while (text.size() < 700)
    text += chinese;
  alignments everywhere(three_byte_step);
  for (const unsigned first : edges) {
    for (const unsigned second : edges) {
      for (const unsigned third : edges) {
        const char three[] = {static_cast<char>(first), static_cast<char>(second),
                              static_cast<char>(third)};
        std::string with = text;
        with.insert(300 + (first + second) % 3 * 3, three, 3);
        if (!everywhere.agree(with)) FAIL(first << " " << second << " " << third);
      }
    }
  }
  SUCCEED();
}

// ---- classes of characters ----

constexpr char32_t last_code_point = 0x10FFFF;

/// ICU may be of an older Unicode than the tables (15.1), where later characters are unassigned.
bool known_to_icu(char32_t c) { return u_charType(static_cast<UChar32>(c)) != U_UNASSIGNED; }

TEST_CASE("Han is what ICU has under Script=Han") {
  for (char32_t c = 0; c <= last_code_point; ++c) {
    if (!known_to_icu(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    const bool han = uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
    if (han != chars::is_han(c)) FAIL(std::hex << static_cast<std::uint32_t>(c));
  }
  SUCCEED();
}

TEST_CASE("space is White_Space of ICU and three characters that print as nothing") {
  for (char32_t c = 0; c <= last_code_point; ++c) {
    const bool space =
        u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || c == 0x200B || c == 0x2060 || c == 0xFEFF;
    if (space != chars::is_space(c)) FAIL(std::hex << static_cast<std::uint32_t>(c));
  }
  SUCCEED();
}

TEST_CASE("digits have the values that ICU gives them") {
  for (char32_t c = 0; c <= last_code_point; ++c) {
    if (chars::is_digit(c) && chars::digit_value(c) != u_charDigitValue(static_cast<UChar32>(c)))
      FAIL(std::hex << static_cast<std::uint32_t>(c));
  }
  SUCCEED();
}

TEST_CASE("punctuation is General_Category P, in the blocks of Chinese text all of it") {
  constexpr char32_t blocks[][2] = {{0x0021, 0x007E}, {0x2010, 0x205E}, {0x2E00, 0x2E5D},
                                    {0x3001, 0x303F}, {0xFE10, 0xFE6B}, {0xFF01, 0xFF65}};
  for (char32_t c = 0; c <= last_code_point; ++c) {
    if (!known_to_icu(c)) continue;
    const bool category_p = u_ispunct(static_cast<UChar32>(c)) != 0;
    const std::int8_t type = u_charType(static_cast<UChar32>(c));
    const bool symbol = type == U_MATH_SYMBOL || type == U_MODIFIER_SYMBOL ||
                        type == U_CURRENCY_SYMBOL || type == U_OTHER_SYMBOL;
    bool in_block = false;
    for (const auto& block : blocks)
      in_block = in_block || (block[0] <= c && c <= block[1]);
    const bool punctuation = chars::is_punctuation(c);
    // Symbols may be among it (+ and ～), letters and the like may not.
    if (punctuation && !category_p && !symbol) FAIL(std::hex << static_cast<std::uint32_t>(c));
    if (in_block && category_p && !punctuation) FAIL(std::hex << static_cast<std::uint32_t>(c));
  }
  SUCCEED();
}

TEST_CASE("opening and closing halves are pairs to ICU") {
  for (char32_t c = 0; c <= last_code_point; ++c) {
    const char32_t closing = chars::closing_of(c);
    if (closing == 0) continue;
    const std::int8_t type = u_charType(static_cast<UChar32>(c));
    const std::int8_t closing_type = u_charType(static_cast<UChar32>(closing));
    CAPTURE(static_cast<std::uint32_t>(c));
    CHECK((type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION));
    CHECK((closing_type == U_END_PUNCTUATION || closing_type == U_FINAL_PUNCTUATION));
    // Where Unicode pairs brackets (for bidirectional text), it is the same pair.
    const UChar32 pair = u_getBidiPairedBracket(static_cast<UChar32>(c));
    if (pair != static_cast<UChar32>(c)) CHECK(static_cast<char32_t>(pair) == closing);
  }
}

TEST_CASE("width folds by the <wide> and <narrow> decompositions of ICU") {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const compatibility = unorm2_getNFKCInstance(&status);
  REQUIRE(U_SUCCESS(status));
  for (char32_t c = 0; c <= last_code_point; ++c) {
    const int type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE);
    char32_t expected = c;
    if (type == U_DT_WIDE || type == U_DT_NARROW) {
      UChar units[8] = {};
      status = U_ZERO_ERROR;
      const std::int32_t length =
          unorm2_getRawDecomposition(compatibility, static_cast<UChar32>(c), units, 8, &status);
      if (length != 1) FAIL(std::hex << static_cast<std::uint32_t>(c));
      expected = units[0];
    }
    if (chars::fold_width(c) != expected) FAIL(std::hex << static_cast<std::uint32_t>(c));
  }
  SUCCEED();
}

} // namespace
