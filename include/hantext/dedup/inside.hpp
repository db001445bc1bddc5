/// \file
/// Paragraphs that stand inside others with a few differences, and long runs that texts share, in a
/// set of different folded texts.
///
/// A text with at most e edits keeps one of its e + 1 pieces whole (the pigeonhole principle), so
/// the beginnings of its pieces are looked for in all longer texts, and what they propose is
/// aligned (Sellers 1980, in the band of e diagonals either way). Runs are found by fingerprints
/// (winnowed where they are verbatim: Schleimer, Wilkerson and Aiken 2003) and extended as far as
/// both texts agree, over a few differences if these are allowed.
#pragma once

#include <hantext/dedup/contained.hpp>
#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/near.hpp>
#include <hantext/dedup/types.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::dedup::detail {

/// Finds the place of a pattern in a text, one after the other, keeping its memory between them.
template <class = void> class basic_alignment {
public:
  struct place {
    std::size_t edits = 0; // more than the limit: there is none
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  /// The stretch of `text` with the least edit distance to `pattern` among those that begin and
  /// end within `limit` characters of where they would if the pattern stood at `diagonal` (which
  /// may be before the text) without insertions. O(limit · pattern), less where it fails.
  place operator()(std::u32string_view pattern, std::u32string_view text, std::ptrdiff_t diagonal,
                   std::size_t limit, allowance& work) {
    const auto reach = static_cast<std::ptrdiff_t>(limit);
    const std::size_t width = 2 * limit + 1;
    const place none{limit + 1, 0, 0};
    cells_.assign(width, {});
    for (std::size_t k = 0; k < width; ++k) {
      const std::ptrdiff_t at = diagonal - reach + static_cast<std::ptrdiff_t>(k);
      const bool inside = at >= 0 && at <= static_cast<std::ptrdiff_t>(text.size());
      cells_[k] = {inside ? 0 : limit + 1, inside ? static_cast<std::size_t>(at) : 0};
    }
    for (std::size_t row = 1; row <= pattern.size(); ++row) {
      if (!work.take(width / 2 + 1)) return none;
      std::size_t least = limit + 1;
      for (std::size_t k = 0; k < width; ++k) {
        // Of the text, `at` characters are used up.
        const std::ptrdiff_t at =
            diagonal - reach + static_cast<std::ptrdiff_t>(k) + static_cast<std::ptrdiff_t>(row);
        cell best{limit + 1, 0};
        if (at >= 1 && at <= static_cast<std::ptrdiff_t>(text.size())) {
          best = cells_[k];
          best.edits += pattern[row - 1] == text[static_cast<std::size_t>(at) - 1] ? 0 : 1;
        }
        if (at >= 0 && at <= static_cast<std::ptrdiff_t>(text.size()) && k + 1 < width &&
            cells_[k + 1].edits + 1 < best.edits)
          best = {cells_[k + 1].edits + 1, cells_[k + 1].begin};
        if (at >= 1 && at <= static_cast<std::ptrdiff_t>(text.size()) && k != 0 &&
            cells_[k - 1].edits + 1 < best.edits)
          best = {cells_[k - 1].edits + 1, cells_[k - 1].begin};
        cells_[k] = best;
        least = std::min(least, best.edits);
      }
      if (least > limit) return none;
    }
    place found = none;
    for (std::size_t k = 0; k < width; ++k) {
      if (cells_[k].edits >= found.edits) continue;
      const std::ptrdiff_t end = diagonal - reach + static_cast<std::ptrdiff_t>(k) +
                                 static_cast<std::ptrdiff_t>(pattern.size());
      found = {cells_[k].edits, cells_[k].begin, static_cast<std::size_t>(end)};
    }
    return found;
  }

private:
  struct cell {
    std::size_t edits = 0;
    std::size_t begin = 0; // of the stretch
  };
  std::vector<cell> cells_; // of the row, by diagonal
};
using alignment = basic_alignment<>;

/// Runs of characters by their hash, with the texts that they are from.
template <class = void> class basic_run_table {
public:
  struct entry {
    std::uint32_t key;
    std::uint32_t text;
    std::uint32_t begin;
  };

  bool empty() const noexcept { return entries_.empty(); }
  void add(std::uint64_t hash, std::uint32_t text, std::size_t begin) {
    entries_.push_back(
        {static_cast<std::uint32_t>(hash >> 32), text, static_cast<std::uint32_t>(begin)});
  }
  /// After all have been added, in the order of texts.
  void finish() {
    std::vector<numbered> order(entries_.size());
    std::vector<numbered> spare;
    for (std::size_t i = 0; i < order.size(); ++i)
      order[i] = {entries_[i].key, static_cast<std::uint32_t>(i)};
    sort_by_key(order, spare);
    std::vector<entry> sorted;
    sorted.reserve(order.size());
    for (const numbered& place : order)
      sorted.push_back(entries_[place.number]);
    entries_ = std::move(sorted);
    unsigned bits = 6;
    while (bits < 28 && (std::size_t{1} << bits) < entries_.size())
      ++bits;
    shift_ = 32 - bits;
    starts_.assign((std::size_t{1} << bits) + 1, 0);
    filter_.assign(std::size_t{1} << (bits - 2), 0); // 16 bits for each
    for (const entry& known : entries_) {
      ++starts_[(known.key >> shift_) + 1];
      filter_[known.key >> (shift_ + 2)] |= bits_of(known.key);
    }
    for (std::size_t i = 1; i < starts_.size(); ++i)
      starts_[i] += starts_[i - 1];
  }
  /// Calls `use(entry)` for the entries with this hash, in the order of texts, until it is false.
  template <class Use> void for_each(std::uint64_t hash, Use use) const {
    const auto key = static_cast<std::uint32_t>(hash >> 32);
    if ((~filter_[key >> (shift_ + 2)] & bits_of(key)) != 0) return;
    for (std::size_t i = starts_[key >> shift_]; i < starts_[(key >> shift_) + 1]; ++i)
      if (entries_[i].key == key && !use(entries_[i])) return;
  }

private:
  /// Two bits of a word stand for a key.
  static constexpr std::uint64_t bits_of(std::uint32_t key) noexcept {
    const std::uint32_t mixed = key * 0x9E37'79B1u;
    return std::uint64_t{1} << (mixed >> 26) | std::uint64_t{1} << ((mixed >> 20) & 63);
  }

  std::vector<entry> entries_;
  std::vector<std::uint32_t> starts_; // the first entry whose key begins with these bits
  std::vector<std::uint64_t> filter_;
  unsigned shift_ = 0;
};
using run_table = basic_run_table<>;

/// Finds texts inside longer ones that have one edit at least.
template <class = void> class basic_inside_search {
public:
  basic_inside_search(const ranking& all, double threshold, allowance& work, statistics& seen)
      : all_(all), threshold_(threshold), work_(work), seen_(seen) {}

  /// All pairs, ordered by `outer`.
  std::vector<containment> run() {
    std::vector<std::uint64_t> hashes;
    classes_.resize(all_.size());
    for (const ranking::placed& text : all_.by_place())
      classes_[text.rank] = classes_of(text.text);
    for (std::size_t size = 0; size < sizes.size(); ++size) {
      for (std::uint32_t text = 0; text < all_.size(); ++text) {
        const std::size_t length = all_[text].size();
        const std::size_t pieces = most_edits(length, threshold_) + 1;
        if (pieces == 1 || size_of(length / pieces) != size) continue;
        for (std::size_t piece = 0; piece < pieces; ++piece) {
          const std::size_t begin = piece * length / pieces;
          hash_runs(all_[text].substr(begin, sizes[size]), sizes[size], hashes);
          tables_[size].add(hashes[0], text, begin);
        }
      }
      if (!tables_[size].empty()) tables_[size].finish();
    }
    std::vector<containment> found;
    for (std::uint32_t outer = 1; outer < all_.size() && work_.left != 0; ++outer)
      scan(outer, found);
    if (work_.left == 0) seen_.complete = false;
    return found;
  }

private:
  // A piece is known by its first characters, as many of these as it has.
  static constexpr std::array<std::size_t, 3> sizes = {8, 5, 3};
  static constexpr std::size_t most_looks = 64; // at one place, among texts that share a piece

  static constexpr std::size_t size_of(std::size_t piece) noexcept {
    std::size_t size = 0;
    while (size < sizes.size() && sizes[size] > piece)
      ++size;
    return size;
  }

  // Which classes of characters a text has: a class that a longer text lacks costs an edit.
  using classes = std::array<std::uint64_t, 4>;
  static classes classes_of(std::u32string_view text) noexcept {
    classes made{};
    for (const char32_t c : text) {
      const std::uint32_t slot = (c * 0x9E37'79B1u) >> 24;
      made[slot / 64] |= std::uint64_t{1} << (slot % 64);
    }
    return made;
  }
  static std::size_t lacking(const classes& inner, const classes& outer) noexcept {
    std::size_t count = 0;
    for (std::size_t i = 0; i < inner.size(); ++i)
      count += static_cast<std::size_t>(std::popcount(inner[i] & ~outer[i]));
    return count;
  }

  struct proposal {
    std::uint32_t inner;
    std::ptrdiff_t diagonal;

    friend bool operator==(const proposal&, const proposal&) = default;
    friend auto operator<=>(const proposal&, const proposal&) = default;
  };

  void scan(std::uint32_t outer, std::vector<containment>& found) {
    const std::u32string_view text = all_[outer];
    proposals_.clear();
    for (std::size_t size = 0; size < sizes.size(); ++size) {
      if (tables_[size].empty()) continue;
      hash_runs(text, sizes[size], hashes_);
      for (std::size_t begin = 0; begin < hashes_.size(); ++begin) {
        std::size_t looks = 0;
        tables_[size].for_each(hashes_[begin], [&](const run_table::entry& piece) {
          // Of texts that share the piece, those before this one in rank come first.
          if (piece.text >= outer || ++looks > most_looks || !work_.take(2)) return false;
          if (all_[piece.text].size() < text.size() && all_.admits(piece.text, outer))
            proposals_.push_back({piece.text, static_cast<std::ptrdiff_t>(begin) -
                                                  static_cast<std::ptrdiff_t>(piece.begin)});
          return true;
        });
      }
    }
    std::sort(proposals_.begin(), proposals_.end());
    proposals_.erase(std::unique(proposals_.begin(), proposals_.end()), proposals_.end());
    containment best{0, 0, 0, 0, 0};
    std::size_t limit = 0;
    const auto finish = [&] {
      if (best.end != 0 && best.edits != 0) found.push_back(best);
    };
    for (std::size_t i = 0; i < proposals_.size(); ++i) {
      const std::uint32_t inner = proposals_[i].inner;
      if (i == 0 || inner != proposals_[i - 1].inner) {
        if (i != 0) finish();
        limit = most_edits(all_[inner].size(), threshold_);
        best = {inner, outer, 0, 0, limit + 1};
      }
      if (best.edits == 0 || lacking(classes_[inner], classes_[outer]) > limit) continue;
      const auto place = align_(all_[inner], text, proposals_[i].diagonal, limit, work_);
      if (place.edits < best.edits) best = {inner, outer, place.begin, place.end, place.edits};
    }
    finish();
  }

  const ranking& all_;
  double threshold_;
  allowance& work_;
  statistics& seen_;
  std::array<run_table, 3> tables_;
  std::vector<std::uint64_t> hashes_;
  std::vector<proposal> proposals_;
  std::vector<classes> classes_; // of each text
  alignment align_;
};
using inside_search = basic_inside_search<>;

/// A run of characters that two texts share: [leader_begin, leader_end) of the one and [begin, end)
/// of the other.
struct shared_run {
  std::uint32_t leader = 0; // the text of lower rank
  std::size_t leader_begin = 0;
  std::size_t leader_end = 0;
  std::uint32_t text = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t edits = 0; // between both stretches

  /// Of the longer stretch.
  std::size_t size() const noexcept { return std::max(leader_end - leader_begin, end - begin); }
};

/// Finds runs of at least `least` characters that texts share, with at most 1 − threshold
/// differences: for every run of a text that texts of lower rank have, the longest. Runs that are
/// all of one of the two are left out.
template <class = void> class basic_run_search {
public:
  basic_run_search(const ranking& all, std::size_t least, double threshold, allowance& work,
                   statistics& seen)
      : all_(all), least_(least), threshold_(threshold), work_(work), seen_(seen) {
    // Of a run with so many edits one piece is whole.
    const std::size_t edits = most_edits(least, threshold);
    size_ = edits == 0 ? 8 : std::clamp<std::size_t>((least - edits) / (edits + 1), 4, 8);
    window_ = edits == 0 ? least - size_ + 1 : 1;
  }

  /// Ordered by leader, its run, and text.
  std::vector<shared_run> run() {
    run_table table;
    for (std::uint32_t text = 0; text < all_.size(); ++text)
      for_each_fingerprint(
          all_[text], [&](std::uint64_t hash, std::size_t begin) { table.add(hash, text, begin); });
    std::vector<shared_run> found;
    if (table.empty()) return found;
    table.finish();
    for (std::uint32_t text = 1; text < all_.size() && work_.left != 0; ++text) {
      std::size_t covered = 0; // by runs found
      for_each_fingerprint(all_[text], [&](std::uint64_t hash, std::size_t begin) {
        if (begin + size_ <= covered) return;
        std::size_t looks = 0;
        shared_run best;
        table.for_each(hash, [&](const run_table::entry& other) {
          if (other.text >= text || ++looks > most_looks || !work_.take(4)) return false;
          if (!all_.admits(other.text, text)) return true;
          const shared_run run = extended(other.text, other.begin, text, begin);
          if (run.leader_end - run.leader_begin < least_ || run.end - run.begin < least_)
            return true;
          if (run.size() > best.size()) best = run;
          return true;
        });
        if (best.size() == 0) return;
        if (begin < best.begin || begin >= best.end) return; // it is found from within
        covered = best.end;
        if (best.leader_end - best.leader_begin == all_[best.leader].size() ||
            best.end - best.begin == all_[text].size())
          return;
        const auto part = [&](std::uint32_t from, std::size_t first, std::size_t last) {
          return all_[from].substr(first, last - first);
        };
        if (best.edits != 0)
          best.edits = distance_(part(best.leader, best.leader_begin, best.leader_end),
                                 part(text, best.begin, best.end), best.edits, work_);
        found.push_back(best);
      });
    }
    if (work_.left == 0) seen_.complete = false;
    std::sort(found.begin(), found.end(), [](const shared_run& a, const shared_run& b) {
      if (a.leader != b.leader) return a.leader < b.leader;
      if (a.leader_begin != b.leader_begin) return a.leader_begin < b.leader_begin;
      if (a.leader_end != b.leader_end) return a.leader_end < b.leader_end;
      return a.text != b.text ? a.text < b.text : a.begin < b.begin;
    });
    return found;
  }

private:
  static constexpr std::size_t most_looks = 64;
  static constexpr std::size_t widest_gap = 3; // characters that differ in a row
  static constexpr std::size_t foothold = 4;   // characters that agree behind a difference

  /// The least hash of every window, so that texts that share `least_` characters share one; each
  /// once. Where hashes are equal the last counts.
  template <class Use> void for_each_fingerprint(std::u32string_view text, Use use) {
    hash_runs(text, size_, hashes_);
    std::size_t minimum = 0;
    std::size_t used = ~std::size_t{0};
    for (std::size_t end = window_; end <= hashes_.size(); ++end) {
      const std::size_t begin = end - window_;
      if (end == window_ || minimum < begin) {
        minimum = begin;
        for (std::size_t i = begin + 1; i < end; ++i)
          if (hashes_[i] <= hashes_[minimum]) minimum = i;
      } else if (hashes_[end - 1] <= hashes_[minimum]) {
        minimum = end - 1;
      }
      if (minimum == used) continue;
      used = minimum;
      use(hashes_[minimum], minimum);
    }
  }

  /// A stretch on which both texts agree, and the edits between it and the one before.
  struct block {
    std::size_t leader_begin;
    std::size_t begin;
    std::size_t size;
    std::size_t edits;
  };

  /// From a place where both texts agree as far as they do to both sides, over differences of a few
  /// characters, until the differences are too many.
  shared_run extended(std::uint32_t leader, std::size_t leader_begin, std::uint32_t text,
                      std::size_t begin) {
    const std::u32string_view a = all_[leader];
    const std::u32string_view b = all_[text];
    std::size_t length = 0;
    while (leader_begin + length < a.size() && begin + length < b.size() &&
           a[leader_begin + length] == b[begin + length])
      ++length;
    while (leader_begin != 0 && begin != 0 && a[leader_begin - 1] == b[begin - 1]) {
      --leader_begin;
      --begin;
      ++length;
    }
    work_.take(length / 4);
    if (length < size_) return {}; // the hashes agree by chance
    blocks_.assign(1, {leader_begin, begin, length, 0});
    if (threshold_ < 1) {
      // To the left in the order of reading, then turned round; an edit belongs to the block after
      // it.
      lengthen(
          a, b,
          [](std::u32string_view all, std::size_t end, std::size_t i) {
            return i < end ? all[end - 1 - i] : U'\0';
          },
          leader_begin, begin, length,
          [&](const block& left) {
            blocks_.back().edits = left.edits;
            blocks_.push_back({leader_begin - left.leader_begin - left.size,
                               begin - left.begin - left.size, left.size, 0});
          });
      std::reverse(blocks_.begin(), blocks_.end());
      const std::size_t leader_end = leader_begin + length;
      const std::size_t end = begin + length;
      lengthen(
          a, b,
          [](std::u32string_view all, std::size_t from, std::size_t i) {
            return i < all.size() - from ? all[from + i] : U'\0';
          },
          leader_end, end, length,
          [&](const block& right) {
            blocks_.push_back(
                {leader_end + right.leader_begin, end + right.begin, right.size, right.edits});
          });
    }
    return best_of_blocks(leader, text);
  }

  /// Reads two texts from places on by `at(text, place, i)`, zero behind the end, and gives the
  /// blocks that agree to `use`. `length` characters agree before.
  template <class At, class Use>
  void lengthen(std::u32string_view a, std::u32string_view b, At at, std::size_t place_a,
                std::size_t place_b, std::size_t length, Use use) {
    const auto agree = [&](std::size_t i, std::size_t j) {
      const char32_t c = at(a, place_a, i);
      return c != 0 && c == at(b, place_b, j);
    };
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t edits = 0;
    for (;;) {
      if (!work_.take(32)) return;
      // The fewest edits behind which both texts agree again; replacing before the rest.
      const auto holds = [&](std::size_t skip_a, std::size_t skip_b) {
        for (std::size_t k = 0; k < foothold; ++k)
          if (!agree(i + skip_a + k, j + skip_b + k)) return false;
        return true;
      };
      std::size_t skip_a = 0;
      std::size_t skip_b = 0;
      std::size_t gap = 1;
      for (bool found = false; gap <= widest_gap; ++gap) {
        for (std::size_t less = 0; less <= gap && !found; ++less) {
          if (holds(gap, gap - less)) {
            skip_a = gap;
            skip_b = gap - less;
            found = true;
          } else if (holds(gap - less, gap)) {
            skip_a = gap - less;
            skip_b = gap;
            found = true;
          }
        }
        if (found) break;
      }
      if (gap > widest_gap) return;
      edits += gap;
      i += skip_a;
      j += skip_b;
      const std::size_t begin_i = i;
      const std::size_t begin_j = j;
      while (agree(i, j)) {
        ++i;
        ++j;
      }
      work_.take((i - begin_i) / 4);
      use(block{begin_i, begin_j, i - begin_i, gap});
      // Even a long stretch without a difference would have to follow now.
      if (edits > widest_gap + 2 * most_edits(length + i, threshold_)) return;
    }
  }

  /// The blocks without those at the ends that cost too many edits.
  shared_run best_of_blocks(std::uint32_t leader, std::uint32_t text) const {
    std::size_t first = 0;
    std::size_t last = blocks_.size() - 1;
    std::size_t edits = 0;
    for (std::size_t i = 1; i < blocks_.size(); ++i)
      edits += blocks_[i].edits;
    for (;;) {
      const block& head = blocks_[first];
      const block& tail = blocks_[last];
      const shared_run run{leader, head.leader_begin, tail.leader_begin + tail.size,
                           text,   head.begin,        tail.begin + tail.size,
                           edits};
      if (first == last || edits <= most_edits(run.size(), threshold_)) return run;
      // The end goes that has more edits to the character.
      if (blocks_[first + 1].edits * tail.size > tail.edits * head.size)
        edits -= blocks_[++first].edits;
      else
        edits -= blocks_[last--].edits;
    }
  }

  const ranking& all_;
  std::size_t least_;
  double threshold_;
  std::size_t size_ = 8;   // characters of a fingerprint
  std::size_t window_ = 1; // fingerprints of which one is kept
  allowance& work_;
  statistics& seen_;
  std::vector<std::uint64_t> hashes_;
  std::vector<block> blocks_;
  edit_distance distance_;
};
using run_search = basic_run_search<>;

} // namespace hantext::dedup::detail
