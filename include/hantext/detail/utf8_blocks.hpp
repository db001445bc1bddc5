/// \file
/// Block operations on UTF-8: validate, count, decode. One function each, and nothing else in the
/// library loops over blocks of bytes, so a faster kernel has one place to go.
///
/// All of them look at eight bytes at a time and know two patterns by heart: eight ASCII
/// characters, and two three-byte characters. Anything else is decoded one element at a time.
#pragma once

#include <hantext/detail/utf8_decode.hpp>

#include <cstddef>
#include <cstdint>

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
constexpr const Char* utf8_valid_prefix(const Char* first, const Char* last) noexcept {
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

/// How many elements there are.
template <class Char>
constexpr std::size_t utf8_count(const Char* first, const Char* last) noexcept {
  std::size_t total = 0;
  while (first != last) {
    if (last - first >= 8) {
      const std::uint64_t word = utf8_load_eight(first);
      if (utf8_two_of_three(word)) {
        first += 6;
        total += 2;
        continue;
      }
      if (utf8_eight_ascii(word)) {
        first += 8;
        total += 8;
        continue;
      }
    }
    first += utf8_decode_one(first, last).length;
    ++total;
  }
  return total;
}

/// Writes code points to `[out, out_last)` until the text or the room ends; returns where it
/// stopped writing.
template <class Char>
constexpr char32_t* utf8_decode_block(const Char* first, const Char* last, char32_t* out,
                                      char32_t* out_last) noexcept {
  while (first != last && out != out_last) {
    if (last - first >= 8 && out_last - out >= 8) {
      const std::uint64_t word = utf8_load_eight(first);
      if (utf8_two_of_three(word)) {
        out[0] = utf8_three_bytes(word);
        out[1] = utf8_three_bytes(word >> 24);
        first += 6;
        out += 2;
        continue;
      }
      if (utf8_eight_ascii(word)) {
        for (unsigned i = 0; i < 8; ++i)
          out[i] = static_cast<char32_t>(word >> (8 * i) & 0x7FU);
        first += 8;
        out += 8;
        continue;
      }
    }
    const utf8_decoded one = utf8_decode_one(first, last);
    *out++ = one.code_point;
    first += one.length;
  }
  return out;
}

} // namespace hantext::detail
