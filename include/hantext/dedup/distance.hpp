/// \file
/// Edit distance (Levenshtein 1966) of two texts: exact, up to a limit, with early exit.
///
/// Bit-parallel in blocks of 64 rows (Myers, "A fast bit-vector algorithm for approximate string
/// matching", JACM 46, 1999, in Hyyrö's form of 2003), only in the band of the matrix that a path
/// within the limit can touch (Ukkonen 1985).
#pragma once

#include <hantext/dedup/fold.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::dedup {
namespace detail {

/// Work that a search may still do, counted in steps of a few machine instructions, so that the
/// same input always gets equally far.
struct allowance {
  std::uint64_t left = ~std::uint64_t{0};

  bool take(std::uint64_t steps) noexcept {
    if (steps > left) {
      left = 0;
      return false;
    }
    left -= steps;
    return true;
  }
};

/// Computes distances one after the other, keeping its memory between them.
template <class = void> class basic_edit_distance {
public:
  /// The distance, if it is at most `limit`; otherwise, or when the work runs out, `limit + 1`.
  /// O(limit · longer text / 32) at worst, much less where the texts are close or far apart.
  std::size_t operator()(std::u32string_view a, std::u32string_view b, std::size_t limit,
                         allowance& work) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
      a.remove_suffix(1);
      b.remove_suffix(1);
    }
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit) return limit + 1;
    if (a.empty()) return b.size();
    limit = std::min(limit, b.size());
    if (!work.take(4 * (a.size() + b.size()))) return limit + 1;
    if (a.size() > few && gram_bound(a, b) > limit) return limit + 1;
    if (a.size() <= few)
      prepare_few(a);
    else
      prepare(a);
    // Close texts need a narrow band only: widen it step by step.
    for (std::size_t width = std::max<std::size_t>(64, b.size() - a.size());; width *= 2) {
      const std::size_t tried = std::min(width, limit);
      const std::size_t distance =
          a.size() <= few ? in_band<true>(a, b, tried, work) : in_band<false>(a, b, tried, work);
      if (distance <= tried || tried == limit || work.left == 0)
        return distance <= tried ? distance : limit + 1;
    }
  }

