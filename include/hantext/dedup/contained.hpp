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

/// A hash that rolls along a text: a polynomial of its characters modulo 2^64. A collision costs
/// time, not truth.
struct rolling {
  static constexpr std::uint64_t base = 0x5851'F42D'4C95'7F2D;
  static constexpr std::uint64_t letter(char32_t c) noexcept {
    const std::uint64_t value = (c + std::uint64_t{1}) * 0x9E37'79B9'7F4A'7C15;
    return value ^ (value >> 29);
  }
  static constexpr std::uint64_t hash(std::uint64_t sum) noexcept {
    return (sum ^ (sum >> 32)) * 0xBF58'476D'1CE4'E5B9;
  }
};

/// The hashes of all runs of `length` characters, by their first.
template <class = void>
void hash_runs(std::u32string_view text, std::size_t length, std::vector<std::uint64_t>& out) {
  out.clear();
  if (text.size() < length) return;
  out.resize(text.size() - length + 1);
  std::uint64_t power = 1; // of the character that a run loses
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < length; ++i) {
    power *= rolling::base;
    sum = sum * rolling::base + rolling::letter(text[i]);
  }
  out[0] = rolling::hash(sum);
  for (std::size_t i = length; i < text.size(); ++i) {
    sum = sum * rolling::base +
          (rolling::letter(text[i]) - rolling::letter(text[i - length]) * power);
    out[i - length + 1] = rolling::hash(sum);
  }
}
/// The hash of a whole text.
inline std::uint64_t hash_run(std::u32string_view text) noexcept {
  std::uint64_t sum = 0;
  for (const char32_t c : text)
    sum = sum * rolling::base + rolling::letter(c);
  return rolling::hash(sum);
}

template <class = void> class basic_contained_search {
public:
  /// Every text has at least `shortest` characters.
  basic_contained_search(const ranking& all, std::size_t shortest, allowance& work,
                         statistics& seen)
      : all_(all), shortest_(shortest), work_(work), seen_(seen) {}

  /// All pairs, ordered by `outer`, then by place.
  std::vector<containment> run() {
    if (all_.size() < 2) return {};
    learn();
    // Few texts hold the beginning of another: only these are read in the order of ranks.
    std::vector<std::uint32_t> outers;
    for (const ranking::placed& text : all_.by_place())
      if (holds_anchor(text)) outers.push_back(text.rank);
    std::sort(outers.begin(), outers.end());
    powers_.assign(1, 1);
    sums_.assign(1, 0);
    std::vector<containment> found;
    for (const std::uint32_t text : outers)
      scan(text, found);
    return found;
  }

private:
  struct pattern {
    std::uint64_t anchor; // hash of the first `shortest_` characters
    std::size_t length;
    std::uint64_t whole; // hash of all; 0 where no other has this anchor and this length
    std::uint32_t text;
    std::uint32_t last_outer; // where it was found last
  };

  static constexpr std::uint32_t nowhere = 0xFFFF'FFFF;

  /// The hash of the characters [begin, end) of the text that was summed last.
  std::uint64_t part(std::size_t begin, std::size_t end) const noexcept {
    return rolling::hash(sums_[end] - sums_[begin] * powers_[end - begin]);
  }
  void sum(std::u32string_view text) {
    while (powers_.size() <= text.size())
      powers_.push_back(powers_.back() * rolling::base);
    sums_.resize(powers_.size());
    for (std::size_t i = 0; i < text.size(); ++i)
      sums_[i + 1] = sums_[i] * rolling::base + rolling::letter(text[i]);
  }

  void learn() {
    patterns_.reserve(all_.size());
    for (const auto& [text, rank] : all_.by_place())
      patterns_.push_back({hash_run(text.substr(0, shortest_)), text.size(), 0, rank, nowhere});
    const auto before = [](const pattern& a, const pattern& b) {
      if (a.anchor != b.anchor) return a.anchor < b.anchor;
      if (a.length != b.length) return a.length < b.length;
      if (a.whole != b.whole) return a.whole < b.whole;
      return a.text < b.text;
    };
    std::sort(patterns_.begin(), patterns_.end(), before);
    alone_.assign(all_.size(), true);
    for (std::size_t begin = 0, end = 0; begin < patterns_.size(); begin = end) {
      for (end = begin + 1; end < patterns_.size() &&
                            patterns_[end].anchor == patterns_[begin].anchor &&
                            patterns_[end].length == patterns_[begin].length;)
        ++end;
      if (begin != 0 && patterns_[begin].anchor == patterns_[begin - 1].anchor)
        for (std::size_t i = begin; i < end; ++i)
          alone_[patterns_[i].text] = false;
      if (end - begin == 1) continue;
      for (std::size_t i = begin; i < end; ++i)
        patterns_[i].whole = hash_run(all_[patterns_[i].text]);
      std::sort(patterns_.begin() + static_cast<std::ptrdiff_t>(begin),
                patterns_.begin() + static_cast<std::ptrdiff_t>(end), before);
    }
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
  /// Three bits of a word stand for an anchor.
  static constexpr std::uint64_t bits_of(std::uint64_t anchor) noexcept {
    return std::uint64_t{1} << (anchor & 63) | std::uint64_t{1} << ((anchor >> 6) & 63) |
           std::uint64_t{1} << ((anchor >> 12) & 63);
  }
  bool may_be_anchor(std::uint64_t hash) const noexcept {
    return (~filter_[static_cast<std::size_t>(hash >> filter_shift_)] & bits_of(hash)) == 0;
  }
  /// The first pattern with this anchor, or the one that would stand behind it.
  typename std::vector<pattern>::iterator first_of(std::uint64_t anchor) noexcept {
    const std::size_t start = static_cast<std::size_t>(anchor >> start_shift_);
    const auto begin = patterns_.begin() + static_cast<std::ptrdiff_t>(starts_[start]);
    const auto end = patterns_.begin() + static_cast<std::ptrdiff_t>(starts_[start + 1]);
    return std::lower_bound(begin, end, anchor,
                            [](const pattern& p, std::uint64_t key) { return p.anchor < key; });
  }

  /// Whether the beginning of another text stands in this one.
  bool holds_anchor(const ranking::placed& outer) {
    hash_runs(outer.text, shortest_, hashes_);
    // Apart from the hashing, so that many words of the filter are waited for at once.
    for (std::size_t begin = alone_[outer.rank] ? 1 : 0; begin < hashes_.size(); ++begin) {
      if (!may_be_anchor(hashes_[begin])) continue;
      const auto at = first_of(hashes_[begin]);
      if (at != patterns_.end() && at->anchor == hashes_[begin]) return true;
    }
    return false;
  }

  void scan(std::uint32_t outer, std::vector<containment>& found) {
    const std::u32string_view letters = all_[outer];
    sum(letters);
    for (std::size_t begin = alone_[outer] ? 1 : 0; begin + shortest_ <= letters.size(); ++begin) {
      const std::uint64_t anchor = part(begin, begin + shortest_);
      if (!may_be_anchor(anchor)) continue;
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
        const std::uint64_t whole = at->whole == 0 ? 0 : part(begin, begin + length);
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
  std::vector<std::uint64_t> hashes_; // of the runs of one text
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
