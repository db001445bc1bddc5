/// \file
/// Duplicates in a set of paragraphs: exact, near (edited) and contained, each verified.
#pragma once

#include <hantext/dedup/contained.hpp>
#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/fold.hpp>
#include <hantext/dedup/near.hpp>
#include <hantext/dedup/types.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::dedup {

/// Finds the duplicates in a set of paragraphs: groups ordered by their first member, then by kind.
///
/// - exact: equal after folding.
/// - near: the edit distance is at most 1 − threshold of the longer text. Nearness is handed on: if
///   b is near to a and c near to b, the three are a group. Among up to 4096 different paragraphs
///   every near pair is found; in larger sets those that sketches propose, nearly all.
/// - contained: all of the folded text stands inside another; pairs that are near are not repeated
///   here.
///
/// Work is limited to so many steps for each character, so that no set takes more than time
/// linear in its size; `seen->complete` tells whether that was enough.
std::vector<group> find(std::span<const std::string_view> paragraphs, const options& wanted = {},
                        statistics* seen = nullptr);

namespace detail {

/// The options with what lies outside its range set to the nearer end.
constexpr options checked(options wanted) noexcept {
  if (!(wanted.threshold >= 0.5)) wanted.threshold = 0.5; // NaN, too
  if (wanted.threshold > 1) wanted.threshold = 1;
  if (wanted.minimum_length == 0) wanted.minimum_length = 1;
  return wanted;
}

/// One search from the paragraphs to the groups.
class search {
public:
  search(std::span<const std::string_view> paragraphs, const options& wanted, statistics& seen)
      : paragraphs_(paragraphs), wanted_(checked(wanted)), seen_(seen) {}

  std::vector<group> run() {
    for (const std::string_view paragraph : paragraphs_)
      texts_.add(paragraph);
    find_copies();
    disjoint_sets sets(texts_.size());
    if (wanted_.near && wanted_.threshold < 1) {
      allowance work = granted();
      sets = near_search(texts_, firsts_, wanted_.threshold, work, seen_).run();
    }
    report_sets(sets);
    if (wanted_.contained) report_contained(sets);
    std::sort(groups_.begin(), groups_.end(), [](const group& a, const group& b) {
      const std::size_t first_a = a.members.front().item;
      const std::size_t first_b = b.members.front().item;
      if (first_a != first_b) return first_a < first_b;
      if (a.kind != b.kind) return a.kind < b.kind;
      return std::lexicographical_compare(a.members.begin(), a.members.end(), b.members.begin(),
                                          b.members.end(), [](const member& x, const member& y) {
                                            if (x.item != y.item) return x.item < y.item;
                                            return x.matched.begin != y.matched.begin
                                                       ? x.matched.begin < y.matched.begin
                                                       : x.matched.end < y.matched.end;
                                          });
    });
    return std::move(groups_);
  }

private:
  allowance granted() const noexcept {
    return {(std::uint64_t{1} << 28) + 64 * std::uint64_t{texts_.characters()}};
  }

