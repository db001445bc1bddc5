/// \file
/// What tells notices of one template, and copies of unlike care, apart.
#pragma once

#include <hantext/dedup/near.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::dedup::detail {

/// The characters of Chinese numerals but 〇 and 零, as a set of bits from 一 to 百.
inline constexpr std::u32string_view numeral_characters = U"一七万三两九二五亿六八十千四百";
inline constexpr auto numeral_bits = [] {
  std::array<std::uint64_t, (U'百' - U'一') / 64 + 1> bits{};
  for (const char32_t c : numeral_characters)
    bits[(c - U'一') / 64] |= std::uint64_t{1} << ((c - U'一') % 64);
  return bits;
}();

/// Digits and the characters of Chinese numerals.
constexpr bool is_numeral(char32_t unit) noexcept {
  const std::uint32_t place = unit - U'一';
  if (place / 64 < numeral_bits.size()) return (numeral_bits[place / 64] >> (place % 64) & 1) != 0;
  return unit == U'零' || unit == U'〇' || chars::is_digit(unit);
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

/// What is known of a skeleton without writing it down.
struct skeleton_outline {
  std::uint64_t key = 0; // a hash
  std::size_t fixed = 0; // characters that are no numerals
  bool numerals = false; // whether there are any
};
template <class = void>
inline skeleton_outline outline_of_skeleton(std::u32string_view text) noexcept {
  skeleton_outline made;
  bool in_numeral = false;
  for (const char32_t unit : text) {
    const bool numeral = is_numeral(unit);
    const std::uint64_t next = (made.key + (numeral ? 0 : unit)) * 0x9E37'79B9'7F4A'7C15;
    made.key = numeral && in_numeral ? made.key : next;
    made.fixed += numeral ? 0 : 1;
    made.numerals = made.numerals || numeral;
    in_numeral = numeral;
  }
  made.key = mixed(made.key);
  return made;
}

/// A number that texts of one skeleton share: of their first and their last characters that are no
/// numerals.
template <class = void> inline std::uint64_t ends_of_skeleton(std::u32string_view text) noexcept {
  constexpr std::size_t each = 4;
  std::uint64_t sum = 0;
  std::size_t seen = 0;
  const auto add = [&](char32_t unit) {
    sum = (sum + unit) * 0x9E37'79B9'7F4A'7C15;
    ++seen;
  };
  for (std::size_t i = 0; i < text.size() && seen < each; ++i)
    if (!is_numeral(text[i])) add(text[i]);
  for (std::size_t i = text.size(); i > 0 && seen < 2 * each; --i)
    if (!is_numeral(text[i - 1])) add(text[i - 1]);
  return mixed(sum);
}

/// Joins texts that are equal but for their numerals, where there are enough of them for a
/// template and at least half of each, and the minimum length, is no numeral. Linear but for
/// sorting those of which there are enough.
template <class = void>
void join_skeletons(const ranking& all, const options& wanted, disjoint_sets& sets) {
  struct keyed {
    std::uint64_t key;
    std::uint64_t home;
    std::uint32_t rank;
  };
  if (all.size() < wanted.template_size) return;
  const bool apart = wanted.scope == scope::within_document;
  // Few texts begin and end like so many others: only of these the whole is looked at.
  unsigned bits = 10; // of a number that is counted: so many that few meet by chance
  while (bits < 28 && (std::size_t{4} << bits) < all.size())
    ++bits;
  std::vector<std::uint32_t> ends;
  ends.reserve(all.size());
  std::vector<std::uint32_t> counts(std::size_t{1} << bits);
  for (const ranking::placed& text : all.by_place()) {
    ends.push_back(static_cast<std::uint32_t>(ends_of_skeleton(text.text) >> (64 - bits)));
    ++counts[ends.back()];
  }
  std::vector<keyed> order;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (counts[ends[i]] < wanted.template_size) continue;
    const auto& [text, rank] = all.by_place()[i];
    const skeleton_outline known = outline_of_skeleton(text);
    if (!known.numerals || known.fixed < wanted.minimum_length || 2 * known.fixed < text.size())
      continue;
    order.push_back({known.key, apart ? all.home(rank) : 0, rank});
  }
  counts.assign(counts.size(), 0);
  for (const keyed& each : order)
    ++counts[each.key >> (64 - bits)];
  std::erase_if(order, [&](const keyed& each) {
    return counts[each.key >> (64 - bits)] < wanted.template_size;
  });
  std::sort(order.begin(), order.end(), [](const keyed& a, const keyed& b) {
    if (a.key != b.key) return a.key < b.key;
    return a.home != b.home ? a.home < b.home : a.rank < b.rank;
  });
  std::u32string skeleton, other;
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
