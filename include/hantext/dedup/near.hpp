/// \file
/// Edited copies in a set of different folded texts: which of them belong together.
///
/// Small sets compare every pair of similar length. Large ones compare the pairs that share a key
/// of their sketches. Either way a pair counts only after its edit distance has been computed.
#pragma once

#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/sketch.hpp>
#include <hantext/dedup/types.hpp>

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::dedup::detail {

/// Disjoint sets of numbers; the root of a set is its smallest number.
template <class = void> class basic_disjoint_sets {
public:
  explicit basic_disjoint_sets(std::size_t size) : parents_(size) {
    for (std::size_t i = 0; i < size; ++i)
      parents_[i] = static_cast<std::uint32_t>(i);
  }
  std::uint32_t root(std::uint32_t i) noexcept {
    while (parents_[i] != i) {
      parents_[i] = parents_[parents_[i]];
      i = parents_[i];
    }
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) noexcept {
    a = root(a);
    b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

private:
  std::vector<std::uint32_t> parents_;
};
using disjoint_sets = basic_disjoint_sets<>;

/// The different texts of a search, each known by its rank: its place when they are ordered by
/// length, then by hash. Ranks depend on the texts only, not on the order of the input. The texts
/// themselves stay where they are.
template <class = void> class basic_ranking {
public:
  static constexpr std::uint64_t many = ~std::uint64_t{0};

  explicit basic_ranking(dedup::scope scope) : scope_(scope) {}

  std::size_t size() const noexcept { return entries_.size(); }
  std::u32string_view operator[](std::size_t rank) const noexcept { return entries_[rank].text; }
  /// Its first place in the input.
  std::uint32_t place(std::size_t rank) const noexcept { return entries_[rank].place; }
  /// The document that all its copies stand in, or `many`; 0 where that does not matter.
  std::uint64_t home(std::size_t rank) const noexcept {
    return scope_ == scope::everywhere ? 0 : homes_[rank];
  }

  /// Whether the pair is within the scope.
  bool admits(std::size_t a, std::size_t b) const noexcept {
    if (scope_ == scope::everywhere) return true;
    const bool same = home(a) == home(b) && home(a) != many;
    return same == (scope_ == scope::within_document);
  }
  /// What a key is changed by, so that texts that never make a pair do not meet.
  std::uint32_t salt(std::size_t rank) const noexcept {
    return scope_ == scope::within_document ? static_cast<std::uint32_t>(mixed(home(rank) + 1)) : 0;
  }

  /// The texts in the order of the input, which is how they stand in memory: what reads all of
  /// them, and does the same in any order, reads them in this one.
  struct placed {
    std::u32string_view text;
    std::uint32_t rank;
  };
  std::span<const placed> by_place() const noexcept { return by_place_; }

  void reserve(std::size_t count) { entries_.reserve(count); }
  /// Adds the text of the next rank, which must outlive this.
  void add(std::u32string_view text, std::uint32_t place, std::uint64_t home) {
    entries_.push_back({text, place});
    if (scope_ != scope::everywhere) homes_.push_back(home);
  }
  /// The text of the last rank stands in this document, too.
  void also_in(std::uint64_t home) noexcept {
    if (scope_ != scope::everywhere && homes_.back() != home) homes_.back() = many;
  }
  /// After all have been added: `rank_of` each item of the input, or something else if it has none.
  void finish(std::span<const std::uint32_t> rank_of) {
    by_place_.reserve(entries_.size());
    for (std::size_t item = 0; item < rank_of.size(); ++item) {
      const std::uint32_t rank = rank_of[item];
      if (rank < entries_.size() && entries_[rank].place == item)
        by_place_.push_back({entries_[rank].text, rank});
    }
  }

private:
  struct entry {
    std::u32string_view text;
    std::uint32_t place;
  };

  dedup::scope scope_;
  std::vector<entry> entries_;
  std::vector<placed> by_place_;
  std::vector<std::uint64_t> homes_;
};
using ranking = basic_ranking<>;

/// Sorts numbered keys by key; equal ones stay in their order. `spare` is scratch. Linear.
struct numbered {
  std::uint32_t key;
  std::uint32_t number;
};
template <class = void>
void sort_by_key(std::vector<numbered>& list, std::vector<numbered>& spare) {
  constexpr unsigned digit = 11;
  spare.resize(list.size());
  std::array<std::array<std::uint32_t, 1U << digit>, 3> starts{};
  for (const numbered& entry : list)
    for (unsigned pass = 0; pass < 3; ++pass)
      ++starts[pass][(entry.key >> (pass * digit)) & ((1U << digit) - 1)];
  for (unsigned pass = 0; pass < 3; ++pass) {
    std::uint32_t sum = 0;
    for (std::uint32_t& start : starts[pass])
      sum += std::exchange(start, sum);
    for (const numbered& entry : list)
      spare[starts[pass][(entry.key >> (pass * digit)) & ((1U << digit) - 1)]++] = entry;
    list.swap(spare);
  }
}

/// Brings together the entries of a list that share a key, which few do, keeping its memory between
/// the lists. Parts of the list that fit in the nearest cache are made by the first bits of the
/// keys; in each a table tells which entries are alone.
template <class = void> class basic_key_groups {
public:
  /// Calls `use(group)` for the entries of each key that more than one has, sorted by number; the
  /// groups are ordered by key. `key(i)` and `number(i)` are those of the i-th of `count` entries.
  template <class Key, class Number, class Use>
  void operator()(std::size_t count, Key key, Number number, Use use) {
    unsigned bits = 0; // of a key that tell the part
    while (bits < 12 && (std::size_t{256} << bits) < count)
      ++bits;
    const auto part_of = [&](std::uint32_t of) { return std::uint64_t{of} << bits >> 32; };
    starts_.assign((std::size_t{1} << bits) + 1, 0);
    for (std::size_t i = 0; i < count; ++i)
      ++starts_[part_of(key(i)) + 1];
    for (std::size_t part = 1; part < starts_.size(); ++part)
      starts_[part] += starts_[part - 1];
    ends_.assign(starts_.begin(), starts_.end() - 1);
    parts_.resize(count);
    for (std::size_t i = 0; i < count; ++i)
      parts_[ends_[part_of(key(i))]++] = {key(i), number(i)};
    for (std::size_t part = 0; part + 1 < starts_.size(); ++part)
      groups_in(std::span(parts_).subspan(starts_[part], starts_[part + 1] - starts_[part]), bits,
                use);
  }

private:
  template <class Use> void groups_in(std::span<numbered> list, unsigned bits, Use& use) {
    unsigned slot_bits = 10;
    while (slot_bits + bits < 32 && (std::size_t{1} << slot_bits) < 4 * list.size())
      ++slot_bits;
    counts_.assign(std::size_t{1} << slot_bits, 0);
    const auto slot_of = [&](const numbered& entry) { // by the bits behind those of the part
      return static_cast<std::size_t>(entry.key << bits >> (32 - slot_bits));
    };
    for (const numbered& entry : list) {
      std::uint8_t& count = counts_[slot_of(entry)];
      count = static_cast<std::uint8_t>(count | (count + 1)); // 0, 1, 3, 7: more than one
    }
    std::size_t size = 0;
    for (const numbered& entry : list) {
      const bool alone = counts_[slot_of(entry)] == 1;
      list[size] = entry;
      size += alone ? 0 : 1;
    }
    list = list.first(size);
    std::sort(list.begin(), list.end(), [](const numbered& a, const numbered& b) {
      return a.key != b.key ? a.key < b.key : a.number < b.number;
    });
    for (std::size_t begin = 0, end = 0; begin < size; begin = end) {
      for (end = begin + 1; end < size && list[end].key == list[begin].key;)
        ++end;
      if (end - begin > 1) use(std::span<const numbered>(list.subspan(begin, end - begin)));
    }
  }

  std::vector<std::uint32_t> starts_; // of the parts, and where the last one ends
  std::vector<std::uint32_t> ends_;   // of the parts as they grow
  std::vector<numbered> parts_;
  std::vector<std::uint8_t> counts_; // of the entries of a slot, in ones
};
using key_groups = basic_key_groups<>;

/// Two texts that are near: their ranks and their edit distance.
struct near_pair {
  std::uint32_t shorter = 0;
  std::uint32_t longer = 0;
  std::uint32_t edits = 0;

  friend constexpr auto operator<=>(const near_pair&, const near_pair&) noexcept = default;
};

/// Finds the pairs and joins their sets.
template <class = void> class basic_near_search {
public:
  basic_near_search(const ranking& all, const options& wanted, allowance& work, statistics& seen,
                    disjoint_sets& sets)
      : all_(all), wanted_(wanted), work_(work), seen_(seen), sets_(sets) {}

  /// Joins the ranks of texts that are near; returns the pairs that did it.
  std::vector<near_pair> run() {
    search();
    return std::move(joined_);
  }

private:
  void search() {
    outlines_.resize(all_.size());
    shortest_.reserve(all_.size());
    std::uint32_t shortest = 0;
    for (std::size_t rank = 0; rank < all_.size(); ++rank) {
      while (all_[rank].size() - all_[shortest].size() > limit(rank))
        ++shortest;
      shortest_.push_back(shortest);
    }
    unsigned bits = 4; // of the number of texts, up to 2^16
    while (bits < 16 && (std::size_t{1} << bits) < 8 * all_.size())
      ++bits;
    failed_.assign(std::size_t{1} << bits, 0);
    failed_shift_ = 64 - bits;
    const plan how = wanted_.plan.value_or(plan_for(all_.size(), wanted_));
    if (how.bands != 0) return bands(how);
    for (const ranking::placed& text : all_.by_place())
      outlines_[text.rank] = outline_of(text.text);
    if (!every_pair()) bands(plan_for(~std::size_t{0} >> 40, wanted_));
  }

  std::size_t limit(std::size_t longer) const noexcept {
    return most_edits(all_[longer].size(), wanted_.threshold);
  }

  /// Whether two texts may be near, by their outlines.
  bool possible(std::uint32_t shorter, std::uint32_t longer) const noexcept {
    const outline& other = outlines_[longer];
    return least_edits(outlines_[shorter], other) <= most_edits(other.length, wanted_.threshold);
  }

  /// Compares two texts that may be near unless they are together already; whether they are now.
  bool compare(std::uint32_t shorter, std::uint32_t longer) {
    const std::size_t limit = most_edits(outlines_[longer].length, wanted_.threshold);
    if (sets_.root(shorter) == sets_.root(longer) || !all_.admits(shorter, longer)) return false;
    // Pairs with much in common share many keys: remember what was in vain.
    const std::uint64_t pair = (std::uint64_t{shorter} << 32) | longer;
    std::uint64_t& failed = failed_[(pair * 0x9E37'79B9'7F4A'7C15) >> failed_shift_];
    if (failed == pair) return false;
    ++seen_.compared;
    const std::uint64_t before = work_.left;
    const std::size_t edits = distance_(all_[shorter], all_[longer], limit, work_);
    if (edits <= limit) {
      sets_.join(shorter, longer);
      joined_.push_back({shorter, longer, static_cast<std::uint32_t>(edits)});
    } else {
      failed = pair;
      work_.take(before - work_.left); // what is in vain counts twice
    }
    if (work_.left == 0) seen_.complete = false;
    return edits <= limit;
  }

  /// False if that was too much work: many texts of the same characters in another order.
  bool every_pair() {
    const std::uint64_t whole = work_.left;
    work_.left = whole / 2;
    for (std::uint32_t longer = 1; longer < all_.size(); ++longer) {
      for (std::uint32_t shorter = longer; shorter-- > shortest_[longer];) {
        work_.take(8);
        ++seen_.proposed;
        if (possible(shorter, longer)) compare(shorter, longer);
        if (work_.left == 0) {
          work_.left = whole - whole / 2;
          return false;
        }
      }
    }
    work_.left += whole - whole / 2;
    return true;
  }

  void bands(plan how) {
    const std::size_t count = all_.size();
    sketcher sketch(how, wanted_.gram, wanted_.seed);
    std::vector<std::uint32_t> keys(count * how.bands); // band by band, in the order of the input
    std::size_t place = 0;
    for (const ranking::placed& text : all_.by_place()) {
      outlines_[text.rank] = outline_of(text.text);
      const std::uint32_t salt = all_.salt(text.rank);
      sketch(text.text,
             [&](unsigned band, std::uint32_t key) { keys[band * count + place] = key ^ salt; });
      ++place;
    }
    std::vector<std::uint32_t> ranks; // in the order of the input
    ranks.reserve(count);
    for (const ranking::placed& text : all_.by_place())
      ranks.push_back(text.rank);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs; // to look at
    const auto look = [&] {
      // What is known of texts stands anywhere in memory. Many are waited for at once if nothing
      // depends on them but where the next pair is put. First what takes little memory.
      const auto keep = [&](auto holds) {
        std::size_t kept = 0;
        for (const auto& [shorter, longer] : pairs) {
          pairs[kept] = {shorter, longer};
          kept += holds(shorter, longer) ? 1 : 0;
        }
        pairs.resize(kept);
      };
      seen_.proposed += pairs.size();
      keep([&](std::uint32_t shorter, std::uint32_t longer) {
        return shorter >= shortest_[longer];
      });
      keep([&](std::uint32_t shorter, std::uint32_t longer) { return possible(shorter, longer); });
      for (std::size_t i = 0; i < pairs.size() && work_.left != 0; ++i)
        compare(pairs[i].first, pairs[i].second);
      pairs.clear();
    };
    key_groups group;
    for (unsigned band = 0; band < how.bands && work_.left != 0; ++band) {
      group(
          count, [&](std::size_t i) { return keys[band * count + i]; },
          [&](std::size_t i) { return ranks[i]; },
          [&](std::span<const numbered> list) {
            if (work_.left == 0) return;
            if (list.size() > 8) return meet_many(list);
            meet_in_bucket(
                list.size(),
                [&](std::size_t a, std::size_t b) {
                  return list.size() <= 4 || // these are looked at together
                         list[a].number >= shortest_[list[b].number];
                },
                [&](std::size_t a, std::size_t b) {
                  pairs.emplace_back(list[a].number, list[b].number);
                });
            if (pairs.size() >= 4096) look();
          });
      look();
    }
  }

  /// Where many share a key most are together soon, and these need not meet again.
  void meet_many(std::span<const numbered> list) {
    roots_.clear();
    for (const numbered& entry : list)
      roots_.push_back(sets_.root(entry.number));
    std::size_t alike = 0; // places just before that are together with this one
    meet_in_bucket(
        list.size(),
        [&](std::size_t a, std::size_t b) {
          if (a + 1 == b) alike = roots_[a] == roots_[b] ? alike + 1 : 0;
          return alike < most_meetings && list[a].number >= shortest_[list[b].number];
        },
        [&](std::size_t a, std::size_t b) {
          if (roots_[a] == roots_[b] || work_.left == 0) return;
          ++seen_.proposed;
          if (!possible(list[a].number, list[b].number)) return;
          if (!compare(list[a].number, list[b].number)) return;
          for (std::size_t i = b > most_meetings ? b - most_meetings : 0; i <= b; ++i)
            roots_[i] = sets_.root(list[i].number);
        });
  }

  const ranking& all_;
  const options& wanted_;
  allowance& work_;
  statistics& seen_;
  disjoint_sets& sets_;
  std::vector<outline> outlines_;
  std::vector<std::uint32_t> shortest_; // the first rank that is long enough to be near to a rank
  std::vector<std::uint64_t> failed_;
  unsigned failed_shift_ = 0;
  std::vector<std::uint32_t> roots_; // of texts that share a key, as they were
  edit_distance distance_;
  std::vector<near_pair> joined_;
};
using near_search = basic_near_search<>;

} // namespace hantext::dedup::detail