  /// Fills `first_` (of every text the first equal one) and `firsts_`.
  void find_copies() {
    struct keyed {
      std::uint64_t key;
      std::uint32_t text;
    };
    std::vector<keyed> order;
    first_.resize(texts_.size());
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      first_[i] = static_cast<std::uint32_t>(i);
      if (texts_[i].size() >= wanted_.minimum_length)
        order.push_back({hash(texts_[i]), static_cast<std::uint32_t>(i)});
    }
    const auto by_text = [&](keyed a, keyed b) {
      const int compared = texts_[a.text].compare(texts_[b.text]);
      return compared != 0 ? compared < 0 : a.text < b.text;
    };
    std::sort(order.begin(), order.end(),
              [](keyed a, keyed b) { return a.key != b.key ? a.key < b.key : a.text < b.text; });
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      bool equal = true; // but for a collision, texts of one key are
      for (end = begin + 1; end < order.size() && order[end].key == order[begin].key; ++end)
        equal = equal && texts_[order[end].text] == texts_[order[begin].text];
      if (!equal)
        std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                  order.begin() + static_cast<std::ptrdiff_t>(end), by_text);
      for (std::size_t i = begin + 1; i < end; ++i)
        if (equal || texts_[order[i].text] == texts_[order[i - 1].text])
          first_[order[i].text] = first_[order[i - 1].text];
    }
    seen_.paragraphs = order.size();
    for (std::size_t i = 0; i < texts_.size(); ++i)
      if (first_[i] == i && texts_[i].size() >= wanted_.minimum_length)
        firsts_.push_back(static_cast<std::uint32_t>(i));
    seen_.distinct = firsts_.size();
  }

  member whole(std::size_t item) const noexcept {
    const span all = trimmed(paragraphs_[item]);
    return {item, all, all};
  }

  /// Groups of kinds exact and near: a set of more than one text, or a text that occurs again.
  void report_sets(disjoint_sets& sets) {
    struct placed {
      std::uint32_t root;
      std::uint32_t item;
    };
    std::vector<placed> order;
    for (std::size_t i = 0; i < texts_.size(); ++i)
      if (texts_[i].size() >= wanted_.minimum_length)
        order.push_back({sets.root(first_[i]), static_cast<std::uint32_t>(i)});
    std::stable_sort(order.begin(), order.end(),
                     [](placed a, placed b) { return a.root < b.root; });
    allowance work = granted();
    edit_distance distance;
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      while (end < order.size() && order[end].root == order[begin].root)
        ++end;
      if (end - begin < 2) continue;
      group found;
      found.members.reserve(end - begin);
      const std::uint32_t leader = first_[order[begin].item];
      for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t item = order[i].item;
        found.members.push_back(whole(item));
        if (first_[item] == leader) continue;
        found.kind = kind::near;
        if (first_[item] == item)
          found.similarity = std::min(found.similarity, measure(leader, item, distance, work));
      }
      groups_.push_back(std::move(found));
    }
  }

  /// The similarity of two texts of one near group; when the work runs out, the threshold.
  double measure(std::uint32_t a, std::uint32_t b, edit_distance& distance, allowance& work) {
    const std::size_t longer = std::max(texts_[a].size(), texts_[b].size());
    const std::size_t edits = distance(texts_[a], texts_[b], longer, work);
    if (edits > longer || work.left == 0) {
      seen_.complete = false;
      return wanted_.threshold;
    }
    return 1 - static_cast<double>(edits) / static_cast<double>(longer);
  }

  void report_contained(disjoint_sets& sets) {
    allowance work = granted();
    std::vector<containment> pairs =
        contained_search(texts_, firsts_, wanted_.minimum_length, work, seen_).run();
    std::erase_if(pairs, [&](const containment& pair) {
      return sets.root(pair.inner) == sets.root(pair.outer);
    });
    std::vector<placed_pair> placed = locate(pairs);
    std::sort(placed.begin(), placed.end(), [](const placed_pair& a, const placed_pair& b) {
      return a.inner != b.inner ? a.inner < b.inner : a.outer.item < b.outer.item;
    });
    for (std::size_t begin = 0, end = 0; begin < placed.size(); begin = end) {
      group found;
      found.kind = kind::contained;
      found.members.push_back(whole(placed[begin].inner));
      for (; end < placed.size() && placed[end].inner == placed[begin].inner; ++end)
        found.members.push_back(placed[end].outer);
      std::sort(found.members.begin(), found.members.end(),
                [](const member& a, const member& b) { return a.item < b.item; });
      groups_.push_back(std::move(found));
    }
  }

  struct placed_pair {
    std::uint32_t inner;
    member outer;
  };

  /// Turns folded characters of the containers into bytes; each container is read once.
  std::vector<placed_pair> locate(const std::vector<containment>& pairs) const {
    std::vector<placed_pair> placed;
    placed.reserve(pairs.size());
    std::vector<span> letters;
    for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
      const std::uint32_t outer = pairs[begin].outer;
      letters.clear();
      for (const utf8::element& e : utf8::elements(paragraphs_[outer]))
        if (fold(e.code_point) != 0) letters.push_back({e.offset, e.offset + e.length});
      const span all = trimmed(paragraphs_[outer]);
      for (; end < pairs.size() && pairs[end].outer == outer; ++end) {
        const std::size_t first = pairs[end].begin;
        const std::size_t last = first + texts_[pairs[end].inner].size() - 1;
        placed.push_back(
            {pairs[end].inner, {outer, all, {letters[first].begin, letters[last].end}}});
      }
    }
    return placed;
  }

  std::span<const std::string_view> paragraphs_;
  options wanted_;
  statistics& seen_;
  texts texts_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> firsts_;
  std::vector<group> groups_;
};

} // namespace detail

inline std::vector<group> find(std::span<const std::string_view> paragraphs, const options& wanted,
                               statistics* seen) {
  statistics unused;
  statistics& counts = seen == nullptr ? unused : *seen;
  counts = {};
  return detail::search(paragraphs, wanted, counts).run();
}

} // namespace hantext::dedup
