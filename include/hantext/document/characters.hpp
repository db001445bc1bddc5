/// \file
/// What a printed page asks of a character: does it print, break a line, end a sentence, open or
/// close, and how wide is it? Answers come from tables, for the scanner asks at every mark.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/utf8.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::detail {

/// Widths are in quarters of an em: a Han character is 4, a digit 2.
inline constexpr std::uint32_t em = 4;

/// Characters that print as nothing and that the clean text leaves out. U+200C and U+200D are kept
/// because they join and part the letters beside them.
constexpr bool prints_nothing(char32_t c) noexcept {
  return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

constexpr bool breaks_line(char32_t c) noexcept {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// End marks of a sentence. ｡ is the half-width 。
constexpr bool ends_sentence(char32_t c) noexcept {
  switch (c) {
  case U'。':
  case U'！':
  case U'？':
  case U'…':
  case U'!':
  case U'?':
  case U'\uFF61':
    return true;
  default:
    return false;
  }
}

/// What splits text into sentences: ； too.
constexpr bool divides_sentences(char32_t c) noexcept {
  return c == U'；' || c == U';' || ends_sentence(c);
}

constexpr bool is_comma(char32_t c) noexcept {
  return c == U'，' || c == U'、' || c == U',' || c == U'\uFF64' || c == U'﹐' || c == U'﹑';
}

constexpr bool is_clause_mark(char32_t c) noexcept {
  return c == U'；' || c == U'：' || c == U';' || c == U':';
}

/// Punctuation of the full width, which is set between a half and a whole em wide.
constexpr bool is_flexible(char32_t c) noexcept {
  return (c >= 0x2014 && c <= 0x2026) || (c >= 0x3001 && c <= 0x301F) ||
         (c >= 0xFF01 && c <= 0xFF1F && !chars::is_digit(c));
}

/// What the scanner asks of a character, as bits.
enum character_trait : std::uint16_t {
  trait_space = 1,    // blank
  trait_nothing = 2,  // prints_nothing
  trait_break = 4,    // breaks_line
  trait_sentence = 8, // ends_sentence
  trait_comma = 16,   // is_comma or is_clause_mark
  trait_opening = 32,
  trait_closing = 64,
  trait_flexible = 128,
  trait_square = 256,   // □, which opens by-lines
  trait_control = 512,  // a control character of ASCII other than the blanks
  trait_stop = 1024,    // what divides sentences, and brackets that may hold such
  trait_bracket = 2048, // （ (
  trait_point = 4096,   // . ．, which ends a sentence where 。 is set so: after a Han character
};

constexpr std::uint16_t traits_of(char32_t c) noexcept {
  unsigned traits = 0;
  if (breaks_line(c)) traits |= trait_break;
  if (prints_nothing(c)) traits |= trait_nothing;
  if (chars::is_space(c)) traits |= trait_space;
  if (ends_sentence(c)) traits |= trait_sentence;
  if (is_comma(c) || is_clause_mark(c)) traits |= trait_comma;
  if (chars::is_opening(c)) traits |= trait_opening;
  if (chars::is_closing(c)) traits |= trait_closing;
  if (is_flexible(c)) traits |= trait_flexible;
  if (c == U'□') traits |= trait_square;
  if (c < 0x20 && traits == 0) traits |= trait_control;
  if (c == U'（' || c == U'(') traits |= trait_bracket | trait_stop;
  if (divides_sentences(c) || c == U'《') traits |= trait_stop;
  if (c == U'.' || c == U'．') traits |= trait_point;
  return static_cast<std::uint16_t>(traits);
}

/// The traits of 64 characters from `First` on.
template <char32_t First, class> struct trait_block {
  std::uint16_t traits[64];
  constexpr trait_block() noexcept : traits() {
    for (char32_t i = 0; i < 64; ++i)
      traits[i] = traits_of(First + i);
  }
};
template <char32_t First, class T> inline constexpr trait_block<First, T> traits_from{};

/// For each 64 characters of the basic plane their traits. Blocks that are not named have none.
template <class T> struct trait_pages {
  std::uint16_t traits[17][64] = {}; // the first block is of characters without traits
  std::uint8_t block[1024] = {};

  constexpr trait_pages() noexcept {
    struct named {
      char32_t first;
      const std::uint16_t* traits;
    };
    const named blocks[] = {
        {0x0000, traits_from<0x0000, T>.traits}, {0x0040, traits_from<0x0040, T>.traits},
        {0x0080, traits_from<0x0080, T>.traits}, {0x1680, traits_from<0x1680, T>.traits},
        {0x2000, traits_from<0x2000, T>.traits}, {0x2040, traits_from<0x2040, T>.traits},
        {0x2300, traits_from<0x2300, T>.traits}, {0x2580, traits_from<0x2580, T>.traits},
        {0x27C0, traits_from<0x27C0, T>.traits}, {0x2980, traits_from<0x2980, T>.traits},
        {0x3000, traits_from<0x3000, T>.traits}, {0xFE00, traits_from<0xFE00, T>.traits},
        {0xFE40, traits_from<0xFE40, T>.traits}, {0xFEC0, traits_from<0xFEC0, T>.traits},
        {0xFF00, traits_from<0xFF00, T>.traits}, {0xFF40, traits_from<0xFF40, T>.traits},
    };
    std::uint8_t used = 0;
    for (const named& each : blocks) {
      block[each.first >> 6] = ++used;
      for (std::size_t i = 0; i < 64; ++i)
        traits[used][i] = each.traits[i];
    }
  }
};
template <class T = void> inline constexpr trait_pages<T> character_traits{};

/// `traits_of`, by table.
template <class T = void> inline std::uint16_t find_traits(char32_t c) noexcept {
  return c < 0x10000 ? character_traits<T>.traits[character_traits<T>.block[c >> 6]][c & 63]
                     : std::uint16_t{0};
}

/// The closing half of a bracket or quote, also the straight quotes that say not which way.
template <class = void> inline bool closes(char32_t c) noexcept {
  return c == U'"' || c == U'\'' || (find_traits(c) & trait_closing) != 0;
}

/// Width in print, the least for what is flexible.
constexpr std::uint32_t print_width(char32_t c) noexcept {
  return c < 0x0400 || is_flexible(c) ? 2 : em;
}

// ---- Well-formed text, a lead byte at a time ----------------------------------------------------

constexpr unsigned byte_at(std::string_view text, std::size_t at) noexcept {
  return static_cast<unsigned char>(text[at]);
}

/// Whether the byte leads one of U+4000 to U+BFFF, which is nearly every character there is. All
/// are three bytes long and an em wide, and none has a trait.
constexpr bool leads_plain(unsigned byte) noexcept { return byte >= 0xE4 && byte <= 0xEB; }

/// Decodes the character at `at` of well-formed text.
constexpr utf8::element decode_valid(std::string_view text, std::size_t at) noexcept {
  const char32_t lead = byte_at(text, at);
  const auto more = [&](std::size_t i) {
    return static_cast<char32_t>(byte_at(text, at + i) & 0x3FU);
  };
  if (lead < 0x80) return {lead, at, 1, true};
  if (lead < 0xE0) return {(lead & 0x1FU) << 6 | more(1), at, 2, true};
  if (lead < 0xF0) return {(lead & 0x0FU) << 12 | more(1) << 6 | more(2), at, 3, true};
  return {(lead & 0x07U) << 18 | more(1) << 12 | more(2) << 6 | more(3), at, 4, true};
}

/// Decodes the character that ends at `end` of well-formed text.
constexpr utf8::element decode_valid_before(std::string_view text, std::size_t end) noexcept {
  std::size_t at = end - 1;
  while ((byte_at(text, at) & 0xC0U) == 0x80)
    --at;
  return decode_valid(text, at);
}

/// Whether the point at `at` ends a sentence as 。 does: it follows a Han
/// character, a percent sign or what closes, and neither a letter nor a digit follows it.
template <class = void> inline bool is_full_stop(std::string_view text, std::size_t at) noexcept {
  if (at == 0) return false;
  const char32_t before = utf8::decode_before(text, at).code_point;
  if (!chars::is_han(before) && before != U'%' && before != U'％' && !closes(before)) return false;
  const std::size_t next = at + (text[at] == '.' ? 1 : 3);
  if (next >= text.size()) return true;
  const unsigned byte = byte_at(text, next);
  return byte >= 0x80 || !(chars::is_latin(byte) || chars::is_digit(byte) || byte == U'.');
}

} // namespace hantext::detail
