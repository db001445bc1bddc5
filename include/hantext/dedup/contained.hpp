/// \file
/// Paragraphs that stand wholly inside others, in a set of different folded texts.
///
/// Every text is known by one gram near its beginning and by the hash of the whole. The gram is one
/// that winnowing chooses (Schleimer, Wilkerson and Aiken 2003), so it is chosen wherever the text
/// stands: of other texts only the chosen grams are looked up, by a rolling hash (Karp and Rabin
/// 1987), and what the hashes propose is compared.
#pragma once

#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/lanes.hpp>
#include <hantext/dedup/near.hpp>
#include <hantext/dedup/types.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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
  static constexpr std::uint64_t letter(char32_t c) noexcept { return c + std::uint64_t{1}; }
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
template <class = void> inline std::uint64_t hash_run(std::u32string_view text) noexcept {
  std::uint64_t sum = 0;
  for (const char32_t c : text)
    sum = sum * rolling::base + rolling::letter(c);
  return rolling::hash(sum);
}

/// Chooses some of the grams of a text so that wherever `guarantee()` characters stand, the same
/// grams of them are chosen, at least one: those that have the least hash in some window.
template <class = void> class basic_winnower {
public:
  /// Of every `window` grams of `gram` characters, up to 12, one is chosen at least; `window` is
  /// rounded down to a power of two.
  basic_winnower(std::size_t gram, std::size_t window) noexcept : gram_(gram) {
    while (2 * window_ <= window)
      window_ *= 2;
  }

  std::size_t gram() const noexcept { return gram_; }
  std::size_t guarantee() const noexcept { return gram_ + window_ - 1; }
  /// The hash of the gram that begins at a place of a text, as `hash_run` has it.
  std::uint64_t hash(std::u32string_view text, std::size_t begin) const noexcept {
    const std::uint64_t* const power = &powers[most_gram - gram_];
    const char32_t* const letter = text.data() + begin;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < gram_; ++i)
      sum += rolling::letter(letter[i]) * power[i];
    return rolling::hash(sum);
  }

  /// The first gram chosen of a text that is as long as the guarantee at least.
  std::uint32_t first(std::u32string_view text) {
    make_room(window_);
    rank(text, window_);
    return static_cast<std::uint32_t>(
        std::min_element(ranks_.begin(), ranks_.begin() + static_cast<std::ptrdiff_t>(window_)) -
        ranks_.begin());
  }

  /// The places of the chosen grams in order, until the next call; none if the text is shorter than
  /// the guarantee. Linear.
  std::span<const std::uint32_t> operator()(std::u32string_view text) {
    if (text.size() < guarantee()) return {};
    const std::size_t count = text.size() - gram_ + 1;
    const std::size_t before = window_ - 1;
    make_room(count);
    rank(text, count);
    // Each window's least rank, then of all windows that a gram is in the greatest of these: it is
    // the gram's own if in one of them the gram is the least. Before the first window and behind
    // the last there are none.
    std::int16_t* const line = line_.data();
    std::copy_n(ranks_.data(), count, line + before);
    slide<false>(line + before, (count + block - 1) / block, window_);
    std::fill_n(line, before, std::int16_t{-0x8000});
    std::fill_n(line + count, before, std::int16_t{-0x8000});
    slide<true>(line, (count + before + block - 1) / block, window_);
    std::size_t size = 0;
    const std::int16_t* const ranks = ranks_.data();
    std::uint32_t* const out = chosen_.data();
    for (std::size_t i = 0; i < count; ++i) {
      out[size] = static_cast<std::uint32_t>(i);
      size += line[i] == ranks[i] ? 1 : 0;
    }
    return std::span<const std::uint32_t>(out, size);
  }

