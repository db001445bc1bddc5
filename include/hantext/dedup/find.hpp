/// \file
/// Duplicates in a set of paragraphs: exact, near (edited) and contained, each verified.
#pragma once

#include <hantext/dedup/contained.hpp>
#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/fold.hpp>
#include <hantext/dedup/inside.hpp>
#include <hantext/dedup/near.hpp>
#include <hantext/dedup/skeleton.hpp>
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
///   every near pair is found; in larger sets those that sketches propose, nearly all (see
///   `expected_recall`).
/// - contained: the folded text stands inside another, verbatim or with a few edits; pairs that
///   are near are not repeated here. With `shared_run`, long runs that texts share.
/// - template: a near group of very many different texts, or texts that differ in numerals only.
///
/// Work is limited to so many steps for each character, so that no set takes more than time
/// linear in its size; `seen->complete` tells whether that was enough. The groups depend neither on
/// the order of the paragraphs nor on anything else but them and the options.
template <class = void>
std::vector<group> find(std::span<const std::string_view> paragraphs, const options& wanted = {},
                        statistics* seen = nullptr);

/// The same where `documents` tells of every paragraph which document it is from, for
/// `options::scope`; and with a tokeniser of the caller's (see `characters`).
template <class Tokenizer = characters>
std::vector<group> find(std::span<const std::string_view> paragraphs,
                        std::span<const std::uint32_t> documents, const options& wanted = {},
                        statistics* seen = nullptr, const Tokenizer& tokenizer = {});

