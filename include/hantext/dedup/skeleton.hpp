/// \file
/// What tells notices of one template, and copies of unlike care, apart.
#pragma once

#include <hantext/dedup/near.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::dedup::detail {

/// Digits and the characters of Chinese numerals.
constexpr bool is_numeral(char32_t unit) noexcept {
  switch (unit) {
  case U'〇':
  case U'零':
  case U'一':
  case U'二':
  case U'三':
  case U'四':
  case U'五':
  case U'六':
  case U'七':
  case U'八':
  case U'九':
  case U'十':
  case U'百':
  case U'千':
  case U'万':
  case U'亿':
  case U'两':
    return true;
  default:
    return chars::is_digit(unit);
  }
}

/// A folded text with every run of numerals as one zero.
template <class = void> void skeleton_of(std::u32string_view text, std::u32string& out) {
  out.clear();
  for (const char32_t unit : text) {
    if (!is_numeral(unit))
      out.push_back(unit);
    else if (out.empty() || out.back() != 0)
      out.push_back(0);
  }
}

/// Joins texts that are equal but for their numerals, where there are enough of them for a
/// template and at least half of each, and the minimum length, is no numeral. Linear but for a
/// sort.
template <class = void>
void join_skeletons(const ranking& all, const options& wanted, disjoint_sets& sets) {
  struct keyed {
    text_hash key;
    std::uint64_t home;
    std::uint32_t rank;
  };
  const bool apart = wanted.scope == scope::within_document;
  std::vector<keyed> order;
  std::u32string skeleton, other;
  for (std::uint32_t rank = 0; rank < all.size(); ++rank) {
    skeleton_of(all[rank], skeleton);
    const auto slots =
        static_cast<std::size_t>(std::count(skeleton.begin(), skeleton.end(), U'\0'));
    const std::size_t fixed = skeleton.size() - slots;
    if (slots == 0 || fixed < wanted.minimum_length || 2 * fixed < all[rank].size()) continue;
    order.push_back({hash(skeleton), apart ? all.home(rank) : 0, rank});
  }
  std::sort(order.begin(), order.end(), [](const keyed& a, const keyed& b) {
    if (a.key != b.key) return a.key < b.key;
    return a.home != b.home ? a.home < b.home : a.rank < b.rank;
  });
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    for (end = begin + 1; end < order.size() && order[end].key == order[begin].key &&
                          order[end].home == order[begin].home;)
      ++end;
    if (end - begin < wanted.template_size) continue;
    bool admitted = false; // texts of more than one document make pairs for all
    for (std::size_t i = begin + 1; i < end && !admitted; ++i)
      admitted = all.admits(order[begin].rank, order[i].rank);
    skeleton_of(all[order[begin].rank], skeleton);
    for (std::size_t i = begin + 1; i < end && admitted; ++i) {
      skeleton_of(all[order[i].rank], other);
      if (other == skeleton) sets.join(order[begin].rank, order[i].rank);
    }
  }
}

/// How many faults of print and scan a text shows: ill-formed bytes, blanks between Han characters,
/// and characters that stand four times in a row. Linear.
template <class = void> std::size_t faults(std::string_view text) noexcept {
  std::size_t count = 0;
  char32_t last = 0;      // that was no blank
  std::size_t streak = 0; // how often it stood in a row
  bool blank = false;
  for (const utf8::element& e : utf8::elements(text)) {
    if (chars::is_space(e.code_point)) {
      blank = true;
      continue;
    }
    if (!e.well_formed || e.code_point == utf8::replacement_character) ++count;
    if (blank && chars::is_han(last) && chars::is_han(e.code_point)) ++count;
    streak = e.code_point == last ? streak + 1 : 1;
    if (streak >= 4 && chars::is_han(last)) ++count;
    last = e.code_point;
    blank = false;
  }
  return count;
}

} // namespace hantext::dedup::detail
