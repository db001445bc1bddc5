/// \file
/// Block operations on UTF-8: validate, count, decode. One function each, and nothing else in the
/// library loops over blocks of bytes. Each goes with a vector kernel (utf8_simd.hpp) as far as
/// the text is well-formed and long enough, and otherwise with the scalar code here, which is also
/// what constant evaluation takes.
///
/// The scalar code looks at eight bytes at a time and knows two patterns by heart: eight ASCII
/// characters, and two three-byte characters. Anything else is decoded one element at a time.
#pragma once

#include <hantext/detail/utf8_decode.hpp>
#include <hantext/detail/utf8_simd.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace hantext::detail {

/// Eight bytes as a number, the first in the lowest place whatever the machine's byte order.
/// Compilers turn this into one load; unlike memcpy it also works in constant evaluation.
template <class Char> constexpr std::uint64_t utf8_load_eight(const Char* first) noexcept {
  const auto at = [first](unsigned i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(first[i])) << (8 * i);
  };
  return at(0) | at(1) | at(2) | at(3) | at(4) | at(5) | at(6) | at(7);
}

constexpr bool utf8_eight_ascii(std::uint64_t word) noexcept {
  return (word & 0x8080808080808080U) == 0;
}

/// Whether the first six bytes are two characters of the form 1110xxxx 10xxxxxx 10xxxxxx whose
/// lead is not E0 or ED: those two need a look at the second byte.
constexpr bool utf8_two_of_three(std::uint64_t word) noexcept {
  constexpr std::uint32_t plain_leads = 0xDFFE; // bit n set: lead En takes any continuation byte
  return (word & 0xC0C0F0C0C0F0U) == 0x8080E08080E0U &&
         (plain_leads >> (word & 0x0FU) & plain_leads >> (word >> 24 & 0x0FU) & 1U) != 0;
}

/// The character in the lowest three bytes of `word`, which are known to be a three-byte sequence.
constexpr char32_t utf8_three_bytes(std::uint64_t word) noexcept {
  return static_cast<char32_t>((word & 0x0FU) << 12 | (word >> 8 & 0x3FU) << 6 |
                               (word >> 16 & 0x3FU));
}

/// The first byte that is not part of a well-formed sequence, or `last`.
template <class Char>
constexpr const Char* utf8_scalar_valid_prefix(const Char* first, const Char* last) noexcept {
  while (first != last) {
    if (last - first >= 8) {
      const std::uint64_t word = utf8_load_eight(first);
      if (utf8_two_of_three(word)) {
        first += 6;
        continue;
      }
      if (utf8_eight_ascii(word)) {
        first += 8;
        continue;
      }
    }
    const utf8_decoded one = utf8_decode_one(first, last);
    if (one.kind != error_kind::none) break;
    first += one.length;
  }
  return first;
}

/// Adds up the elements that begin before `stop`, and returns where the last of them ends.
template <class Char>
constexpr const Char* utf8_scalar_count(const Char* first, const Char* stop, const Char* last,
                                        utf8_tally& tally) noexcept {
  while (first < stop) {
    if (stop - first >= 8) {
      const std::uint64_t word = utf8_load_eight(first);
      if (utf8_two_of_three(word)) {
        first += 6;
        tally.elements += 2;
        continue;
      }
      if (utf8_eight_ascii(word)) {
        first += 8;
        tally.elements += 8;
        continue;
      }
    }
    const utf8_decoded one = utf8_decode_one(first, last);
    first += one.length;
    ++tally.elements;
    if (one.code_point > 0xFFFF) ++tally.fours;
  }
  return first;
}

/// Writes the elements that begin before `stop` to `[out, out_last)` while there is room; returns
/// where the last of them ends.
template <class Char>
constexpr const Char* utf8_scalar_decode(const Char* first, const Char* stop, const Char* last,
                                         char32_t*& out, char32_t* out_last) noexcept {
  char32_t* to = out;
  while (first < stop && to != out_last) {
    if (stop - first >= 8 && out_last - to >= 8) {
      const std::uint64_t word = utf8_load_eight(first);
      if (utf8_two_of_three(word)) {
        to[0] = utf8_three_bytes(word);
        to[1] = utf8_three_bytes(word >> 24);
        first += 6;
        to += 2;
        continue;
      }
      if (utf8_eight_ascii(word)) {
        for (unsigned i = 0; i < 8; ++i)
          to[i] = static_cast<char32_t>(word >> (8 * i) & 0x7FU);
        first += 8;
        to += 8;
        continue;
      }
    }
    const utf8_decoded one = utf8_decode_one(first, last);
    *to++ = one.code_point;
    first += one.length;
  }
  out = to;
  return first;
}

/// Below this many bytes a kernel is not worth the asking.
inline constexpr std::ptrdiff_t utf8_worth_a_kernel = 64;

