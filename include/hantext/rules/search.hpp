/// \file
/// Finds the matches of rules in a lattice, 64 places at once.
///
/// A rule's instructions lead forwards only, so they are read once from the last to the first: for
/// each one the row of places is computed from which the rest of the rule can match. Where such a
/// row is empty, all before it up to the next fork is empty, too, and is passed over. From a place
/// of the first row a match is then read off, taking at each fork the preferred way that leads to
/// the end; nothing is ever tried in vain.
#pragma once

#include <hantext/rules/lattice.hpp>
#include <hantext/rules/program.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hantext::rules::detail {

/// The rows of masks, each computed when it is first asked for.
class mask_rows {
public:
  mask_rows(const program_view& rules, const lattice& text) noexcept : rules_(rules), text_(text) {}

  /// Forgets what was computed, for another text.
  void clear() {
    std::size_t words = 0;
    for (const window& one : text_.windows())
      words = std::max<std::size_t>(words, one.first_word + one.words);
    rows_.resize(std::max(rows_.size(), words * rules_.masks().size()));
    ready_.assign(text_.windows().size() * rules_.masks().size(), 0);
  }

  /// The row of an instruction's argument.
  const std::uint64_t* row(std::uint32_t window, std::uint32_t argument) {
    if ((argument & is_mask) == 0) return text_.row(window, argument);
    return of_mask(window, argument & ~is_mask);
  }

private:
  const std::uint64_t* of_mask(std::uint32_t window, std::uint32_t index) {
    const detail::window& of = text_.windows()[window];
    std::uint64_t* const out = rows_.data() + std::size_t{of.first_word} * rules_.masks().size() +
                               std::size_t{index} * of.words;
    std::uint8_t& ready = ready_[window * rules_.masks().size() + index];
    if (ready == 0) {
      compute(window, of.words, rules_.masks()[index], out);
      ready = 1;
    }
    return out;
  }

  void compute(std::uint32_t window, std::uint32_t words, const mask& made, std::uint64_t* out) {
    std::fill_n(out, words, std::uint64_t{0});
    const std::uint64_t* const present = text_.present(window);
    for_each_row(rules_.of(made.before), present,
                 [&](std::uint32_t index) { join(window, index, words, out); });
    if (!made.before.empty()) shift_up(out, words);
    for_each_row(rules_.of(made.here), present,
                 [&](std::uint32_t index) { join(window, index, words, out); });
    for (const list<std::uint32_t> text : rules_.of(made.texts))
      join_text(window, words, rules_.of(text), made.texts_before, out);
    if (made.negated) {
      const std::uint64_t* const inside = text_.row(window, inside_row);
      for (std::uint32_t i = 0; i < words; ++i)
        out[i] = inside[i] & ~out[i];
    }
    for (const std::uint32_t other : rules_.of(made.also)) {
      const std::uint64_t* const row = of_mask(window, other);
      for (std::uint32_t i = 0; i < words; ++i)
        out[i] &= row[i];
    }
  }

  template <class F>
  static void for_each_row(std::span<const row_word> rows, const std::uint64_t* present,
                           F&& found) {
    for (const row_word& word : rows) {
      for (std::uint64_t left = word.bits & present[word.index]; left != 0; left &= left - 1)
        found(word.index * 64 + static_cast<std::uint32_t>(std::countr_zero(left)));
    }
  }

  void join(std::uint32_t window, std::uint32_t index, std::uint32_t words,
            std::uint64_t* out) const noexcept {
    const std::uint64_t* const row = text_.row(window, index);
    for (std::uint32_t i = 0; i < words; ++i)
      out[i] |= row[i];
  }

  /// Moves every bit to the next place.
  static void shift_up(std::uint64_t* row, std::uint32_t words) noexcept {
    for (std::uint32_t i = words; i-- > 1;)
      row[i] = row[i] << 1 | row[i - 1] >> 63;
    row[0] <<= 1;
  }

