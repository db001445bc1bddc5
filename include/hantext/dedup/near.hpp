/// \file
/// Edited copies in a set of different folded texts: which of them belong together.
///
/// Small sets compare every pair of similar length. Large ones compare the pairs that min-hash
/// sketches propose (Broder 1997, in bands after Indyk and Motwani 1998). Either way a pair counts
/// only after its edit distance has been computed.
#pragma once

#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/sketch.hpp>
#include <hantext/dedup/types.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace hantext::dedup::detail {

/// Disjoint sets of numbers; the root of a set is its smallest number.
class disjoint_sets {
public:
  explicit disjoint_sets(std::size_t size) : parents_(size) {
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

/// Finds the pairs and joins their sets.
class near_search {
public:
  /// `chosen` are the places of the texts that take part.
  near_search(const texts& all, const std::vector<std::uint32_t>& chosen, double threshold,
              allowance& work, statistics& seen)
      : all_(all), chosen_(chosen), threshold_(threshold), work_(work), seen_(seen),
        sets_(all.size()) {}

  /// The sets of texts, each text near to another of its set.
  disjoint_sets run() {
    std::sort(chosen_.begin(), chosen_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return all_[a].size() != all_[b].size() ? all_[a].size() < all_[b].size() : a < b;
    });
    bags_.reserve(chosen_.size());
    for (const std::uint32_t text : chosen_)
      bags_.push_back(bag_of(all_[text]));
    if (chosen_.size() > compare_all || !every_pair()) bands();
    return std::move(sets_);
  }

private:
  static constexpr std::size_t compare_all = 4096; // texts; recall is complete up to here
  // In a crowded bucket a text meets so many of those just shorter than itself.
  static constexpr std::size_t most_looks = 64;
  static constexpr std::size_t most_comparisons = 16;

  std::size_t length(std::size_t i) const noexcept { return all_[chosen_[i]].size(); }

  /// Compares two texts (by place in `chosen_`, the longer last) unless they are together already;
  /// true if their distance was computed.
  bool compare(std::size_t shorter, std::size_t longer, std::size_t limit) {
    const std::uint32_t a = chosen_[shorter];
    const std::uint32_t b = chosen_[longer];
    if (sets_.root(a) == sets_.root(b)) return false;
    if (bag_distance(bags_[shorter], bags_[longer]) > limit) return false;
    ++seen_.compared;
    if (distance_(all_[a], all_[b], limit, work_) <= limit) sets_.join(a, b);
    if (work_.left == 0) seen_.complete = false;
    return true;
  }

  /// False if that was too much work: many texts of the same characters in another order.
  bool every_pair() {
    allowance whole = work_;
    work_.left = whole.left / 2;
    for (std::size_t i = 1; i < chosen_.size(); ++i) {
      const std::size_t limit = most_edits(length(i), threshold_);
      for (std::size_t j = i; j-- > 0 && length(i) - length(j) <= limit;) {
        work_.take(8);
        compare(j, i, limit);
        if (work_.left == 0) {
          work_.left = whole.left - whole.left / 2;
          return false;
        }
      }
    }
    work_.left += whole.left - whole.left / 2;
    return true;
  }

  void bands() {
    const std::size_t count = chosen_.size();
    std::vector<sketch> sketches;
    sketches.reserve(count);
    for (const std::uint32_t text : chosen_)
      sketches.push_back(sketch_of(all_[text]));
    std::vector<std::uint64_t> bucketed(count);
    for (std::size_t band = 0; band < std::tuple_size_v<sketch> && work_.left != 0; ++band) {
      for (std::size_t i = 0; i < count; ++i)
        bucketed[i] = (std::uint64_t{sketches[i][band]} << 32) | i;
      std::sort(bucketed.begin(), bucketed.end());
      // Within a bucket the texts stand by length.
      for (std::size_t i = 1; i < count && work_.left != 0; ++i) {
        const auto longer = static_cast<std::uint32_t>(bucketed[i]);
        const std::size_t limit = most_edits(length(longer), threshold_);
        std::size_t comparisons = 0;
        const std::size_t end = i > most_looks ? i - most_looks : 0;
        for (std::size_t j = i; j-- > end && (bucketed[j] ^ bucketed[i]) >> 32 == 0;) {
          const auto shorter = static_cast<std::uint32_t>(bucketed[j]);
          if (length(longer) - length(shorter) > limit) break;
          if (compare(shorter, longer, limit) && ++comparisons == most_comparisons) break;
        }
      }
    }
  }

  const texts& all_;
  std::vector<std::uint32_t> chosen_;
  double threshold_;
  allowance& work_;
  statistics& seen_;
  disjoint_sets sets_;
  std::vector<bag> bags_;
  edit_distance distance_;
};

} // namespace hantext::dedup::detail
