/// \file
/// What proposes near pairs without comparing all: a bag of characters and a sketch of trigrams.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::dedup::detail {

/// How often each character occurs, characters hashed to 128 counters that stop at 255.
using bag = std::array<std::uint8_t, 128>;

inline bag bag_of(std::u32string_view text) noexcept {
  bag counts{};
  for (const char32_t c : text) {
    std::uint8_t& count = counts[(c * 0x9E37'79B1u) >> 25];
    if (count != 255) ++count;
  }
  return counts;
}

/// A lower bound of the edit distance: an edit takes away one character or adds one or both.
inline std::size_t bag_distance(const bag& a, const bag& b) noexcept {
  unsigned differences = 0;
  int surplus = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const int difference = int{a[i]} - int{b[i]};
    differences += static_cast<unsigned>(difference < 0 ? -difference : difference);
    surplus += difference;
  }
  return (differences + static_cast<unsigned>(surplus < 0 ? -surplus : surplus)) / 2;
}

/// Min-hash keys of a text (Broder 1997): each is made of two minima over hashes of the trigrams.
/// Texts whose trigrams have the Jaccard similarity j share a given key with probability j^2, so
/// with a fifth of the characters edited, 98 in 100 pairs share one of the 32.
using sketch = std::array<std::uint32_t, 32>;

inline sketch sketch_of(std::u32string_view text) noexcept {
  std::array<std::uint32_t, 2 * std::tuple_size_v<sketch>> minima;
  minima.fill(0xFFFF'FFFF);
  for (std::size_t i = 2; i < text.size(); ++i) {
    std::uint64_t packed =
        text[i - 2] | (std::uint64_t{text[i - 1]} << 21) | (std::uint64_t{text[i]} << 42);
    packed = (packed ^ (packed >> 31)) * 0x9E37'79B9'7F4A'7C15;
    packed = (packed ^ (packed >> 29)) * 0xBF58'476D'1CE4'E5B9;
    // Double hashing: the hash of number n is a mix of seed + n * step.
    auto value = static_cast<std::uint32_t>(packed >> 32);
    const auto step = static_cast<std::uint32_t>(packed) | 1;
    for (std::uint32_t& minimum : minima) {
      const std::uint32_t hashed = (value ^ (value >> 15)) * 0x2C1B'3C6Du;
      minimum = hashed < minimum ? hashed : minimum;
      value += step;
    }
  }
  sketch keys{};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::uint64_t pair = minima[2 * i] | (std::uint64_t{minima[2 * i + 1]} << 32);
    keys[i] = static_cast<std::uint32_t>((pair * 0x9E37'79B9'7F4A'7C15) >> 32);
  }
  return keys;
}

} // namespace hantext::dedup::detail