  /// Joins the places where a text of several characters begins, or ends.
  void join_text(std::uint32_t window, std::uint32_t words, std::span<const std::uint32_t> text,
                 bool ends, std::uint64_t* out) {
    const std::uint64_t* const present = text_.present(window);
    for (const std::uint32_t row : text) {
      if ((present[row / 64] >> (row % 64) & 1) == 0) return;
    }
    const std::uint64_t* const first = text_.row(window, text.front());
    spelt_.assign(first, first + words);
    for (std::size_t i = 1; i < text.size(); ++i) {
      shift_up(spelt_.data(), words);
      const std::uint64_t* const row = text_.row(window, text[i]);
      for (std::uint32_t k = 0; k < words; ++k)
        spelt_[k] &= row[k];
    }
    // The bits now stand at the last characters.
    const std::size_t back = text.size() - 1;
    if (ends) {
      shift_up(spelt_.data(), words);
    } else {
      for (std::size_t i = 0; i < back; ++i) {
        for (std::uint32_t k = 0; k < words; ++k)
          spelt_[k] = spelt_[k] >> 1 | (k + 1 < words ? spelt_[k + 1] << 63 : 0);
      }
    }
    for (std::uint32_t k = 0; k < words; ++k)
      out[k] |= spelt_[k];
  }

  const program_view& rules_;
  const lattice& text_;
  std::vector<std::uint64_t> rows_; // by window, then by mask
  std::vector<std::uint8_t> ready_; // by window and mask
  std::vector<std::uint64_t> spelt_;
};

/// Searches one window for one rule.
class searcher {
public:
  searcher(const program_view& rules, const lattice& text)
      : rules_(rules), text_(text), masks_(rules, text), places_(rules.heading.longest_code) {}

  /// To be called for another text.
  void clear() { masks_.clear(); }

  /// Calls `found(slots)` for the matches of `rule` in a window, which never share a character of
  /// their anchors.
  template <class F> void run(const rule& rule, std::uint32_t window, F&& found) {
    const std::uint64_t* const present = text_.present(window);
    for (const row_list needed : rules_.of(rule.needed)) {
      if (!rules_.meets(needed, present)) return;
    }
    window_ = window;
    words_ = text_.windows()[window].words;
    first_ = text_.windows()[window].first_word * 64;
    switch (words_) {
    case 1:
      if (!sweep<1>(rule)) return;
      break;
    case 2:
      if (!sweep<2>(rule)) return;
      break;
    default:
      if (!sweep<0>(rule)) return;
    }
    std::uint32_t at = 0;
    while (next_start(at)) {
      read_match(rule, at);
      found(slots_);
      const std::uint32_t end = slots_[2 * rule.anchor + 1];
      at = std::max(at + 1, end == none ? 0 : end - first_);
    }
  }

private:
  static constexpr std::uint32_t empty = 0;

  static bool has(const std::uint64_t* row, std::uint32_t at) noexcept {
    return (row[at / 64] >> (at % 64) & 1) != 0;
  }

  /// The first place from `at` on that a match begins at.
  bool next_start(std::uint32_t& at) const noexcept {
    const std::uint64_t* const starts = rows_.data() + places_[0] - 1;
    for (std::uint32_t i = at / 64; i < words_; ++i) {
      std::uint64_t left = starts[i];
      if (i == at / 64) left &= ~std::uint64_t{0} << (at % 64);
      if (left == 0) continue;
      at = i * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
      return true;
    }
    return false;
  }