/// What is shorter than a window, with zeros up to one: a zero ends every character.
struct utf8_padded {
  unsigned char bytes[utf8_window + utf8_margin] = {};
  utf8_padded(const unsigned char* first, const unsigned char* last) noexcept {
    for (unsigned char* out = bytes; first != last; ++first)
      *out++ = *first;
  }
};

/// The first byte that is not part of a well-formed sequence, or `last`.
inline const unsigned char* utf8_kernel_valid_prefix(const utf8_kernel& kernel,
                                                     const unsigned char* first,
                                                     const unsigned char* last) noexcept {
  utf8_tally ignored;
  first = kernel.validate(first, last, &ignored);
  const std::ptrdiff_t rest = last - first;
  if (rest >= utf8_worth_a_kernel && rest < static_cast<std::ptrdiff_t>(utf8_window)) {
    const utf8_padded padded(first, last);
    const unsigned char* const end = padded.bytes + utf8_window;
    if (kernel.validate(padded.bytes, end, &ignored) == end) return last;
  }
  return utf8_scalar_valid_prefix(first, last);
}

inline utf8_tally utf8_kernel_count(const utf8_kernel& kernel, const unsigned char* first,
                                    const unsigned char* last) noexcept {
  utf8_tally total;
  while (first != last) {
    utf8_tally found;
    first = kernel.count(first, last, &found);
    total.elements += found.elements;
    total.fours += found.fours;
    const std::ptrdiff_t rest = last - first;
    if (rest >= utf8_worth_a_kernel && rest < static_cast<std::ptrdiff_t>(utf8_window)) {
      const utf8_padded padded(first, last);
      const unsigned char* const end = padded.bytes + utf8_window;
      if (kernel.count(padded.bytes, end, &found) == end) {
        total.elements += found.elements - (utf8_window - static_cast<std::size_t>(rest));
        total.fours += found.fours;
        return total;
      }
    }
    // The window that is ill-formed, or what is left at the end.
    const unsigned char* const stop =
        rest > static_cast<std::ptrdiff_t>(utf8_window) ? first + utf8_window : last;
    first = utf8_scalar_count(first, stop, last, total);
  }
  return total;
}

/// `fills`: goes on until the room is full, else stops where the kernel has no room to go on.
template <bool fills>
inline const unsigned char*
utf8_kernel_decode(const utf8_kernel& kernel, const unsigned char* first, const unsigned char* last,
                   char32_t*& out, char32_t* out_last) noexcept {
  while (first != last && out != out_last) {
    const char32_t* const before = out;
    first = kernel.decode(first, last, out, out_last);
    if (!fills && out != before) break;
    const unsigned char* const stop =
        last - first > static_cast<std::ptrdiff_t>(utf8_window) ? first + utf8_window : last;
    first = utf8_scalar_decode(first, stop, last, out, out_last);
  }
  return first;
}

/// The kernel to use for so many bytes: none in constant evaluation, and none for a few bytes.
constexpr const utf8_kernel* utf8_kernel_for(std::ptrdiff_t size) noexcept {
  if (std::is_constant_evaluated() || size < utf8_worth_a_kernel) return nullptr;
  return utf8_best_kernel();
}

inline const unsigned char* utf8_plain_bytes(const void* text) noexcept {
  return static_cast<const unsigned char*>(text);
}

/// The first byte that is not part of a well-formed sequence, or `last`.
template <class Char>
constexpr const Char* utf8_valid_prefix(const Char* first, const Char* last) noexcept {
  if (const utf8_kernel* const kernel = utf8_kernel_for(last - first)) {
    const unsigned char* const bytes = utf8_plain_bytes(first);
    return first + (utf8_kernel_valid_prefix(*kernel, bytes, utf8_plain_bytes(last)) - bytes);
  }
  return utf8_scalar_valid_prefix(first, last);
}

/// How many elements there are, and how many of them are beyond U+FFFF.
template <class Char>
constexpr utf8_tally utf8_count(const Char* first, const Char* last) noexcept {
  if (const utf8_kernel* const kernel = utf8_kernel_for(last - first)) {
    return utf8_kernel_count(*kernel, utf8_plain_bytes(first), utf8_plain_bytes(last));
  }
  utf8_tally total;
  utf8_scalar_count(first, last, last, total);
  return total;
}

/// Writes code points to `[out, out_last)` until the text or the room ends, or without `fills`
/// perhaps less, where the rest of the room is better left; `out` becomes where it stopped writing,
/// and what is returned is where it stopped reading.
template <bool fills = true, class Char>
constexpr const Char* utf8_decode_block(const Char* first, const Char* last, char32_t*& out,
                                        char32_t* out_last) noexcept {
  if (const utf8_kernel* const kernel = utf8_kernel_for(last - first)) {
    const unsigned char* const bytes = utf8_plain_bytes(first);
    return first +
           (utf8_kernel_decode<fills>(*kernel, bytes, utf8_plain_bytes(last), out, out_last) -
            bytes);
  }
  return utf8_scalar_decode(first, last, last, out, out_last);
}

} // namespace hantext::detail
