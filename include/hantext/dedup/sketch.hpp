/// \file
/// What proposes near pairs without comparing all: min-hash sketches (Broder 1997), cut into keys
/// (bands, after Indyk and Motwani 1998), and cheap bounds of the edit distance.
///
/// The hash functions and the order in which texts meet are fixed: a sketch made elsewhere with the
/// same plan, gram and seed is the same.
#pragma once

#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/fold.hpp>
#include <hantext/dedup/types.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::dedup {

/// The probability that a pair of the given similarity (see `similarity`) shares a key: the
/// recall to expect among such pairs, edits being spread evenly over texts of some length. An edit
/// spoils `gram` grams, so of n grams n · s^gram remain, and each row of a key agrees with
/// their Jaccard similarity as its probability.
constexpr double expected_recall(double similarity, plan how, unsigned gram = 3) noexcept {
  if (how.bands == 0) return 1;
  const auto power = [](double base, unsigned exponent) {
    double product = 1;
    for (; exponent != 0; --exponent)
      product *= base;
    return product;
  };
  const double kept = power(similarity < 0 ? 0 : similarity > 1 ? 1 : similarity, gram);
  const double jaccard = kept / (2 - kept);
  return 1 - power(1 - power(jaccard, how.rows), how.bands);
}

/// The plan for so many different texts: up to 4096 all pairs; beyond that as many keys as
/// give pairs right at the threshold a recall of 0.97, of two minima each, and of more
/// beyond 2^25 texts, where shorter keys would agree by chance.
constexpr plan plan_for(std::size_t count, const options& wanted = {}) noexcept {
  if (count <= 4096) return {0, 2};
  plan chosen{2, count <= (std::size_t{1} << 25) ? 2U : 3U};
  while (chosen.bands < plan::most_bands &&
         expected_recall(wanted.threshold, chosen, wanted.gram) < 0.97)
    chosen.bands += 2;
  return chosen;
}

/// The recall to expect of `find` among pairs of a similarity, in a set of so many different texts.
constexpr double expected_recall(double similarity, std::size_t count,
                                 const options& wanted = {}) noexcept {
  const options use = detail::checked(wanted);
  return expected_recall(similarity, use.plan.value_or(plan_for(count, use)), use.gram);
}

namespace detail {

/// What is known of a text without reading it: its length, and 128 bits that tell of each class of
/// characters whether their number is odd.
struct outline {
  std::array<std::uint64_t, 2> parity{};
  std::uint32_t length = 0;

