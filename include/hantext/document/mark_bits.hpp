/// \file
/// Finds what is not plain in 64 bytes at once: punctuation, digits, blanks, line breaks.
///
/// Nearly all of a Chinese page are characters from U+4000 to U+BFFF: three bytes, an em wide,
/// nothing to be said about them. The scanner skips from one other character to the next.
#pragma once

#include <hantext/document/characters.hpp>
#include <hantext/utf8.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace hantext::detail {

/// Bytes that are examined at once.
inline constexpr std::size_t mark_block = 64;

/// `mark_bits` a word at a time.
constexpr std::uint64_t mark_bits_by_words(const char* bytes) noexcept {
  constexpr std::uint64_t each = 0x0101010101010101U;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < mark_block; i += 8) {
    std::uint64_t word = 0;
    for (std::size_t j = 0; j < 8; ++j)
      word |= std::uint64_t{static_cast<unsigned char>(bytes[i + j])} << (8 * j);
    // 0xE4 to 0xEB less 0xE4 with the two middle bits changed about: above bit 3 there is nothing
    // left, and bits 2 and 3 are alike.
    const std::uint64_t x = word ^ (0xE4 * each);
    const std::uint64_t unlike = (x & (0xF0 * each)) | ((x ^ x << 1) & (0x08 * each));
    const std::uint64_t not_plain =
        (unlike | unlike << 1 | unlike << 2 | unlike << 3 | unlike << 4) & (0x80 * each);
    const std::uint64_t not_continuation = (~word | word << 1) & (0x80 * each);
    const std::uint64_t found = (not_plain & not_continuation) >> 7;
    bits |= (found * 0x0102040810204080U >> 56) << i; // the eight bits together
  }
  return bits;
}

/// For each of 64 bytes of well-formed text a bit, the first the lowest: set where a character
/// begins that `leads_plain` does not hold for.
inline std::uint64_t mark_bits(const char* bytes) noexcept {
#if defined(__SSE2__) && defined(__GNUC__) // with every g++ and clang for x86-64
  using block [[gnu::vector_size(16)]] = signed char;
  using plain [[gnu::vector_size(16)]] = char;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < mark_block; i += 16) {
    block text;
    __builtin_memcpy(&text, bytes + i, sizeof text);
    // As signed numbers continuation bytes are below -64, and 0xE4 to 0xEB are -28 to -21.
    const auto found = reinterpret_cast<plain>((text > -21) | ((text > -65) & (text < -28)));
    bits |= std::uint64_t{static_cast<std::uint16_t>(__builtin_ia32_pmovmskb128(found))} << i;
  }
  return bits;
#else
  return mark_bits_by_words(bytes);
#endif
}

} // namespace hantext::detail
