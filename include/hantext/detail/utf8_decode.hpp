/// \file
/// One UTF-8 element at a time, forward and backward: what every loop over text is built from.
///
/// Works on any byte-sized character type (`char`, `char8_t`) and in constant evaluation. Nothing
/// here reads outside `[first, last)`.
#pragma once

#include <hantext/result/error.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

// Keeps the rare half of decoding out of the callers' loops; inlined there it halves their speed.
#if defined(_MSC_VER) && !defined(__clang__)
#define HANTEXT_DETAIL_NOINLINE [[msvc::noinline]]
#elif defined(__GNUC__) || defined(__clang__)
#define HANTEXT_DETAIL_NOINLINE [[gnu::noinline, gnu::pure]]
#else
#define HANTEXT_DETAIL_NOINLINE
#endif

namespace hantext::detail {

/// What stands in for each maximal subpart that is not well-formed.
inline constexpr char32_t replacement_character = 0xFFFD;

/// One element: a character, or a maximal subpart of an ill-formed sequence.
struct utf8_decoded {
  char32_t code_point;
  std::uint8_t length; ///< bytes, at least 1
  error_kind kind;     ///< `none` where well-formed
};

template <class Char> constexpr std::uint32_t utf8_byte(Char unit) noexcept {
  return static_cast<unsigned char>(unit);
}

template <class Char> constexpr bool utf8_is_continuation(Char unit) noexcept {
  return (utf8_byte(unit) & 0xC0U) == 0x80U;
}

/// The rare half of `utf8_decode_one`: two and four bytes, the edges of three, and all errors.
/// Row by row what Unicode's table 3-7 allows as second byte; the third and fourth are always
/// 80–BF.
template <class Char>
HANTEXT_DETAIL_NOINLINE constexpr utf8_decoded utf8_decode_by_table(const Char* first,
                                                                    const Char* last) noexcept {
  const auto ill_formed = [](std::uint8_t length, error_kind kind) {
    return utf8_decoded{replacement_character, length, kind};
  };
  const std::uint32_t lead = utf8_byte(*first);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1, error_kind::none};
  if (lead < 0xC0) return ill_formed(1, error_kind::unexpected_continuation);
  if (lead < 0xC2) return ill_formed(1, error_kind::overlong);
  if (lead > 0xF7) return ill_formed(1, error_kind::invalid_byte);
  if (lead > 0xF4) return ill_formed(1, error_kind::too_large);

  const std::uint8_t needed = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const std::ptrdiff_t available = last - first;
  if (available < 2 || !utf8_is_continuation(first[1])) {
    return ill_formed(1, error_kind::truncated);
  }
  const std::uint32_t second = utf8_byte(first[1]);
  if (lead == 0xE0 && second < 0xA0) return ill_formed(1, error_kind::overlong);
  if (lead == 0xED && second > 0x9F) return ill_formed(1, error_kind::surrogate);
  if (lead == 0xF0 && second < 0x90) return ill_formed(1, error_kind::overlong);
  if (lead == 0xF4 && second > 0x8F) return ill_formed(1, error_kind::too_large);

  // The lead keeps 5, 4 or 3 bits of the character, each further byte 6.
  std::uint32_t value = lead & (0x7FU >> needed);
  value = value << 6 | (second & 0x3FU);
  for (std::uint8_t i = 2; i < needed; ++i) {
    if (available <= i || !utf8_is_continuation(first[i])) {
      return ill_formed(i, error_kind::truncated);
    }
    value = value << 6 | (utf8_byte(first[i]) & 0x3FU);
  }
  return {static_cast<char32_t>(value), needed, error_kind::none};
}

/// Four bytes as a number, the first in the lowest place whatever the machine's byte order.
template <class Char> constexpr std::uint32_t utf8_load_four(const Char* first) noexcept {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  // Compilers would make one load of the shifts too, but so late that they no longer see that a
  // step forward decodes what has just been decoded.
  if (!std::is_constant_evaluated()) {
    std::uint32_t word = 0;
    __builtin_memcpy(&word, first, sizeof word);
    return word;
  }
#endif
  return utf8_byte(first[0]) | utf8_byte(first[1]) << 8 | utf8_byte(first[2]) << 16 |
         utf8_byte(first[3]) << 24;
}

/// Whether the lowest three bytes are 1110xxxx 10xxxxxx 10xxxxxx, the lead neither E0 nor ED: those
/// two need a look at the second byte.
constexpr bool utf8_plain_three(std::uint32_t word) noexcept {
  constexpr std::uint32_t strict_leads = 0x2001; // bit n set: lead En does not take them all
  return ((word & 0xC0C0F0U) | (strict_leads >> (word & 0x1FU) & 1U)) == 0x8080E0U;
}

/// The element that starts at `first`; `first < last`. Plain three-byte characters (nearly all of
/// Chinese text) and ASCII take the short way.
template <class Char>
constexpr utf8_decoded utf8_decode_one(const Char* first, const Char* last) noexcept {
  if (last - first >= 4) [[likely]] {
    const std::uint32_t word = utf8_load_four(first);
    if (utf8_plain_three(word)) [[likely]] {
      // Taking the marks off in one subtraction is shorter than masking them off.
      constexpr std::uint32_t marks = 0xE0U << 12 | 0x80U << 6 | 0x80U;
      const std::uint32_t value =
          (utf8_byte(first[0]) << 12) + (utf8_byte(first[1]) << 6) + utf8_byte(first[2]) - marks;
      return {static_cast<char32_t>(value), 3, error_kind::none};
    }
    if ((word & 0x80U) == 0) return {static_cast<char32_t>(word & 0x7FU), 1, error_kind::none};
  }
  return utf8_decode_by_table(first, last);
}

/// Where the element that starts at `first` ends; `first < last`. Says what `utf8_decode_one` says,
/// in such a way that compilers see it where both are asked.
template <class Char>
constexpr const Char* utf8_next(const Char* first, const Char* last) noexcept {
  if (last - first >= 4) [[likely]] {
    const std::uint32_t word = utf8_load_four(first);
    if (utf8_plain_three(word)) [[likely]]
      return first + 3;
    if ((word & 0x80U) == 0) return first + 1;
  }
  return first + utf8_decode_by_table(first, last).length;
}

/// The rare half of `utf8_previous`.
template <class Char>
HANTEXT_DETAIL_NOINLINE constexpr const Char*
utf8_previous_by_table(const Char* first, const Char* position) noexcept {
  const Char* const before = position - 1;
  const Char* start = before;
  for (int i = 0; i < 3 && utf8_is_continuation(*start) && start != first; ++i)
    --start;
  if (start == before || utf8_is_continuation(*start)) return before;
  return utf8_next(start, position) == position ? start : before;
}

/// Where the element that ends at `position` starts; `first < position`, and `position` is where
/// an element of the text beginning at `first` ends.
///
/// A whole character before `position` is that element. Otherwise: only continuation bytes can
/// stand inside an element, so every other byte starts one. The nearest of those, at most four
/// back, either reaches up to `position` or is followed by stray continuation bytes, each of which
/// is an element of its own.
template <class Char>
constexpr const Char* utf8_previous(const Char* first, const Char* position) noexcept {
  if (position - first >= 4) [[likely]] {
    const std::uint32_t word = utf8_load_four(position - 4);
    if (utf8_plain_three(word >> 8)) [[likely]]
      return position - 3;
    if (word >> 31 == 0) return position - 1;
  }
  return utf8_previous_by_table(first, position);
}

} // namespace hantext::detail

#undef HANTEXT_DETAIL_NOINLINE