private:
  static constexpr std::size_t block = 8; // of numbers, which a vector unit takes at once
  static constexpr std::size_t most_gram = 12;
  static constexpr auto powers = [] { // of the base, the last one 1
    std::array<std::uint64_t, most_gram> made{};
    std::uint64_t power = 1;
    for (std::size_t i = most_gram; i-- > 0; power *= rolling::base)
      made[i] = power;
    return made;
  }();

  void make_room(std::size_t count) {
    const std::size_t room = count + 3 * window_ + 2 * block;
    if (ranks_.size() >= room) return;
    const std::size_t grown = std::max(room, 2 * ranks_.size());
    for (std::vector<std::int16_t>* const numbers : {&letters_, &ranks_, &line_})
      numbers->resize(grown);
    chosen_.resize(grown);
  }

  /// Ranks grams by their first characters, of which two or three tell enough.
  void rank(std::u32string_view text, std::size_t count) noexcept {
    const std::size_t last = std::min<std::size_t>(gram_, 3) - 1;
    std::int16_t* const letters = letters_.data();
    const std::size_t end = count + last;
    for (std::size_t i = 0; i < end / block; ++i)
      eight::load_letters(&text[i * block]).store(letters + i * block);
    for (std::size_t i = end / block * block; i < end; ++i)
      letters[i] = static_cast<std::int16_t>(static_cast<std::uint16_t>(text[i] ^ (text[i] >> 16)));
    const eight a = all_of(0x9E37), b = all_of(0x79B9), c = all_of(0xBF59), zero = all_of(0);
    for (std::size_t i = 0; i < count; i += block)
      eight::load(letters + i)
          .line(a, eight::load(letters + i + (last + 1) / 2)
                       .line(b, eight::load(letters + i + last).line(c, zero)))
          .store(&ranks_[i]);
  }

  std::size_t gram_;
  std::size_t window_ = 1;
  std::vector<std::int16_t> letters_; // 16 bits of each
  std::vector<std::int16_t> ranks_;   // of the grams
  std::vector<std::int16_t> line_;
  std::vector<std::uint32_t> chosen_;
};
using winnower = basic_winnower<>;