  /// Computes the rows of all instructions; false where the rule cannot match. `Words` is the
  /// number of words of a row, or 0 where only `words_` knows.
  template <std::uint32_t Words> bool sweep(const rule& rule) {
    const std::uint64_t* const present = text_.present(window_);
    const std::uint32_t words = Words == 0 ? words_ : Words;
    const std::uint32_t count = rule.end - rule.begin;
    rows_.resize(std::max(rows_.size(), std::size_t{count} * words));
    const instruction* const code = rules_.code().data() + rule.begin;
    std::uint32_t used = 0; // words of `rows_`
    // An instruction's row begins at places_[state] - 1; 0 stands for an empty row.
    for (std::uint32_t state = count; state-- > 0;) {
      const instruction& step = code[state];
      std::uint64_t* const out = rows_.data() + used;
      const std::uint32_t behind = state + 1 < count ? places_[state + 1] : empty;
      std::uint64_t any = 0;
      switch (step.op) {
      case operation::accept: {
        const std::uint64_t* const inside = text_.row(window_, inside_row);
        for (std::uint32_t i = 0; i < words; ++i)
          any |= out[i] = inside[i];
        break;
      }
      case operation::step: {
        const std::uint64_t* const holds = masks_.row(window_, step.argument);
        const std::uint64_t* const next = rows_.data() + behind - 1;
        for (std::uint32_t i = 0; i < words; ++i) {
          const std::uint64_t carry = i + 1 < words ? next[i + 1] << 63 : 0;
          any |= out[i] = holds[i] & (next[i] >> 1 | carry);
        }
        break;
      }
      case operation::run:
        any = sweep_run<Words>(step, rows_.data() + behind - 1, out);
        break;
      case operation::jump:
        any = sweep_jump(step, rows_.data() + behind - 1, words, out);
        break;
      case operation::look: {
        const std::uint64_t* const holds = masks_.row(window_, step.argument);
        const std::uint64_t* const next = rows_.data() + behind - 1;
        for (std::uint32_t i = 0; i < words; ++i)
          any |= out[i] = holds[i] & next[i];
        break;
      }
      case operation::save:
        places_[state] = behind;
        continue;
      case operation::go: {
        const bool open =
            step.argument == none ||
            rules_.meets(rules_.all<row_list>()[step.argument], present) != step.reluctant;
        places_[state] = open ? places_[step.next - rule.begin] : empty;
        if (places_[state] != empty) continue;
        break;
      }
      case operation::fork: {
        const std::uint32_t one = places_[step.next - rule.begin];
        const std::uint32_t other = places_[step.other - rule.begin];
        if (step.first_fork != none && places_[state + 1] == empty) {
          const std::uint32_t first = step.first_fork - rule.begin;
          std::fill(places_.begin() + first + 1, places_.begin() + state + 1, empty);
          state = first;
          places_[state] = places_[(code[state].next == rule.begin + first + 1 ? code[state].other
                                                                               : code[state].next) -
                                   rule.begin];
          if (places_[state] != empty) continue;
          if (code[state].skip_to == none) return false;
          const std::uint32_t back = code[state].skip_to - rule.begin;
          std::fill(places_.begin() + back + 1, places_.begin() + state + 1, empty);
          state = back + 1;
          continue;
        }
        if (one == empty || other == empty || one == other) {
          places_[state] = one == empty ? other : one;
          if (places_[state] != empty) continue;
          break;
        }
        const std::uint64_t* const first = rows_.data() + one - 1;
        const std::uint64_t* const second = rows_.data() + other - 1;
        for (std::uint32_t i = 0; i < words; ++i)
          any |= out[i] = first[i] | second[i];
        break;
      }
      }
      if (any != 0) {
        places_[state] = used + 1;
        used += words;
        continue;
      }
      // Nothing before this can match, up to the next fork.
      if (step.skip_to == none) return false;
      const std::uint32_t fork = step.skip_to - rule.begin;
      std::fill(places_.begin() + fork + 1, places_.begin() + state + 1, empty);
      state = fork + 1;
    }
    return places_[0] != empty;
  }

  template <std::uint32_t Words>
  std::uint64_t sweep_run(const instruction& step, const std::uint64_t* next, std::uint64_t* out) {
    const std::uint32_t words = Words == 0 ? words_ : Words;
    const std::uint64_t* const holds = masks_.row(window_, step.argument);
    std::uint64_t fixed[Words == 0 ? 1 : Words];
    std::uint64_t* reached = fixed;
    if constexpr (Words == 0) {
      scratch_.resize(words);
      reached = scratch_.data();
    }
    for (std::uint32_t i = 0; i < words; ++i) {
      reached[i] = next[i];
      out[i] = step.least == 0 ? next[i] : 0;
    }
    for (std::uint32_t times = 1; times <= step.most; ++times) {
      std::uint64_t any = 0;
      for (std::uint32_t i = 0; i < words; ++i) {
        const std::uint64_t carry = i + 1 < words ? reached[i + 1] << 63 : 0;
        any |= reached[i] = holds[i] & (reached[i] >> 1 | carry);
      }
      if (any == 0) break;
      if (times < step.least) continue;
      for (std::uint32_t i = 0; i < words; ++i)
        out[i] |= reached[i];
    }
    std::uint64_t any = 0;
    for (std::uint32_t i = 0; i < words; ++i)
      any |= out[i];
    return any;
  }

