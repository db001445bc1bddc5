/// \file
/// What proposes near pairs without comparing all: min-hash sketches (Broder 1997), cut into keys
/// (bands, after Indyk and Motwani 1998), and cheap bounds of the edit distance.
///
/// The hash functions and the order in which texts meet are fixed: a sketch made elsewhere with the
/// same plan, gram and seed is the same.
#pragma once

#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/fold.hpp>
#include <hantext/dedup/lanes.hpp>
#include <hantext/dedup/types.hpp>

#include <algorithm>
#include <array>
#include <bit>
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
      unsigned inverse = factors_[lane]; // modulo 2^3, then 2^6, 2^12, 2^24 (Newton's steps)
      for (unsigned step = 0; step < 3; ++step)
        inverse *= 2 - factors_[lane] * inverse;
      inverses_[lane] = static_cast<std::uint16_t>(inverse);
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
  static constexpr std::size_t block = 8; // grams at a time
  static constexpr unsigned together = 4; // hash functions that share what is read
  static constexpr unsigned slot_bits = 12;
  static constexpr std::int16_t greatest = 0x7FFF;
  using minima = std::array<std::int16_t, plan::most_bands>;

  /// The minima of hash functions x → a · x + b modulo 2^16, read as signed. Rows take turns with
  /// the halves of a gram's 32 bits.
  template <bool WithSeconds> void minimize(std::u32string_view text) {
    hash_grams(text);
    for (unsigned row = 0; row < how_.rows; ++row) {
      const std::uint16_t* const grams = halves_[row % 2].data();
      for (unsigned first = 0; first < how_.bands; first += together) {
        const std::uint16_t* const a = &factors_[row * plan::most_bands + first];
        const std::uint16_t* const b = &summands_[row * plan::most_bands + first];
        least_hashes(grams, blocks_, a, b, &minima_[row][first]);
        if constexpr (WithSeconds)
          second_hashes(grams, blocks_, a, b, &minima_[row][first], &seconds_[row][first]);
      }
    }
  }

  /// The key of a band, made of the grams with the least hashes, or with the second least where
  /// `without` has the row's bit.
  std::uint32_t key_of(unsigned band, unsigned without) const noexcept {
    std::uint64_t all = band * 0xD134'2543'DE82'EF95;
    for (unsigned row = 0; row < how_.rows; ++row) {
      const auto value = (without >> row & 1) == 0 ? minima_[row][band] : seconds_[row][band];
      all = (all ^ gram_of(row, band, value)) * 0x9E37'79B9'7F4A'7C15;
      all ^= all >> 29;
    }
    return static_cast<std::uint32_t>(all * 0xBF58'476D'1CE4'E5B9 >> 32);
  }

  /// The 32 bits of the gram that has a minimum, which itself tells little: minima of different
  /// texts are often equal by chance. The function leads back to the half that it was made of, and
  /// that to the other half.
  std::uint32_t gram_of(unsigned row, unsigned band, std::int16_t value) const noexcept {
    if (value == greatest) return 0; // of no gram, or all grams have it
    const unsigned lane = row * plan::most_bands + band;
    const auto half = static_cast<std::uint16_t>(
        static_cast<unsigned>(static_cast<std::uint16_t>(
            static_cast<unsigned>(static_cast<std::uint16_t>(value)) - summands_[lane])) *
        inverses_[lane]);
    return std::uint32_t{half} << 16 | others_[row % 2][half >> (16 - slot_bits)];
  }

  /// Hashes grams of `gram_` characters; of a shorter text the whole. The halves of a hash are made
  /// apart, of 16 bits each; behind the last gram it is repeated up to a whole block.
  void hash_grams(std::u32string_view text) {
    const std::size_t size = std::min<std::size_t>(gram_, text.size());
    const std::size_t count = size == 0 ? 0 : text.size() - size + 1;
    blocks_ = (count + block - 1) / block;
    const std::size_t whole = text.size() / block * block;
    if (letters_.size() < text.size() + 2 * block) { // grams of what is behind the text are dropped
      letters_.resize(std::max(text.size() + 2 * block, 2 * letters_.size()));
      for (std::vector<std::uint16_t>& half : halves_)
        half.resize(letters_.size());
    }
    for (std::size_t at = 0; at < whole; at += block)
      eight::load_letters(&text[at]).store(&letters_[at]);
    for (std::size_t at = whole; at < text.size(); ++at)
      letters_[at] = static_cast<std::uint16_t>(text[at] ^ (text[at] >> 16));
    const eight zero = all_of(0), last = all_of(0xCA6B);
    for (unsigned half = 0; half < 2; ++half) {
      std::uint16_t* const grams = halves_[half].data();
      for (std::size_t at = 0; at < count; at += block) {
        eight sum = zero;
        for (std::size_t j = 0; j < size; ++j)
          sum = eight::load(&letters_[at + j]).line(all_of(weights[half][j]), sum);
        sum.mixed().line(last, zero).mixed().store(grams + at);
      }
    }
    std::uint16_t* const low = halves_[0].data();
    std::uint16_t* const high = halves_[1].data();
    for (std::size_t at = 0; at < count; ++at) {
      others_[0][low[at] >> (16 - slot_bits)] = high[at];
      others_[1][high[at] >> (16 - slot_bits)] = low[at];
    }
    for (std::size_t at = count; at < blocks_ * block; ++at) {
      low[at] = low[count - 1];
      high[at] = high[count - 1];
    }
  }
  // Odd numbers without a pattern (of the splitmix64 generator).
  static constexpr std::uint16_t weights[2][8] = {
      {0x7C15, 0xE5B9, 0x11EB, 0xCDAF, 0x65F5, 0x449F, 0x81ED, 0x749B},
      {0x9E37, 0xBF59, 0x94D1, 0xE221, 0x6E79, 0x06C5, 0xF88B, 0x1B39}};

  plan how_;
  unsigned gram_;
  std::uint64_t seed_;
  std::array<std::uint16_t, std::size_t{4} * plan::most_bands> factors_{};
  std::array<std::uint16_t, std::size_t{4} * plan::most_bands> summands_{};
  std::array<std::uint16_t, std::size_t{4} * plan::most_bands> inverses_{}; // of the factors
  std::vector<std::uint16_t> letters_;                                      // 16 bits of each
  std::array<std::vector<std::uint16_t>, 2> halves_; // of the hashes of the grams
  // By the first bits of one half the other of a gram that has them. What earlier texts left is not
  // looked at: a half that is asked for is one of this text.
  std::array<std::array<std::uint16_t, std::size_t{1} << slot_bits>, 2> others_{};
  std::size_t blocks_ = 0; // of grams
  std::array<minima, 4> minima_{};
  std::array<minima, 4> seconds_{};
};
using sketcher = basic_sketcher<>;

} // namespace detail
} // namespace hantext::dedup
