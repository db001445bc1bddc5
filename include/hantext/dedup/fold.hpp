/// \file
/// What two copies of a text have in common when print, scanner and editor have done their part:
/// the text without width, case, white space and punctuation.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::dedup {

/// The lower-case form of a letter of the Latin (Basic, Latin-1, Extended-A), Greek or Cyrillic
/// alphabet where the two forms are a fixed distance apart; any other character as it is.
constexpr char32_t fold_case(char32_t c) noexcept {
  const auto in = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
  if (in(U'A', U'Z')) return c + 32;
  if (c < 0xC0) return c;
  if (in(0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (in(0x100, 0x12F) || in(0x132, 0x137) || in(0x14A, 0x177)) return c | 1;
  if (in(0x139, 0x148) || in(0x179, 0x17E)) return c + (c & 1);
  if (in(0x391, 0x3A9) && c != 0x3A2) return c + 32;
  if (in(0x410, 0x42F)) return c + 32;
  if (in(0x400, 0x40F)) return c + 80;
  return c;
}

/// The character that duplicates are compared by: width and case folded, 0 for white space and
/// punctuation, which do not count.
constexpr char32_t fold(char32_t c) noexcept {
  if (0x4E00 <= c && c <= 0x9FFF) return c; // most of the text
  if (chars::is_space(c)) return 0;
  const char32_t narrow = chars::fold_width(c);
  if (chars::is_punctuation(c) || chars::is_punctuation(narrow) || chars::is_space(narrow))
    return 0;
  return fold_case(narrow);
}

/// A text as duplicates are compared: every character folded, those that do not count left out.
/// Ill-formed bytes become U+FFFD. Linear.
template <class = void> std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (const char32_t c : utf8::code_points(text))
    if (const char32_t f = fold(c); f != 0) utf8::append(folded, f);
  return folded;
}

/// The units that texts are compared by, unless a tokeniser of the caller's says otherwise:
/// characters. A tokeniser is called with a paragraph and a function; it calls that function with
/// the `span` of every token in order, none empty:
///
///     const auto words = [&](std::string_view text, auto&& token) {
///       for (const hantext::span word : segment(text))
///         token(word);
///     };
///
/// Tokens are folded like text, and those of which nothing remains do not count. A token of several
/// characters is known by a hash of 31 bits. Lengths are then in tokens, not in characters.
struct characters {};

namespace detail {

/// The number that stands for a token: a folded character itself, several as a hash, 0 for none.
inline char32_t unit_of(std::string_view token) noexcept {
  std::uint64_t value = 0;
  char32_t only = 0;
  std::size_t count = 0;
  for (const char32_t c : utf8::code_points(token)) {
    const char32_t folded = fold(c);
    if (folded == 0) continue;
    only = folded;
    ++count;
    value = (value ^ folded) * 0x9E37'79B9'7F4A'7C15;
    value ^= value >> 32;
  }
  return count < 2 ? only : static_cast<char32_t>(0x8000'0000 | (value >> 33));
}

/// Calls `emit(unit, bytes)` for each unit of a text that counts.
template <class Tokenizer, class Emit>
void for_each_unit(std::string_view text, const Tokenizer& tokenizer, Emit&& emit) {
  tokenizer(text, [&](span token) {
    if (const char32_t unit = unit_of(token.in(text)); unit != 0) emit(unit, token);
  });
}
template <class Emit>
void for_each_unit(std::string_view text, const characters& /*unused*/, Emit&& emit) {
  for (const utf8::element& e : utf8::elements(text))
    if (const char32_t f = fold(e.code_point); f != 0) emit(f, e.bytes());
}

template <class Tokenizer>
void fold_onto(std::string_view text, std::u32string& out, const Tokenizer& tokenizer) {
  for_each_unit(text, tokenizer, [&](char32_t unit, span) { out.push_back(unit); });
}
inline void fold_onto(std::string_view text, std::u32string& out, const characters& /*unused*/) {
  char32_t folded[256];
  char32_t* const room_end = std::end(folded);
  char32_t* end = folded;
  for (std::size_t i = 0; i < text.size();) {
    if (end == room_end) {
      out.append(folded, room_end);
      end = folded;
    }
    // Most of the text: the ideographs of the first block, of three bytes each.
    const auto* from = reinterpret_cast<const unsigned char*>(text.data()) + i;
    std::size_t most = std::min((text.size() - i) / 3, static_cast<std::size_t>(room_end - end));
    for (; most > 0; --most, from += 3) {
      const std::uint32_t first = from[0] - 0xE4U;
      const std::uint32_t second = from[1] ^ 0x80U;
      const std::uint32_t third = from[2] ^ 0x80U;
      const char32_t c = 0x4000 + (first << 12) + (second << 6) + third;
      if (first > 0xE9 - 0xE4 || (second | third) > 0x3F || c < 0x4E00) break;
      *end++ = c;
    }
    i = static_cast<std::size_t>(from - reinterpret_cast<const unsigned char*>(text.data()));
    if (end == room_end || i == text.size()) continue;
    const utf8::element other = utf8::decode_one(text, i);
    *end = fold(other.code_point);
    end += *end != 0 ? 1 : 0;
    i += other.length;
  }
  out.append(folded, end);
}

/// The bytes of `text` between the white space at both ends.
template <class = void> span trimmed(std::string_view text) noexcept {
  span all{0, text.size()};
  while (all.begin < all.end) {
    const utf8::element first = utf8::decode_one(text, all.begin);
    if (!chars::is_space(first.code_point)) break;
    all.begin += first.length;
  }
  while (all.begin < all.end) {
    const utf8::element last = utf8::decode_before(text, all.end);
    if (!chars::is_space(last.code_point)) break;
    all.end -= last.length;
  }
  return all;
}

/// Folded texts one after the other in one piece of memory.
template <class = void> class basic_texts {
public:
  std::size_t size() const noexcept { return ends_.size(); }
  std::size_t characters() const noexcept { return letters_.size(); }
  std::u32string_view operator[](std::size_t i) const noexcept {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::u32string_view(letters_.data() + begin, ends_[i] - begin);
  }
  template <class Tokenizer = dedup::characters>
  void add(std::string_view text, const Tokenizer& tokenizer = {}) {
    fold_onto(text, letters_, tokenizer);
    ends_.push_back(letters_.size());
  }
  void reserve(std::size_t count, std::size_t characters) {
    letters_.reserve(characters);
    ends_.reserve(count);
  }

private:
  std::u32string letters_;
  std::vector<std::size_t> ends_;
};
using texts = basic_texts<>;

/// Spreads the bits of a number (the finalizer of MurmurHash3).
constexpr std::uint64_t mixed(std::uint64_t value) noexcept {
  value = (value ^ (value >> 33)) * 0xFF51'AFD7'ED55'8CCD;
  value = (value ^ (value >> 33)) * 0xC4CE'B9FE'1A85'EC53;
  return value ^ (value >> 33);
}

/// 128 bits that stand for a folded text.
struct text_hash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend constexpr bool operator==(const text_hash&, const text_hash&) noexcept = default;
  friend constexpr auto operator<=>(const text_hash&, const text_hash&) noexcept = default;
};

inline text_hash hash(std::u32string_view text) noexcept {
  std::uint64_t high = 0xCBF2'9CE4'8422'2325;
  std::uint64_t low = text.size();
  for (std::size_t i = 0; i < text.size(); i += 2) { // two at a time
    const std::uint64_t word = text[i] | std::uint64_t{i + 1 < text.size() ? text[i + 1] : U'\0'}
                                             << 32;
    high = (high ^ word) * 0x9E37'79B9'7F4A'7C15;
    high ^= high >> 32;
    low = (low + word) * 0xD134'2543'DE82'EF95;
    low ^= low >> 29;
  }
  return {mixed(high), mixed(low)};
}

} // namespace detail
} // namespace hantext::dedup
