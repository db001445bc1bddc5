/// \file
/// Paragraphs that stand wholly inside others, in a set of different folded texts.
///
/// Every text is known by the hash of its first characters and by the hash of the whole; every
/// other text is scanned with a rolling hash (Karp and Rabin 1987), and what the hashes propose is
/// compared.
#pragma once

#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/near.hpp>
#include <hantext/dedup/types.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hantext::dedup::detail {

/// One text inside another: `inner` stands at the characters [begin, end) of `outer`, if verbatim
/// then for the first time.
struct containment {
  std::uint32_t inner = 0;
  std::uint32_t outer = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t edits = 0;
};

template <class = void> class basic_contained_search {
public:
  /// Every text has at least `shortest` characters.
  basic_contained_search(const ranking& all, std::size_t shortest, allowance& work,
                         statistics& seen)
      : all_(all), shortest_(shortest), work_(work), seen_(seen) {}

  /// All pairs, ordered by `outer`, then by place.
  std::vector<containment> run() {
    if (all_.size() < 2) return {};
    // Whatever stands inside another is no longer than the last but one.
    powers_.assign(all_[all_.size() - 2].size() + 1, 1);
    for (std::size_t i = 1; i < powers_.size(); ++i)
      powers_[i] = powers_[i - 1] * base;
    sums_.assign(all_[all_.size() - 1].size() + 1, 0);
    learn();
    std::vector<containment> found;
    for (std::uint32_t text = 0; text < all_.size(); ++text)
      scan(text, found);
    return found;
  }

private:
  struct pattern {
    std::uint64_t anchor; // hash of the first `shortest_` characters
    std::size_t length;
    std::uint64_t whole; // hash of all
    std::uint32_t text;
    std::uint32_t last_outer; // where it was found last
  };

  static constexpr std::uint64_t base = 0x5851'F42D'4C95'7F2D;
  static constexpr std::uint32_t nowhere = 0xFFFF'FFFF;

  /// The hash of the characters [begin, end) of the text that was summed last. Polynomial modulo
  /// 2^64, mixed; a collision costs time, not truth.
  std::uint64_t part(std::size_t begin, std::size_t end) const noexcept {
    const std::uint64_t before = begin == 0 ? 0 : sums_[begin] * powers_[end - begin];
    const std::uint64_t value = sums_[end] - before;
    return (value ^ (value >> 32)) * 0xBF58'476D'1CE4'E5B9;
  }
  void sum(std::u32string_view text) noexcept {
    for (std::size_t i = 0; i < text.size(); ++i) {
      std::uint64_t letter = (text[i] + std::uint64_t{1}) * 0x9E37'79B9'7F4A'7C15;
      letter ^= letter >> 29;
      sums_[i + 1] = sums_[i] * base + letter;
    }
  }

  void learn() {
    patterns_.reserve(all_.size());
    for (std::uint32_t text = 0; text < all_.size(); ++text) {
      const std::u32string_view letters = all_[text];
      sum(letters);
      patterns_.push_back(
          {part(0, shortest_), letters.size(), part(0, letters.size()), text, nowhere});
    }
    std::sort(patterns_.begin(), patterns_.end(), [](const pattern& a, const pattern& b) {
      if (a.anchor != b.anchor) return a.anchor < b.anchor;
      if (a.length != b.length) return a.length < b.length;
      if (a.whole != b.whole) return a.whole < b.whole;
      return a.text < b.text;
    });
    alone_.assign(all_.size(), true);
    for (std::size_t i = 1; i < patterns_.size(); ++i)
      if (patterns_[i].anchor == patterns_[i - 1].anchor) alone_[patterns_[i].text] = false;
    unsigned bits = 6; // of the number of patterns
    while (bits < 28 && (std::size_t{1} << bits) < patterns_.size())
      ++bits;
    filter_shift_ = 64 - (bits - 2);
    filter_.assign(std::size_t{1} << (bits - 2), 0); // 16 bits for each pattern
    start_shift_ = 64 - bits;
    starts_.assign((std::size_t{1} << bits) + 1, 0);
    for (const pattern& known : patterns_) {
      filter_[static_cast<std::size_t>(known.anchor >> filter_shift_)] |= bits_of(known.anchor);
      ++starts_[static_cast<std::size_t>(known.anchor >> start_shift_) + 1];
    }
    for (std::size_t i = 1; i < starts_.size(); ++i)
      starts_[i] += starts_[i - 1];
  }
  /// Two bits of a word stand for an anchor.
  static constexpr std::uint64_t bits_of(std::uint64_t anchor) noexcept {
    return std::uint64_t{1} << (anchor & 63) | std::uint64_t{1} << ((anchor >> 6) & 63);
  }
  /// The first pattern with this anchor, or the one that would stand behind it.
  typename std::vector<pattern>::iterator first_of(std::uint64_t anchor) noexcept {
    const std::size_t start = static_cast<std::size_t>(anchor >> start_shift_);
    const auto begin = patterns_.begin() + static_cast<std::ptrdiff_t>(starts_[start]);
    const auto end = patterns_.begin() + static_cast<std::ptrdiff_t>(starts_[start + 1]);
    return std::lower_bound(begin, end, anchor,
                            [](const pattern& p, std::uint64_t key) { return p.anchor < key; });
  }

  void scan(std::uint32_t outer, std::vector<containment>& found) {
    const std::u32string_view letters = all_[outer];
    sum(letters);
    for (std::size_t begin = alone_[outer] ? 1 : 0; begin + shortest_ <= letters.size(); ++begin) {
      const std::uint64_t anchor = part(begin, begin + shortest_);
      const std::uint64_t word = filter_[static_cast<std::size_t>(anchor >> filter_shift_)];
      if ((~word & bits_of(anchor)) != 0) continue;
      // All texts that begin like this, by length; of one length those with the right hash.
      auto at = first_of(anchor);
      while (at != patterns_.end() && at->anchor == anchor) {
        const std::size_t length = at->length;
        if (length > letters.size() - begin || length == letters.size()) break;
        if (!work_.take(32)) {
          seen_.complete = false;
          return;
        }
        const auto same_length = [&](const pattern& p) {
          return p.anchor == anchor && p.length == length;
        };
        const std::uint64_t whole = part(begin, begin + length);
        if (at->whole < whole)
          at = std::lower_bound(
              at, patterns_.end(), whole,
              [&](const pattern& p, std::uint64_t key) { return same_length(p) && p.whole < key; });
        for (; at != patterns_.end() && same_length(*at) && at->whole == whole; ++at) {
          if (at->last_outer == outer || !all_.admits(at->text, outer)) continue;
          if (!work_.take(1 + length / 8)) {
            seen_.complete = false;
            return;
          }
          if (letters.substr(begin, length) != all_[at->text]) continue;
          at->last_outer = outer;
          found.push_back({at->text, outer, begin, begin + length, 0});
        }
        at = std::upper_bound(at, patterns_.end(), length, [&](std::size_t key, const pattern& p) {
          return p.anchor != anchor || p.length > key;
        });
      }
    }
  }

  const ranking& all_;
  std::size_t shortest_;
  allowance& work_;
  statistics& seen_;
  std::vector<std::uint64_t> powers_;
  std::vector<std::uint64_t> sums_; // of the characters before each place
  std::vector<pattern> patterns_;
  std::vector<std::uint64_t> filter_; // a hashed bit set of the anchors
  std::vector<std::uint32_t> starts_; // the first pattern whose anchor begins with these bits
  unsigned filter_shift_ = 0;
  unsigned start_shift_ = 0;
  std::vector<bool> alone_; // whether no shorter text begins like this one
};
using contained_search = basic_contained_search<>;

} // namespace hantext::dedup::detail