private:
  // Where a character stands in the shorter text: one entry for each block that has it, in order.
  struct place {
    std::size_t block;
    std::uint64_t rows;
  };
  struct letter {
    char32_t code_point = 0; // 0 is in no folded text: an empty slot
    std::size_t first = 0;   // place
    std::size_t last = 0;
  };

  // The same for up to so many characters; of an earlier text if the turn is not this one.
  static constexpr std::size_t few = 256;
  struct few_letter {
    char32_t code_point = 0;
    std::uint32_t turn = 0;
    std::array<std::uint64_t, few / 64> rows{};
  };

  /// A lower bound of the distance: an edit touches at most three trigrams. It costs one pass, so
  /// long texts that have little in common never reach the matrix.
  std::size_t gram_bound(std::u32string_view a, std::u32string_view b) {
    unsigned bits = 8;
    while (bits < 24 && (std::size_t{1} << bits) < 2 * b.size())
      ++bits;
    counters_.assign(std::size_t{1} << bits, 0);
    const auto count = [&](std::u32string_view text, std::int32_t step) {
      for (std::size_t i = 2; i < text.size(); ++i) {
        const std::uint64_t packed =
            text[i - 2] | (std::uint64_t{text[i - 1]} << 21) | (std::uint64_t{text[i]} << 42);
        counters_[static_cast<std::size_t>((packed * 0x9E37'79B9'7F4A'7C15) >> (64 - bits))] +=
            step;
      }
    };
    count(a, 1);
    count(b, -1);
    std::size_t only_a = 0;
    std::size_t only_b = 0;
    for (const std::int32_t difference : counters_)
      (difference > 0 ? only_a : only_b) +=
          static_cast<std::size_t>(difference > 0 ? difference : -difference);
    return (std::max(only_a, only_b) + 2) / 3;
  }

  letter& find(char32_t c) noexcept {
    std::size_t slot = (c * 0x9E37'79B1u) & (letters_.size() - 1);
    while (letters_[slot].code_point != 0 && letters_[slot].code_point != c)
      slot = (slot + 1) & (letters_.size() - 1);
    return letters_[slot];
  }

  void prepare(std::u32string_view pattern) {
    std::size_t slots = 16;
    while (slots < 2 * pattern.size())
      slots *= 2;
    letters_.assign(slots, letter{});
    for (const char32_t c : pattern) {
      letter& known = find(c);
      known.code_point = c;
      ++known.last;
    }
    std::size_t sum = 0;
    for (letter& known : letters_) {
      if (known.code_point == 0) continue;
      known.first = sum;
      sum += std::exchange(known.last, sum);
    }
    places_.resize(sum);
    for (std::size_t row = 0; row < pattern.size(); ++row) {
      letter& known = find(pattern[row]);
      const std::size_t block = row / 64;
      if (known.last == known.first || places_[known.last - 1].block != block)
        places_[known.last++] = {block, 0};
      places_[known.last - 1].rows |= std::uint64_t{1} << (row % 64);
    }
    blocks_ = (pattern.size() + 63) / 64;
  }

  /// The same for a text of up to `few` characters, in a table that need not be emptied.
  void prepare_few(std::u32string_view pattern) {
    if (++turn_ == 0) { // what the table held 2^32 texts ago looks new
      for (few_letter& old : few_letters_)
        old.turn = 0;
      turn_ = 1;
    }
    few_letters_.resize(2 * few);
    for (std::size_t row = 0; row < pattern.size(); ++row) {
      few_letter& known = find_few(pattern[row]);
      if (known.turn != turn_) known = {pattern[row], turn_, {}};
      known.rows[row / 64] |= std::uint64_t{1} << (row % 64);
    }
    blocks_ = (pattern.size() + 63) / 64;
  }
  few_letter& find_few(char32_t c) noexcept {
    std::size_t slot = (c * 0x9E37'79B1u) >> 23;
    while (few_letters_[slot].turn == turn_ && few_letters_[slot].code_point != c)
      slot = (slot + 1) % (2 * few);
    return few_letters_[slot];
  }

  /// The distance if it is at most `limit`, else some greater number.
  template <bool Few>
  std::size_t in_band(std::u32string_view a, std::u32string_view b, std::size_t limit,
                      allowance& work) {
    const std::size_t surplus = b.size() - a.size();
    // A path within the limit leaves the diagonals between both corners by at most so much.
    const std::size_t margin = (limit - surplus) / 2;
    vertical_.assign(blocks_, {~std::uint64_t{0}, 0});
    // The value on the diagonal that ends in the last corner. It never falls along the diagonal,
    // so once it is over the limit the distance is, too.
    std::size_t score = surplus;
    for (std::size_t column = 1; column <= b.size(); ++column) {
      const std::size_t top = column > surplus + margin + 1 ? column - surplus - margin : 1;
      const std::size_t bottom = std::min(a.size(), column + margin);
      const std::size_t first_block = (top - 1) / 64;
      const std::size_t last_block = (bottom - 1) / 64;
      if (!work.take(last_block - first_block + 2)) return limit + 1;
      [[maybe_unused]] std::size_t place_index = 0;
      [[maybe_unused]] std::size_t place_end = 0;
      [[maybe_unused]] const std::uint64_t* rows = nothing_.data();
      if constexpr (Few) {
        const few_letter& known = find_few(b[column - 1]);
        if (known.turn == turn_) rows = known.rows.data();
      } else {
        const letter& known = find(b[column - 1]);
        place_end = known.last;
        const auto begin = places_.begin();
        place_index = static_cast<std::size_t>( // below what lies above the band
            std::lower_bound(begin + static_cast<std::ptrdiff_t>(known.first),
                             begin + static_cast<std::ptrdiff_t>(place_end), first_block,
                             [](const place& p, std::size_t block) { return p.block < block; }) -
            begin);
      }
      const bool on_diagonal = column > surplus;
      const std::size_t diagonal_row = on_diagonal ? column - surplus - 1 : 0;
      // Above the band the values are taken to grow with every column. That is right in row 0 and
      // too much elsewhere, which no path within the limit notices; below the band likewise.
      std::uint64_t plus_in = 1;
      std::uint64_t minus_in = 0;
      for (std::size_t block = first_block; block <= last_block; ++block) {
        std::uint64_t equal = 0;
        if constexpr (Few) {
          equal = rows[block];
        } else if (place_index < place_end && places_[place_index].block == block) {
          equal = places_[place_index++].rows;
        }
        auto& [plus, minus] = vertical_[block];
        const std::uint64_t vertical = equal | minus;
        equal |= minus_in;
        const std::uint64_t horizontal = (((equal & plus) + plus) ^ plus) | equal;
        std::uint64_t horizontal_plus = minus | ~(horizontal | plus);
        std::uint64_t horizontal_minus = plus & horizontal;
        if (on_diagonal && diagonal_row / 64 == block) {
          const std::size_t bit = diagonal_row % 64;
          score += ((plus >> bit) & 1) + ((horizontal_plus >> bit) & 1);
          score -= ((minus >> bit) & 1) + ((horizontal_minus >> bit) & 1);
        }
        const std::uint64_t plus_out = horizontal_plus >> 63;
        const std::uint64_t minus_out = horizontal_minus >> 63;
        horizontal_plus = (horizontal_plus << 1) | plus_in;
        horizontal_minus = (horizontal_minus << 1) | minus_in;
        plus = horizontal_minus | ~(vertical | horizontal_plus);
        minus = horizontal_plus & vertical;
        plus_in = plus_out;
        minus_in = minus_out;
      }
      if (score > limit) return score;
    }
    return score;
  }

  static constexpr std::array<std::uint64_t, few / 64> nothing_{};
  std::vector<few_letter> few_letters_;
  std::uint32_t turn_ = 0;
  std::vector<std::int32_t> counters_;
  std::vector<letter> letters_;
  std::vector<place> places_;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> vertical_; // rises and falls of a column
  std::size_t blocks_ = 0;
};
using edit_distance = basic_edit_distance<>;

/// How many edits a pair may have whose longer text has `length` characters. A hair is taken off
/// the product, so that 0.8 of 50 is 40 although 0.8 is no binary fraction.
constexpr std::size_t most_edits(std::size_t length, double threshold) noexcept {
  const double least_equal = threshold * static_cast<double>(length) - 1e-9;
  auto equal = static_cast<std::size_t>(least_equal < 0 ? 0 : least_equal);
  if (static_cast<double>(equal) < least_equal) ++equal;
  return length - std::min(equal, length);
}

} // namespace detail

/// Similarity of two texts: 1 − edit distance / length of the longer, over the folded characters;
/// 1 for two texts that have none. O(n + d · n / 32) for n characters with d edits.
template <class = void> double similarity(std::string_view a, std::string_view b) {
  std::u32string left, right;
  detail::fold_onto(a, left, characters{});
  detail::fold_onto(b, right, characters{});
  const std::size_t longer = std::max(left.size(), right.size());
  if (longer == 0) return 1;
  detail::edit_distance distance;
  detail::allowance unlimited;
  return 1 - static_cast<double>(distance(left, right, longer, unlimited)) /
                 static_cast<double>(longer);
}

} // namespace hantext::dedup
