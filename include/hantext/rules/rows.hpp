/// \file
/// The rows of bits that a program speaks of, while it is written: sets of rows, masks made from
/// them, and which row belongs to which character.
#pragma once

#include <hantext/rules/buffer.hpp>
#include <hantext/rules/program.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace hantext::rules::detail {

/// Some rows, as the words of a set of bits that are not zero.
struct row_set {
  buffer<row_word> words;

  constexpr bool empty() const noexcept { return words.empty(); }
  /// Rows are inserted in any order.
  constexpr void insert(std::uint32_t row) {
    std::size_t i = 0;
    while (i < words.size() && words[i].index < row / 64)
      ++i;
    if (i == words.size() || words[i].index != row / 64) {
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(i), row_word{row / 64, 0});
    }
    words[i].bits |= std::uint64_t{1} << (row % 64);
  }
  friend constexpr bool operator==(const row_set&, const row_set&) = default;
};

/// Calls `found(row)` for every row of a set.
template <class Words, class F> constexpr void for_each_row(const Words& words, F&& found) {
  for (const row_word& one : words) {
    for (std::uint64_t left = one.bits; left != 0; left &= left - 1)
      found(one.index * 64 + static_cast<std::uint32_t>(std::countr_zero(left)));
  }
}

/// A `mask` that is not yet in the program.
struct mask_draft {
  row_set here;
  row_set before;
  buffer<buffer<std::uint32_t>> texts;
  buffer<std::uint32_t> blocks;
  bool texts_before = false;
  bool negated = false;
  buffer<std::uint32_t> any;
  buffer<std::uint32_t> also;

  /// What tells it from others.
  constexpr buffer<std::uint32_t> key() const {
    buffer<std::uint32_t> out{static_cast<std::uint32_t>(texts_before ? 1 : 0) |
                              static_cast<std::uint32_t>(negated ? 2 : 0)};
    for (const row_set* const rows : {&here, &before}) {
      out.push_back(static_cast<std::uint32_t>(rows->words.size()));
      for (const row_word& word : rows->words) {
        out.push_back(word.index);
        out.push_back(static_cast<std::uint32_t>(word.bits));
        out.push_back(static_cast<std::uint32_t>(word.bits >> 32));
      }
    }
    for (const buffer<std::uint32_t>& text : texts) {
      out.push_back(static_cast<std::uint32_t>(text.size()));
      out.append(text.begin(), text.end());
    }
    for (const buffer<std::uint32_t>* const more : {&blocks, &any, &also}) {
      out.push_back(static_cast<std::uint32_t>(more->size()));
      out.append(more->begin(), more->end());
    }
    return out;
  }
};

/// Numbers keys from 0, the same for the same key.
template <class = void> class basic_numbering {
public:
  /// The number of the key, and whether it is new.
  constexpr std::pair<std::uint32_t, bool> insert(const buffer<std::uint32_t>& key) {
    if (2 * begins_.size() >= slots_.size()) grow();
    std::size_t slot = hash(key.data(), key.size()) & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      const std::uint32_t known = slots_[slot] - 1;
      if (size_of(known) == key.size() &&
          std::equal(key.begin(), key.end(), keys_.data() + begins_[known])) {
        return {known, false};
      }
    }
    begins_.push_back(keys_.size());
    keys_.append(key.begin(), key.end());
    const auto number = static_cast<std::uint32_t>(begins_.size() - 1);
    slots_[slot] = number + 1;
    return {number, true};
  }

private:
  constexpr std::size_t size_of(std::uint32_t number) const noexcept {
    return (number + 1 < begins_.size() ? begins_[number + 1] : keys_.size()) - begins_[number];
  }
  static constexpr std::size_t hash(const std::uint32_t* key, std::size_t size) noexcept {
    std::uint64_t sum = 0xCBF2'9CE4'8422'2325; // FNV-1a, by words
    for (std::size_t i = 0; i < size; ++i)
      sum = (sum ^ key[i]) * 0x100'0000'01B3;
    return static_cast<std::size_t>(sum >> 20);
  }
  constexpr void grow() {
    slots_.assign(std::max<std::size_t>(16, slots_.size() * 2), 0);
    for (std::uint32_t number = 0; number < begins_.size(); ++number) {
      std::size_t slot = hash(keys_.data() + begins_[number], size_of(number));
      while (slots_[slot & (slots_.size() - 1)] != 0)
        ++slot;
      slots_[slot & (slots_.size() - 1)] = number + 1;
    }
  }

  buffer<std::uint32_t> slots_; // 1 + the number
  buffer<std::uint32_t> keys_;
  buffer<std::size_t> begins_;
};
using numbering = basic_numbering<>;

/// Numbers the characters that rules speak of.
template <class = void> class basic_alphabet {
public:
  /// The row of a character; the same for the same character.
  constexpr std::uint32_t insert(char32_t c, std::uint32_t next_row) {
    if (pages_.size() <= c / page_size) pages_.resize(c / page_size + 1, 0);
    std::uint32_t& page = pages_[c / page_size];
    if (page == 0) {
      page = static_cast<std::uint32_t>(rows_.size());
      rows_.resize(rows_.size() + page_size, 0);
    }
    std::uint32_t& row = rows_[page + c % page_size];
    if (row == 0) row = next_row;
    return row;
  }
  constexpr void write(program_data& out) const {
    out.heading.pages = out.add(pages_);
    out.heading.page_rows = out.add(rows_);
  }

private:
  buffer<std::uint32_t> pages_; // where the page begins in `rows_`; 0 is the empty page
  buffer<std::uint32_t> rows_ = buffer<std::uint32_t>(page_size, 0);
};
using alphabet = basic_alphabet<>;

} // namespace hantext::rules::detail