namespace detail {

/// One search from the paragraphs to the groups.
template <class Tokenizer> class search {
public:
  search(std::span<const std::string_view> paragraphs, std::span<const std::uint32_t> documents,
         const options& wanted, statistics& seen, const Tokenizer& tokenizer)
      : paragraphs_(paragraphs), documents_(documents), wanted_(checked(wanted)), seen_(seen),
        tokenizer_(tokenizer), ranks_(documents.empty() ? scope::everywhere : wanted.scope) {
    if (documents.empty()) wanted_.scope = scope::everywhere;
  }

  std::vector<group> run() {
    find_copies();
    disjoint_sets sets(ranks_.size());
    if (wanted_.template_size != 0) join_skeletons(ranks_, wanted_, sets);
    if (wanted_.near_duplicates && wanted_.threshold < 1) {
      allowance work = granted();
      near_ = near_search(ranks_, wanted_, work, seen_, sets).run();
      std::sort(near_.begin(), near_.end());
    }
    report_sets(sets);
    if (wanted_.contained) report_contained(sets);
    if (wanted_.contained && wanted_.shared_run != 0) report_runs(sets);
    std::sort(groups_.begin(), groups_.end(), before);
    return std::move(groups_);
  }

private:
  static constexpr std::uint32_t none = 0xFFFF'FFFF;
  static constexpr std::size_t small_set = 16384; // where edited texts are looked for inside others

  static bool before(const group& a, const group& b) noexcept {
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
  }

  allowance granted() const noexcept {
    return {(std::uint64_t{1} << 27) + 32 * std::uint64_t{characters_}};
  }
  std::uint32_t document(std::size_t item) const noexcept {
    return documents_.empty() ? 0 : documents_[item];
  }

  struct keyed {
    text_hash key;
    std::uint32_t length;
    std::uint32_t item;
  };

  /// Brings equal texts together (within a document, if that is the scope) and ranks the different
  /// ones.
  void find_copies() {
    const bool apart = wanted_.scope == scope::within_document;
    texts& all = texts_;
    std::size_t bytes = 0;
    std::size_t longest = 0;
    for (const std::string_view paragraph : paragraphs_) {
      bytes += paragraph.size();
      longest = std::max(longest, paragraph.size());
    }
    all.reserve(paragraphs_.size(), (bytes + longest) / 3 + 1);
    std::vector<keyed> order;
    order.reserve(paragraphs_.size());
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      all.add(paragraphs_[i], tokenizer_);
      if (all[i].size() >= wanted_.minimum_length)
        order.push_back({hash(all[i]), static_cast<std::uint32_t>(all[i].size()),
                         static_cast<std::uint32_t>(i)});
    }
    characters_ = all.characters();
    std::sort(order.begin(), order.end(), [&](const keyed& a, const keyed& b) {
      if (a.length != b.length) return a.length < b.length;
      if (a.key != b.key) return a.key < b.key;
      if (apart && document(a.item) != document(b.item)) return document(a.item) < document(b.item);
      return a.item < b.item;
    });
    const auto equal = [&](const keyed& a, const keyed& b) {
      return all[a.item] == all[b.item] && (!apart || document(a.item) == document(b.item));
    };
    seen_.paragraphs = order.size();
    rank_.assign(paragraphs_.size(), none);
    ranks_.reserve(order.size());
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      bool same = true; // but for a collision, texts of one key are
      for (end = begin + 1; end < order.size() && order[end].key == order[begin].key &&
                            order[end].length == order[begin].length;
           ++end)
        same = same && equal(order[end], order[begin]);
      if (!same)
        std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                  order.begin() + static_cast<std::ptrdiff_t>(end),
                  [&](const keyed& a, const keyed& b) {
                    const int compared = all[a.item].compare(all[b.item]);
                    if (compared != 0) return compared < 0;
                    if (apart && document(a.item) != document(b.item))
                      return document(a.item) < document(b.item);
                    return a.item < b.item;
                  });
      for (std::size_t i = begin; i < end; ++i) {
        if (i == begin || !(same || equal(order[i], order[i - 1]))) {
          ranks_.add(all[order[i].item], order[i].item, document(order[i].item));
        } else {
          ranks_.also_in(document(order[i].item));
        }
        rank_[order[i].item] = static_cast<std::uint32_t>(ranks_.size() - 1);
      }
    }
    ranks_.finish(rank_);
    seen_.distinct = ranks_.size();
  }

  member whole(std::size_t item) const noexcept {
    const span all = trimmed(paragraphs_[item]);
    return {item, all, all};
  }

  /// Groups of the kinds exact, near and template: a set of more than one text, or a text that
  /// occurs again.
  void report_sets(disjoint_sets& sets) {
    std::vector<std::uint32_t> sizes(ranks_.size(), 0); // items of each set, at its root
    for (const std::uint32_t rank : rank_)
      if (rank != none) ++sizes[sets.root(rank)];
    struct placed {
      std::uint32_t root;
      std::uint32_t item;
    };
    std::vector<placed> order;
    for (std::size_t i = 0; i < rank_.size(); ++i) {
      if (rank_[i] == none) continue;
      const std::uint32_t root = sets.root(rank_[i]);
      if (sizes[root] > 1) order.push_back({root, static_cast<std::uint32_t>(i)});
    }
    std::stable_sort(order.begin(), order.end(),
                     [](placed a, placed b) { return a.root < b.root; });
    allowance work = granted();
    edit_distance distance;
    std::vector<std::uint32_t> different;
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      const std::uint32_t leader = order[begin].root;
      group found;
      different.clear();
      for (; end < order.size() && order[end].root == leader; ++end) {
        const std::uint32_t item = order[end].item;
        found.members.push_back(whole(item));
        if (ranks_.place(rank_[item]) == item) different.push_back(rank_[item]);
      }
      if (different.size() == 1 && wanted_.scope == scope::across_documents &&
          ranks_.home(leader) != ranking::many)
        continue;
      if (different.size() > 1) {
        found.kind = wanted_.template_size != 0 && different.size() >= wanted_.template_size
                         ? kind::from_template
                         : kind::near_duplicate;
        for (const std::uint32_t rank : different)
          if (rank != leader)
            found.similarity = std::min(found.similarity, measure(leader, rank, distance, work));
      }
      choose(found);
      groups_.push_back(std::move(found));
    }
  }

  /// The similarity of two texts of one near group, the first of lower rank; when the work runs
  /// out, the threshold.
  double measure(std::uint32_t a, std::uint32_t b, edit_distance& distance, allowance& work) {
    const std::size_t longer = std::max(ranks_[a].size(), ranks_[b].size());
    const auto known = std::lower_bound(near_.begin(), near_.end(), near_pair{a, b, 0});
    const bool is_known = known != near_.end() && known->shorter == a && known->longer == b;
    const std::size_t edits =
        is_known ? known->edits : distance(ranks_[a], ranks_[b], longer, work);
    if (edits > longer || work.left == 0) {
      seen_.complete = false;
      return wanted_.threshold;
    }
    return 1 - static_cast<double>(edits) / static_cast<double>(longer);
  }

  /// Sets the canonical member.
  void choose(group& found) const {
    const auto length = [&](const member& m) { return ranks_[rank_[m.item]].size(); };
    std::size_t best = found.inner == 0 ? 1 : 0;
    std::size_t least_faults = 0;
    if (wanted_.choice == canonical_choice::cleanest)
      least_faults = faults(paragraphs_[found.members[best].item]);
    for (std::size_t i = best + 1; i < found.members.size(); ++i) {
      const member& m = found.members[i];
      if (i == found.inner || wanted_.choice == canonical_choice::first) continue;
      if (wanted_.choice == canonical_choice::cleanest) {
        const std::size_t own = faults(paragraphs_[m.item]);
        if (own > least_faults) continue;
        if (own < least_faults) {
          least_faults = own;
          best = i;
          continue;
        }
      }
      if (length(m) > length(found.members[best])) best = i;
    }
    found.canonical = best;
  }

  /// How alike a stretch of a text must be to what stands inside it.
  double inside_threshold() const noexcept {
    return wanted_.contained_threshold.value_or(ranks_.size() <= small_set ? 0.9 : 1.0);
  }

  void report_contained(disjoint_sets& sets) {
    allowance work = granted();
    std::vector<containment> pairs = find_contained(ranks_, work, seen_);
    if (inside_threshold() < 1) {
      const auto edited = inside_search(ranks_, inside_threshold(), work, seen_).run();
      pairs.insert(pairs.end(), edited.begin(), edited.end());
      std::stable_sort(pairs.begin(), pairs.end(), [](const containment& a, const containment& b) {
        return a.outer < b.outer;
      });
    }
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
      const std::size_t inner = ranks_.place(placed[begin].inner);
      found.members.push_back(whole(inner));
      for (; end < placed.size() && placed[end].inner == placed[begin].inner; ++end) {
        found.members.push_back(placed[end].outer);
        found.similarity = std::min(found.similarity, placed[end].similarity);
      }
      std::sort(found.members.begin(), found.members.end(),
                [](const member& a, const member& b) { return a.item < b.item; });
      found.inner = 0;
      while (found.members[found.inner].item != inner)
        ++found.inner;
      choose(found);
      groups_.push_back(std::move(found));
    }
  }

  /// Groups of texts that share one run of a leader.
  void report_runs(disjoint_sets& sets) {
    allowance work = granted();
    std::vector<shared_run> runs =
        run_search(ranks_, wanted_.shared_run, inside_threshold(), work, seen_).run();
    std::erase_if(
        runs, [&](const shared_run& run) { return sets.root(run.leader) == sets.root(run.text); });
    for (std::size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
      const shared_run& first = runs[begin];
      group found;
      found.kind = kind::contained;
      found.members.push_back(part(first.leader, first.leader_begin, first.leader_end));
      for (;
           end < runs.size() && runs[end].leader == first.leader &&
           runs[end].leader_begin == first.leader_begin && runs[end].leader_end == first.leader_end;
           ++end) {
        found.members.push_back(part(runs[end].text, runs[end].begin, runs[end].end));
        found.similarity =
            std::min(found.similarity, 1 - static_cast<double>(runs[end].edits) /
                                               static_cast<double>(runs[end].size()));
      }
      std::stable_sort(found.members.begin(), found.members.end(),
                       [](const member& a, const member& b) { return a.item < b.item; });
      choose(found);
      groups_.push_back(std::move(found));
    }
  }
  member part(std::uint32_t rank, std::size_t begin, std::size_t end) const {
    member made = whole(ranks_.place(rank));
    std::size_t unit = 0;
    for_each_unit(paragraphs_[made.item], tokenizer_, [&](char32_t, span bytes) {
      if (unit == begin) made.matched.begin = bytes.begin;
      if (++unit == end) made.matched.end = bytes.end;
    });
    return made;
  }

  struct placed_pair {
    std::uint32_t inner;
    double similarity;
    member outer;
  };

  /// Turns folded characters of the containers into bytes; each container is read once.
  std::vector<placed_pair> locate(const std::vector<containment>& pairs) const {
    std::vector<placed_pair> placed;
    placed.reserve(pairs.size());
    std::vector<span> letters;
    for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
      const std::uint32_t outer = ranks_.place(pairs[begin].outer);
      letters.clear();
      for_each_unit(paragraphs_[outer], tokenizer_,
                    [&](char32_t, span bytes) { letters.push_back(bytes); });
      const span all = trimmed(paragraphs_[outer]);
      for (; end < pairs.size() && pairs[end].outer == pairs[begin].outer; ++end) {
        const containment& pair = pairs[end];
        const double similarity =
            1 - static_cast<double>(pair.edits) / static_cast<double>(ranks_[pair.inner].size());
        placed.push_back({pair.inner,
                          similarity,
                          {outer, all, {letters[pair.begin].begin, letters[pair.end - 1].end}}});
      }
    }
    return placed;
  }

  std::span<const std::string_view> paragraphs_;
  std::span<const std::uint32_t> documents_;
  options wanted_;
  statistics& seen_;
  const Tokenizer& tokenizer_;
  texts texts_; // folded, in the order of the input
  ranking ranks_;
  std::size_t characters_ = 0;      // folded, of all paragraphs
  std::vector<std::uint32_t> rank_; // of each item; `none` where it is too short
  std::vector<near_pair> near_;     // sorted
  std::vector<group> groups_;
};

} // namespace detail

template <class Tokenizer>
std::vector<group> find(std::span<const std::string_view> paragraphs,
                        std::span<const std::uint32_t> documents, const options& wanted,
                        statistics* seen, const Tokenizer& tokenizer) {
  statistics unused;
  statistics& counts = seen == nullptr ? unused : *seen;
  counts = {};
  return detail::search<Tokenizer>(paragraphs, documents, wanted, counts, tokenizer).run();
}

template <class>
std::vector<group> find(std::span<const std::string_view> paragraphs, const options& wanted,
                        statistics* seen) {
  return find(paragraphs, std::span<const std::uint32_t>(), wanted, seen, characters{});
}

} // namespace hantext::dedup
