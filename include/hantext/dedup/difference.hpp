/// \file
/// What differs between two paragraphs, aligned, in bytes of both.
#pragma once

#include <hantext/dedup/distance.hpp>
#include <hantext/dedup/fold.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::dedup {

/// A stretch of two paragraphs that differs: replaced, or empty on one side where it was left out
/// or added. An empty one stands behind the last character before it.
struct change {
  span left;  ///< in the one paragraph
  span right; ///< in the other

  friend constexpr bool operator==(const change&, const change&) noexcept = default;
};

/// The changes that lead from one paragraph to the other with the fewest edits, in order;
/// neighbours are one. Width, case, white space and punctuation are no difference. Time and memory
/// are O(n · d) for n characters with d edits; where that is over 2^26, what lies between the first
/// and the last difference is one change.
std::vector<change> difference(std::string_view left, std::string_view right);

namespace detail {

/// The steps of an alignment, from the last to the first: 'k'eep, 'r'eplace, left 'o'ut, 'a'dded.
/// By a matrix of the diagonals that a path with so many edits can touch.
inline void align_backwards(std::u32string_view a, std::u32string_view b, std::size_t edits,
                            std::string& steps) {
  const auto reach = static_cast<std::ptrdiff_t>(edits);
  const std::size_t width = 2 * edits + 1;
  const std::size_t too_many = edits + 1;
  std::vector<char> from((a.size() + 1) * width, 0);
  std::vector<std::size_t> costs(width, too_many);
  // Cell k of row i stands for i characters of a and i + k - edits of b.
  const auto column = [&](std::size_t row, std::size_t k) {
    return static_cast<std::ptrdiff_t>(row) + static_cast<std::ptrdiff_t>(k) - reach;
  };
  for (std::size_t row = 0; row <= a.size(); ++row) {
    for (std::size_t k = 0; k < width; ++k) {
      const std::ptrdiff_t at = column(row, k);
      if (at < 0 || at > static_cast<std::ptrdiff_t>(b.size())) {
        costs[k] = too_many;
        continue;
      }
      std::size_t best = row == 0 && at == 0 ? 0 : too_many;
      char step = 0;
      const auto offer = [&](std::size_t cost, char how) {
        if (cost < best) {
          best = cost;
          step = how;
        }
      };
      if (row != 0 && at != 0) {
        const bool same = a[row - 1] == b[static_cast<std::size_t>(at) - 1];
        offer(costs[k] + (same ? 0 : 1), same ? 'k' : 'r');
      }
      if (row != 0 && k + 1 < width) offer(costs[k + 1] + 1, 'o');
      if (at != 0 && k != 0) offer(costs[k - 1] + 1, 'a');
      costs[k] = best;
      from[row * width + k] = step;
    }
  }
  std::size_t row = a.size();
  auto k = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(b.size()) -
                                    static_cast<std::ptrdiff_t>(a.size()) + reach);
  while (const char step = from[row * width + k]) {
    steps.push_back(step);
    if (step == 'o') ++k;
    if (step == 'a') --k;
    if (step != 'a') --row;
  }
}

} // namespace detail

inline std::vector<change> difference(std::string_view left, std::string_view right) {
  std::u32string a, b;
  std::vector<span> bytes_a, bytes_b;
  const auto read = [](std::string_view text, std::u32string& letters, std::vector<span>& bytes) {
    detail::for_each_unit(text, characters{}, [&](char32_t unit, span at) {
      letters.push_back(unit);
      bytes.push_back(at);
    });
  };
  read(left, a, bytes_a);
  read(right, b, bytes_b);
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head])
    ++head;
  std::size_t tail = 0;
  while (tail < std::min(a.size(), b.size()) - head &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
    ++tail;
  const auto middle_a = std::u32string_view(a).substr(head, a.size() - head - tail);
  const auto middle_b = std::u32string_view(b).substr(head, b.size() - head - tail);
  if (middle_a.empty() && middle_b.empty()) return {};

  std::string steps;
  constexpr std::size_t most_cells = std::size_t{1} << 26;
  const std::size_t affordable = most_cells / (middle_a.size() + 1) / 2;
  detail::edit_distance distance;
  detail::allowance work{most_cells};
  const std::size_t limit = std::min(affordable, std::max(middle_a.size(), middle_b.size()));
  const std::size_t edits = distance(middle_a, middle_b, limit, work);
  if (edits <= limit && work.left != 0) {
    detail::align_backwards(middle_a, middle_b, edits, steps);
  } else {
    steps.assign(middle_b.size(), 'a');
    steps.append(middle_a.size(), 'o');
  }

  std::vector<change> changes;
  std::size_t i = head;
  std::size_t j = head;
  const auto end_of = [](const std::vector<span>& bytes, std::size_t count) {
    return count == 0 ? 0 : bytes[count - 1].end;
  };
  for (std::size_t step = steps.size(); step-- > 0;) {
    if (steps[step] == 'k') {
      ++i;
      ++j;
      continue;
    }
    const std::size_t first_i = i;
    const std::size_t first_j = j;
    for (;; --step) {
      if (steps[step] != 'a') ++i;
      if (steps[step] != 'o') ++j;
      if (step == 0 || steps[step - 1] == 'k') break;
    }
    const auto covered = [&](const std::vector<span>& bytes, std::size_t begin, std::size_t end) {
      const std::size_t last = end_of(bytes, end);
      return span{begin == end ? last : bytes[begin].begin, last};
    };
    changes.push_back({covered(bytes_a, first_i, i), covered(bytes_b, first_j, j)});
  }
  return changes;
}

} // namespace hantext::dedup