  std::uint64_t sweep_jump(const instruction& step, const std::uint64_t* next, std::uint32_t words,
                           std::uint64_t* out) const {
    if (!text_.is_present(window_, begin_row(step.argument))) return 0;
    std::fill_n(out, words, std::uint64_t{0});
    const std::vector<std::uint32_t>& all = text_.of_type(step.argument);
    auto one =
        std::lower_bound(all.begin(), all.end(), first_,
                         [&](std::uint32_t i, std::uint32_t at) { return text_[i].end < at; });
    std::uint64_t any = 0;
    for (; one != all.end() && text_[*one].end < first_ + words * 64; ++one) {
      const annotation& a = text_[*one];
      if (a.crosses || !has(next, a.end - first_)) continue;
      const std::uint32_t begin = a.begin - first_;
      any |= out[begin / 64] |= std::uint64_t{1} << (begin % 64);
    }
    return any;
  }

  /// Reads off the preferred match that begins at a place of the first row.
  void read_match(const rule& rule, std::uint32_t at) {
    slots_.assign(2 * rule.captures.size() + 2, none);
    slots_[0] = at + first_;
    std::uint32_t state = rule.begin;
    for (;;) {
      const instruction& step = rules_.code()[state];
      switch (step.op) {
      case operation::step:
        ++at;
        break;
      case operation::run:
        at = end_of_run(step, row_of(rule, step.next), at);
        break;
      case operation::jump:
        at = end_of_jump(step, row_of(rule, step.next), at);
        break;
      case operation::save:
        slots_[step.argument] = at + first_;
        break;
      case operation::fork: {
        const std::uint32_t preferred = places_[step.next - rule.begin];
        if (preferred == empty || !has(rows_.data() + preferred - 1, at)) {
          state = step.other;
          continue;
        }
        break;
      }
      case operation::look:
      case operation::go:
        break;
      case operation::accept:
        slots_[1] = at + first_;
        return;
      }
      state = step.next;
    }
  }

  const std::uint64_t* row_of(const rule& rule, std::uint32_t state) const noexcept {
    return rows_.data() + places_[state - rule.begin] - 1;
  }

  std::uint32_t end_of_run(const instruction& step, const std::uint64_t* next, std::uint32_t at) {
    const std::uint64_t* const holds = masks_.row(window_, step.argument);
    std::uint32_t end = at;
    for (std::uint32_t times = 0; times <= step.most; ++times) {
      if (times >= step.least && has(next, at)) {
        end = at;
        if (step.reluctant) break;
      }
      if (!has(holds, at)) break;
      ++at;
    }
    return end;
  }

  /// The longest annotation is preferred.
  std::uint32_t end_of_jump(const instruction& step, const std::uint64_t* next,
                            std::uint32_t at) const noexcept {
    for (const annotation* a = text_.first_at(at + first_); a != nullptr; a = text_.next_at(*a)) {
      if (a->type == step.argument && !a->crosses && has(next, a->end - first_))
        return a->end - first_;
    }
    return at;
  }

  const program_view& rules_;
  const lattice& text_;
  mask_rows masks_;
  std::uint32_t window_ = 0;
  std::uint32_t words_ = 0; // of a row
  std::uint32_t first_ = 0; // the window's first place
  std::vector<std::uint64_t> rows_;
  std::vector<std::uint32_t> places_; // by instruction of the rule: where its row is
  std::vector<std::uint64_t> scratch_;
  std::vector<std::uint32_t> slots_;
};

} // namespace hantext::rules::detail
