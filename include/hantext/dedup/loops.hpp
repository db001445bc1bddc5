/// \file
/// Loops of paragraphs: the same paragraph, or a few in turn, printed again and again in one
/// document, as models that read scanned pages do.
#pragma once

#include <hantext/dedup/find.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hantext::dedup {

/// A loop in the paragraphs of a document: `rounds` times `period` paragraphs, one after the other.
struct loop {
  std::size_t first = 0;  ///< the first paragraph of the first round
  std::size_t period = 1; ///< paragraphs of a round, 1 to 16
  std::size_t rounds = 0; ///< whole rounds, at least two

  friend constexpr bool operator==(const loop&, const loop&) noexcept = default;
};

/// Finds the loops of a document, ordered, none inside another. Paragraphs are the same if `find`
/// puts them into one exact or near group, so rounds may differ slightly. Those shorter than the
/// minimum length belong to a round if they are the same after folding, but no loop is made of
/// them alone. Linear but for what `find` takes.
template <class = void>
std::vector<loop> loops(std::span<const std::string_view> paragraphs, const options& wanted = {});

template <class>
std::vector<loop> loops(std::span<const std::string_view> paragraphs, const options& wanted) {
  constexpr std::size_t longest_period = 16;
  options use = detail::checked(wanted);
  const std::size_t minimum = use.minimum_length;
  use.minimum_length = 1;
  use.contained = false;
  use.template_size = 0;
  // The number of its group stands for a paragraph; one that is like no other is alone.
  std::vector<std::size_t> number(paragraphs.size());
  std::vector<bool> long_enough(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    number[i] = paragraphs.size() + i;
    std::u32string letters;
    detail::fold_onto(paragraphs[i], letters, characters{});
    long_enough[i] = letters.size() >= minimum;
  }
  std::size_t groups = 0;
  for (const group& same : find(paragraphs, use)) {
    for (const member& m : same.members)
      number[m.item] = groups;
    ++groups;
  }
  std::vector<loop> found;
  for (std::size_t period = 1; period <= std::min(longest_period, paragraphs.size() / 2);
       ++period) {
    std::size_t equal = 0; // paragraphs before `i` that equal the one a period earlier
    bool counts = false;   // one of them is long enough
    for (std::size_t i = period; i <= paragraphs.size(); ++i) {
      if (i < paragraphs.size() && number[i] == number[i - period]) {
        ++equal;
        counts = counts || long_enough[i];
        continue;
      }
      if (equal >= period && counts)
        found.push_back({i - equal - period, period, equal / period + 1});
      equal = 0;
      counts = false;
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const loop& a, const loop& b) {
    const std::size_t end_a = a.first + a.period * a.rounds;
    const std::size_t end_b = b.first + b.period * b.rounds;
    return a.first != b.first ? a.first < b.first : end_a > end_b;
  });
  std::size_t covered = 0;
  std::erase_if(found, [&](const loop& each) {
    const std::size_t end = each.first + each.period * each.rounds;
    if (end <= covered) return true;
    covered = end;
    return false;
  });
  return found;
}

} // namespace hantext::dedup