  friend constexpr bool operator==(const outline&, const outline&) noexcept = default;
};

template <class = void> outline outline_of(std::u32string_view text) noexcept {
  outline made;
  std::uint64_t all = 0; // the parities of both halves together, so that neither waits in memory
  std::uint64_t high = 0;
  for (const char32_t c : text) {
    const std::uint32_t slot = (c * 0x9E37'79B1u) >> 25;
    const std::uint64_t bit = std::uint64_t{1} << (slot & 63);
    all ^= bit;
    high ^= bit & (0 - std::uint64_t{slot >> 6});
  }
  made.parity = {all ^ high, high};
  made.length = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), 0xFFFF'FFFF));
  return made;
}

/// A lower bound of the edit distance: the difference in length, and an edit changes the parity of
/// at most two classes, and that of one only where it changes the length.
template <class = void>
inline std::size_t least_edits(const outline& a, const outline& b) noexcept {
  // Counted by hand: ordinary x86-64 has no instruction for it, and would call a function.
  const auto halves = [](std::uint64_t bits) { // counts of four bits, each at most 4
    bits -= (bits >> 1) & 0x5555'5555'5555'5555;
    return (bits & 0x3333'3333'3333'3333) + ((bits >> 2) & 0x3333'3333'3333'3333);
  };
  std::uint64_t counts = halves(a.parity[0] ^ b.parity[0]) + halves(a.parity[1] ^ b.parity[1]);
  counts = (counts & 0x0F0F'0F0F'0F0F'0F0F) + ((counts >> 4) & 0x0F0F'0F0F'0F0F'0F0F);
  const std::uint64_t odd = (counts * 0x0101'0101'0101'0101) >> 56;
  const std::size_t surplus =
      a.length < b.length ? b.length - a.length : std::size_t{a.length} - b.length;
  return std::max((static_cast<std::size_t>(odd) + surplus + 1) / 2, surplus);
}

/// In the texts of one key, ordered by length and then by hash, every text meets so many of those
/// just before it. Who meets whom depends on the texts only, not on the order of the input.
inline constexpr std::size_t most_meetings = 64;

/// Calls `meet(shorter, longer)` for the pairs among the places [0, count) of a bucket that are
/// alike in length: `alike(shorter, longer)`.
template <class Alike, class Meet> void meet_in_bucket(std::size_t count, Alike alike, Meet meet) {
  for (std::size_t longer = 1; longer < count; ++longer) {
    const std::size_t end = longer > most_meetings ? longer - most_meetings : 0;
    for (std::size_t shorter = longer; shorter-- > end && alike(shorter, longer);)
      meet(shorter, longer);
  }
}

/// Makes the keys of texts, one after the other, keeping its memory between them.
template <class = void> class basic_sketcher {
public:
  basic_sketcher(plan how, unsigned gram, std::uint64_t seed) noexcept
      : how_(how), gram_(gram), seed_(seed) {
    for (std::size_t lane = 0; lane < factors_.size(); ++lane) {
      const std::uint64_t random = mixed(seed + (lane + 1) * 0x9E37'79B9'7F4A'7C15);
      factors_[lane] = static_cast<std::uint16_t>(random | 1);
      summands_[lane] = static_cast<std::uint16_t>(random >> 16);
    }
  }

  const plan& how() const noexcept { return how_; }

  /// The keys of a text, `how().bands` of them, to `key(band, value)`. Linear in its length.
  template <class Key> void operator()(std::u32string_view text, Key key) {
    minimize<false>(text);
    for (unsigned band = 0; band < how_.bands; ++band)
      key(band, key_of(band, 0));
  }

  /// The keys by which a text may be found among sketches of others: its own, and those that it
  /// would have if in some rows the gram with the least hash were not there. So it finds more
  /// than it would by its own keys alone: an edit often adds a gram that the other has not.
  template <class Key> void probes(std::u32string_view text, Key key) {
    minimize<true>(text);
    for (unsigned band = 0; band < how_.bands; ++band)
      for (unsigned without = 0; without < 1U << how_.rows; ++without)
        key(band, key_of(band, without));
  }

private:
  static constexpr std::size_t block = 8; // grams at a time: a register of 128 bits
  static constexpr unsigned together = 4; // hash functions that share what is read
  using lanes = std::array<std::int16_t, plan::most_bands>;

  template <bool WithSeconds> void minimize(std::u32string_view text) {
    hash_grams(text);
    for (unsigned row = 0; row < how_.rows; ++row)
      for (unsigned first = 0; first < how_.bands; first += together)
        least<WithSeconds>(row, first);
  }

  /// The key of a band, made of the least hashes, or of the second least where `without` has the
  /// row's bit.
  std::uint32_t key_of(unsigned band, unsigned without) const noexcept {
    std::uint64_t all = 0;
    for (unsigned row = 0; row < how_.rows; ++row)
      all = (all << 16) | static_cast<std::uint16_t>(
                              (without >> row & 1) == 0 ? minima_[row][band] : seconds_[row][band]);
    all = (all + band * 0xD134'2543'DE82'EF95) * 0x9E37'79B9'7F4A'7C15;
    return static_cast<std::uint32_t>((all ^ (all >> 29)) * 0xBF58'476D'1CE4'E5B9 >> 32);
  }

  /// Grams of `gram_` characters; of a shorter text the whole. The halves of their hashes stand
  /// apart; behind the last gram it is repeated up to a whole block.
  void hash_grams(std::u32string_view text) {
    const std::size_t size = std::min<std::size_t>(gram_, text.size());
    count_ = size == 0 ? 0 : text.size() - size + 1;
    blocks_ = (count_ + block - 1) / block;
    for (std::vector<std::uint16_t>& half : halves_)
      if (half.size() < blocks_ * block) half.resize(2 * blocks_ * block);
    std::uint16_t* const low = halves_[0].data();
    std::uint16_t* const high = halves_[1].data();
    const char32_t* const from = text.data();
    const auto put = [&](std::size_t at, std::uint64_t value) {
      value = (value ^ (value >> 31)) * 0xBF58'476D'1CE4'E5B9;
      low[at] = static_cast<std::uint16_t>(value >> 32);
      high[at] = static_cast<std::uint16_t>(value >> 48);
    };
    if (size == 3) { // nearly always: no loop
      char32_t first = from[0];
      char32_t second = from[1];
      for (std::size_t at = 0; at < count_; ++at) {
        const char32_t third = from[at + 2];
        put(at, seed_ + third * weights[0] + second * weights[1] + first * weights[2]);
        first = std::exchange(second, third);
      }
    } else {
      for (std::size_t at = 0; at < count_; ++at) {
        std::uint64_t value = seed_;
        for (std::size_t j = 0; j < size; ++j)
          value += from[at + size - 1 - j] * weights[j];
        put(at, value);
      }
    }
    for (std::size_t at = count_; at < blocks_ * block; ++at) {
      low[at] = low[count_ - 1];
      high[at] = high[count_ - 1];
    }
  }
  // Odd numbers without a pattern (of the splitmix64 generator).
  static constexpr std::array<std::uint64_t, 8> weights = {
      0x9E37'79B9'7F4A'7C15, 0xBF58'476D'1CE4'E5B9, 0x94D0'49BB'1331'11EB, 0xE220'A839'7B1D'CDAF,
      0x6E78'9E6A'A1B9'65F5, 0x06C4'5D18'8009'454F, 0xF88B'B8A8'724C'81ED, 0x1B39'896A'51A8'749B};

  /// The minima of hash functions x → a · x + b modulo 2^16, read as signed: this is what vector
  /// units without further instructions have. Rows take turns with the halves of a gram's 32 bits,
  /// so that grams that agree in one half do not agree in a whole key.
  template <bool WithSeconds> void least(unsigned row, unsigned first) noexcept {
    const std::uint16_t* const a = &factors_[row * plan::most_bands + first];
    const std::uint16_t* const b = &summands_[row * plan::most_bands + first];
    const std::uint16_t* const grams = halves_[row % 2].data();
    const auto hashed = [](std::uint16_t gram, std::uint16_t factor, std::uint16_t summand) {
      return static_cast<std::int16_t>(
          static_cast<std::uint16_t>(static_cast<unsigned>(gram) * factor + summand));
    };
    const std::uint16_t a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3];
    const std::uint16_t b0 = b[0], b1 = b[1], b2 = b[2], b3 = b[3];
    std::int16_t m0 = 0x7FFF, m1 = 0x7FFF, m2 = 0x7FFF, m3 = 0x7FFF;
    for (std::size_t i = 0; i < blocks_ * block; ++i) {
      const std::uint16_t gram = grams[i];
      const std::int16_t h0 = hashed(gram, a0, b0);
      const std::int16_t h1 = hashed(gram, a1, b1);
      const std::int16_t h2 = hashed(gram, a2, b2);
      const std::int16_t h3 = hashed(gram, a3, b3);
      m0 = h0 < m0 ? h0 : m0;
      m1 = h1 < m1 ? h1 : m1;
      m2 = h2 < m2 ? h2 : m2;
      m3 = h3 < m3 ? h3 : m3;
    }
    std::int16_t* const out = &minima_[row][first];
    out[0] = m0;
    out[1] = m1;
    out[2] = m2;
    out[3] = m3;
    if constexpr (WithSeconds) {
      for (unsigned lane = 0; lane < together; ++lane) {
        const std::uint16_t factor = a[lane];
        const std::uint16_t summand = b[lane];
        const std::int16_t least = out[lane];
        std::int16_t second = 0x7FFF;
        for (std::size_t i = 0; i < blocks_ * block; ++i) {
          std::int16_t other = hashed(grams[i], factor, summand);
          other = other == least ? std::int16_t{0x7FFF} : other;
          second = other < second ? other : second;
        }
        seconds_[row][first + lane] = second;
      }
    }
  }

  plan how_;
  unsigned gram_;
  std::uint64_t seed_;
  std::array<std::uint16_t, std::size_t{4} * plan::most_bands> factors_{};
  std::array<std::uint16_t, std::size_t{4} * plan::most_bands> summands_{};
  std::array<std::vector<std::uint16_t>, 2> halves_; // of the hashes of the grams
  std::size_t count_ = 0;                            // of the grams
  std::size_t blocks_ = 0;
  std::array<lanes, 4> minima_{};
  std::array<lanes, 4> seconds_{};
};
using sketcher = basic_sketcher<>;

} // namespace detail
} // namespace hantext::dedup