template <class = void> class basic_contained_search {
public:
  /// Looks for the texts of the ranks [first, last), of which there is one at least.
  basic_contained_search(const ranking& all, std::size_t first, std::size_t last, allowance& work,
                         statistics& seen)
      : all_(all), first_(first), last_(last), work_(work), seen_(seen),
        winnow_(gram_of(all[first]), window_of(all[first])) {}

  /// All pairs, ordered by `outer`, then by place.
  std::vector<containment> run() {
    learn();
    // Few texts hold a gram that another is known by: only these are read in the order of ranks.
    std::vector<std::uint32_t> outers;
    for (const ranking::placed& text : all_.by_place()) {
      if (text.rank < first_) continue; // shorter than all that are looked for
      for (const std::uint32_t place : grams_of(text.text, text.rank))
        probes_.push_back({winnow_.hash(text.text, place), text.rank});
      if (probes_.size() >= 1024) look(outers);
    }
    look(outers);
    std::sort(outers.begin(), outers.end());
    outers.erase(std::unique(outers.begin(), outers.end()), outers.end());
    powers_.assign(1, 1);
    std::vector<containment> found;
    for (const std::uint32_t text : outers)
      scan(text, found);
    return found;
  }

private:
  // A text is known by the first gram chosen of those that any text of the same beginning shares.
  struct pattern {
    std::uint64_t anchor; // hash of the gram
    std::uint32_t before; // characters before it
    std::uint32_t length;
    std::uint64_t whole; // hash of all; 0 where no other has this anchor, place and length
    std::uint32_t text;
    std::uint32_t last_outer; // where it was found last
  };

  struct probe {
    std::uint64_t hash;
    std::uint32_t text;
  };

  static constexpr std::uint32_t nowhere = 0xFFFF'FFFF;

  // The shortest text must hold one gram chosen.
  static std::size_t gram_of(std::u32string_view shortest) noexcept {
    return std::min<std::size_t>(shortest.size() / 2 + 1, 12);
  }
  static std::size_t window_of(std::u32string_view shortest) noexcept {
    return std::min<std::size_t>(shortest.size() + 1 - gram_of(shortest), 16);
  }

  /// The hash of the characters [begin, end) of the text that was summed last.
  std::uint64_t part(std::size_t begin, std::size_t end) const noexcept {
    return rolling::hash(sums_[end] - sums_[begin] * powers_[end - begin]);
  }
  void sum(std::u32string_view text) {
    while (powers_.size() <= text.size())
      powers_.push_back(powers_.back() * rolling::base);
    sums_.resize(text.size() + 1);
    sums_[0] = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
      sums_[i + 1] = sums_[i] * rolling::base + rolling::letter(text[i]);
  }

  void learn() {
    patterns_.reserve(last_ - first_);
    for (const auto& [text, rank] : all_.by_place()) {
      if (rank < first_ || rank >= last_) continue;
      const std::uint32_t begin = winnow_.first(text);
      patterns_.push_back({winnow_.hash(text, begin), begin, length_of(text), 0, rank, nowhere});
    }
    const auto before = [](const pattern& a, const pattern& b) {
      if (a.anchor != b.anchor) return a.anchor < b.anchor;
      if (a.before != b.before) return a.before < b.before;
      if (a.length != b.length) return a.length < b.length;
      if (a.whole != b.whole) return a.whole < b.whole;
      return a.text < b.text;
    };
    std::sort(patterns_.begin(), patterns_.end(), before);
    alone_.assign(all_.size(), false);
    for (std::size_t begin = 0, end = 0; begin < patterns_.size(); begin = end) {
      const pattern& first = patterns_[begin];
      const bool alone =
          (begin == 0 || patterns_[begin - 1].anchor != first.anchor) &&
          (begin + 1 == patterns_.size() || patterns_[begin + 1].anchor != first.anchor);
      alone_[first.text] = alone;
      for (end = begin + 1; end < patterns_.size() && patterns_[end].anchor == first.anchor &&
                            patterns_[end].before == first.before &&
                            patterns_[end].length == first.length;)
        ++end;
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
  static std::uint32_t length_of(std::u32string_view text) noexcept {
    return static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), 0xFFFF'FFFF));
  }
  /// Three bits of a word stand for an anchor.
  static constexpr std::uint64_t bits_of(std::uint64_t anchor) noexcept {
    return std::uint64_t{1} << (anchor & 63) | std::uint64_t{1} << ((anchor >> 6) & 63) |
           std::uint64_t{1} << ((anchor >> 12) & 63);
  }
  bool may_be_anchor(std::uint64_t hash) const noexcept {
    return (~filter_[static_cast<std::size_t>(hash >> filter_shift_)] & bits_of(hash)) == 0;
  }
  /// The patterns with this anchor.
  std::span<pattern> with_anchor(std::uint64_t hash) noexcept {
    const auto start = static_cast<std::size_t>(hash >> start_shift_);
    const auto bucket =
        std::span(patterns_).subspan(starts_[start], starts_[start + 1] - starts_[start]);
    const auto begin = std::partition_point(bucket.begin(), bucket.end(),
                                            [&](const pattern& p) { return p.anchor < hash; });
    const auto end = std::partition_point(begin, bucket.end(),
                                          [&](const pattern& p) { return p.anchor == hash; });
    return {begin, end};
  }

  /// Of the texts to look up, adds those that hold an anchor of another.
  void look(std::vector<std::uint32_t>& outers) {
    // Words of the filter stand anywhere in memory. Many are waited for at once if nothing depends
    // on them.
    words_.resize(probes_.size());
    for (std::size_t i = 0; i < probes_.size(); ++i)
      words_[i] = filter_[static_cast<std::size_t>(probes_[i].hash >> filter_shift_)];
    for (std::size_t i = 0; i < probes_.size(); ++i)
      if ((~words_[i] & bits_of(probes_[i].hash)) == 0 && !with_anchor(probes_[i].hash).empty())
        outers.push_back(probes_[i].text);
    probes_.clear();
  }
  /// The grams chosen of a text but the first, by which it is known itself, if no other has it.
  std::span<const std::uint32_t> grams_of(std::u32string_view text, std::uint32_t rank) {
    return winnow_(text).subspan(alone_[rank] ? 1 : 0);
  }

  void scan(std::uint32_t outer, std::vector<containment>& found) {
    const std::u32string_view letters = all_[outer];
    sums_.clear(); // until one is wanted
    for (const std::uint32_t place : grams_of(letters, outer)) {
      const std::uint64_t hash = winnow_.hash(letters, place);
      if (!may_be_anchor(hash)) continue;
      // All texts with this anchor, by its place and their length; of those that agree in both
      // the ones with the right hash.
      const std::span<pattern> known = with_anchor(hash);
      for (auto at = known.begin(); at != known.end();) {
        const std::uint32_t before = at->before;
        const std::uint32_t length = at->length;
        const std::size_t begin = place - before;
        const auto end = at->whole == 0 // alone, as most are
                             ? at + 1
                             : std::partition_point(at, known.end(), [&](const pattern& p) {
                                 return p.before == before && p.length == length;
                               });
        if (!work_.take(64)) {
          seen_.complete = false;
          return;
        }
        if (before <= place && length < letters.size() && length <= letters.size() - begin) {
          if (at->whole != 0 && sums_.empty()) sum(letters);
          const std::uint64_t whole = at->whole == 0 ? 0 : part(begin, begin + length);
          at = std::partition_point(at, end, [&](const pattern& p) { return p.whole < whole; });
          for (; at != end && at->whole == whole; ++at) {
            if (at->last_outer == outer || !all_.admits(at->text, outer)) continue;
            if (!work_.take(1 + length / 8)) {
              seen_.complete = false;
              return;
            }
            if (letters.substr(begin, length) != all_[at->text]) continue;
            at->last_outer = outer;
            found.push_back({at->text, outer, begin, begin + length, 0});
          }
        }
        at = end; // on to the next place or length
      }
    }
  }

  const ranking& all_;
  std::size_t first_;
  std::size_t last_;
  allowance& work_;
  statistics& seen_;
  winnower winnow_;
  std::vector<std::uint64_t> powers_;
  std::vector<std::uint64_t> sums_; // of the characters before each place
  std::vector<pattern> patterns_;
  std::vector<std::uint64_t> filter_; // a hashed bit set of the anchors
  std::vector<std::uint32_t> starts_; // the first pattern whose anchor begins with these bits
  unsigned filter_shift_ = 0;
  unsigned start_shift_ = 0;
  std::vector<probe> probes_; // to look up together
  std::vector<std::uint64_t> words_;
  std::vector<bool> alone_; // whether no other text has a text's anchor
};
using contained_search = basic_contained_search<>;

/// All pairs, ordered by `outer`. Short texts and others are looked for apart, so that these are
/// known by longer grams, of which fewer are looked up and shared by chance.
template <class = void>
std::vector<containment> find_contained(const ranking& all, allowance& work, statistics& seen) {
  constexpr std::size_t long_enough = 24;
  std::vector<containment> found;
  if (all.size() < 2) return found;
  std::size_t first_long = 0; // rank
  std::size_t end = all.size();
  while (first_long < end) {
    const std::size_t middle = first_long + (end - first_long) / 2;
    if (all[middle].size() < long_enough)
      first_long = middle + 1;
    else
      end = middle;
  }
  if (first_long > 0) found = contained_search(all, 0, first_long, work, seen).run();
  if (first_long == all.size()) return found;
  const auto more = contained_search(all, first_long, all.size(), work, seen).run();
  found.insert(found.end(), more.begin(), more.end());
  std::stable_sort(found.begin(), found.end(),
                   [](const containment& a, const containment& b) { return a.outer < b.outer; });
  return found;
}

} // namespace hantext::dedup::detail
