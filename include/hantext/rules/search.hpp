/// \file
/// Finds the matches of rules in a lattice, 64 places at once.
///
/// For each instruction of a rule the row of places is computed from which the rest of the rule can
/// match (sweep.hpp). From a place of the first row a match is then read off, taking at each fork
/// the preferred way that leads to the end; nothing is ever tried in vain.
#pragma once

#include <hantext/rules/buffer.hpp>
#include <hantext/rules/lattice.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/rules/sweep.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hantext::rules::detail {

/// The rows of masks, each computed when it is first asked for.
template <class = void> class basic_mask_rows {
public:
  basic_mask_rows(const program_view& rules, const lattice& text)
      : rules_(rules), text_(text), blocks_(rules, text, *this) {}

  /// Forgets what was computed, for another text.
  void clear() {
    const std::size_t masks = rules_.masks().size();
    std::size_t words = 0;
    for (const window& one : text_.windows())
      words += one.words;
    rows_.reserve(words * masks);
    ready_.assign(text_.windows().size() * masks, 0);
    windows_.clear();
    std::uint64_t* rows = rows_.data();
    for (const window& one : text_.windows()) {
      windows_.push_back({one.words, rows, ready_.data() + windows_.size() * masks});
      rows += one.words * masks;
    }
  }

  /// The row of an instruction's argument.
  const std::uint64_t* row(std::uint32_t window, std::uint32_t argument) {
    if ((argument & is_mask) == 0) return text_.row(window, argument);
    const std::uint32_t index = argument & ~is_mask;
    const mask_window& of = windows_[window];
    std::uint64_t* const out = of.rows + std::size_t{index} * of.words;
    if (of.ready[index] == 0) {
      compute(window, of.words, rules_.masks()[index], out);
      of.ready[index] = 1;
    }
    return out;
  }

  /// Computes the rows that the code of a block speaks of, so that none is missing when it runs.
  /// Blocks within blocks are written first, so that this ends.
  void prepare(std::uint32_t window, const block& of) {
    for (std::uint32_t i = of.begin; i < of.end; ++i) {
      const instruction& step = rules_.code()[i];
      const bool asks =
          step.op == operation::step || step.op == operation::run || step.op == operation::look;
      if (asks) row(window, step.argument);
    }
  }
  sweeper<basic_mask_rows>& blocks() noexcept { return blocks_; }
  const sweeper<basic_mask_rows>& blocks() const noexcept { return blocks_; }

private:
  /// Where the rows of a window are.
  struct mask_window {
    std::uint32_t words = 0; // of a row
    std::uint64_t* rows = nullptr;
    std::uint8_t* ready = nullptr; // by mask
  };

  void compute(std::uint32_t window, std::uint32_t words, const mask& made, std::uint64_t* out) {
    out[0] = out[1] = 0; // windows have two words at least
    for (std::uint32_t i = 2; i < words; ++i)
      out[i] = 0;
    const std::uint64_t* const present = text_.present(window);
    for_each_row(rules_.of(made.before), present,
                 [&](std::uint32_t index) { join(window, index, words, out); });
    if (!made.before.empty()) shift_up(out, words);
    for_each_row(rules_.of(made.here), present,
                 [&](std::uint32_t index) { join(window, index, words, out); });
    for (const list<std::uint32_t> text : rules_.of(made.texts))
      join_text(window, words, rules_.of(text), made.texts_before, out);
    for (const std::uint32_t index : rules_.of(made.blocks))
      join_block(window, words, rules_.all<block>()[index], made.texts_before, out);
    for (const std::uint32_t other : rules_.of(made.any)) {
      const std::uint64_t* const made_before = row(window, other | is_mask);
      for (std::uint32_t i = 0; i < words; ++i)
        out[i] |= made_before[i];
    }
    if (made.negated) {
      const std::uint64_t* const inside = text_.row(window, inside_row);
      for (std::uint32_t i = 0; i < words; ++i)
        out[i] = inside[i] & ~out[i];
    }
    for (const std::uint32_t other : rules_.of(made.also)) {
      const std::uint64_t* const made_before = row(window, other | is_mask);
      for (std::uint32_t i = 0; i < words; ++i)
        out[i] &= made_before[i];
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
    const std::uint64_t* const row = text_.windows()[window].rows + std::size_t{index} * words;
    for (std::uint32_t i = 0; i < words; ++i)
      out[i] |= row[i];
  }

  /// Joins the places where a block matches, or where its matches end.
  void join_block(std::uint32_t window, std::uint32_t words, const block& of, bool ends,
                  std::uint64_t* out) {
    if (!of.needed.empty() && !rules_.meets(of.needed, text_.present(window))) return;
    prepare(window, of);
    const std::uint64_t* const inside = text_.row(window, inside_row);
    const std::uint64_t* row = nullptr;
    if (ends) {
      row = blocks_.run_forwards(window, of.begin, of.end, inside);
    } else if (blocks_.run(window, of.begin, of.end, inside)) {
      row = blocks_.row(0);
    }
    for (std::uint32_t i = 0; row != nullptr && i < words; ++i)
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
  scratch<std::uint64_t> rows_;     // by window, then by mask
  std::vector<std::uint8_t> ready_; // by window and mask
  std::vector<mask_window> windows_;
  std::vector<std::uint64_t> spelt_;
  sweeper<basic_mask_rows> blocks_; // of looks and guards
};
using mask_rows = basic_mask_rows<>;

/// A slot and the place that was noted in it.
struct noted_place {
  std::uint32_t slot;
  std::uint32_t place;
};

/// Searches windows for one rule.
template <class = void> class basic_searcher {
public:
  basic_searcher(const program_view& rules, const lattice& text)
      : rules_(rules), text_(text), masks_(rules, text), sweep_(rules, text, masks_) {}

  /// To be called for another text.
  void clear() { masks_.clear(); }

  /// Calls `found(window, slots)` for the matches of `rule` in windows of one size. Those of a
  /// window never share a character of their anchors.
  template <class F> void run(const rule& rule, std::span<const std::uint32_t> windows, F&& found) {
    words_ = text_.windows()[windows.front()].words;
    if (!sweep_.run(windows, words_, rule.begin, rule.end)) return;
    for (slice_ = 0; slice_ < windows.size(); ++slice_) {
      window_ = windows[slice_];
      first_ = text_.windows()[window_].first_word * 64;
      read_matches(rule, found);
    }
  }

  /// Whether all that a rule needs is there in a window, and its beginning is found.
  bool may_match(const rule& rule, std::uint32_t window) {
    const std::uint64_t* const present = text_.present(window);
    const std::span<const row_list> needed = rules_.of(rule.needed);
    return std::all_of(needed.begin(), needed.end(),
                       [&](row_list one) { return rules_.meets(one, present); }) &&
           begins(rule, window);
  }

  /// Of the match found last, all places that were noted in slots, in the order of the text; only
  /// for rules with `each`.
  const std::vector<noted_place>& trail() const noexcept { return trail_; }

  /// Whether a match of a block lies between two places of a window.
  bool lies_between(const block& of, std::uint32_t window, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return false;
    if (!of.needed.empty() && !rules_.meets(of.needed, text_.present(window))) return false;
    const std::uint32_t words = text_.windows()[window].words;
    const std::uint32_t first = text_.windows()[window].first_word * 64;
    between_.assign(words, 0);
    for (std::uint32_t i = (begin - first) / 64; i <= (end - first) / 64; ++i)
      between_[i] = bits_between(begin - first, end - first, i);
    masks_.prepare(window, of);
    const std::uint64_t* const ends =
        masks_.blocks().run_forwards(window, of.begin, of.end, between_.data());
    if (ends == nullptr) return false;
    std::uint64_t any = 0;
    for (std::uint32_t i = 0; i < words; ++i)
      any |= ends[i] & between_[i];
    return any != 0;
  }

  /// Follows a rule from one place of a window on. Then `reached` tells where its instructions,
  /// counted from its first one, are reached, and `holds` where their conditions hold.
  void follow(const rule& of, std::uint32_t window, std::uint32_t start) {
    window_ = window;
    words_ = text_.windows()[window].words;
    first_ = text_.windows()[window].first_word * 64;
    between_.assign(words_, 0);
    between_[(start - first_) / 64] = std::uint64_t{1} << ((start - first_) % 64);
    masks_.prepare(window, {of.begin, of.end, {}});
    masks_.blocks().run_forwards(window, of.begin, of.end, between_.data());
  }
  const std::uint64_t* reached(std::uint32_t state) const noexcept {
    return masks_.blocks().forward_row(state);
  }
  const std::uint64_t* holds(std::uint32_t argument) { return masks_.row(window_, argument); }

private:
  /// Whether a window has what the first instructions ask for, up to where ways part.
  bool begins(const rule& rule, std::uint32_t window) {
    const std::uint32_t words = text_.windows()[window].words;
    between_.resize(words);
    const std::uint64_t* in = text_.row(window, inside_row);
    for (std::uint32_t i = rule.begin;; ++i) {
      const instruction& step = rules_.code()[i];
      std::uint64_t any = 0;
      switch (step.op) {
      case operation::save:
        continue;
      case operation::look: {
        const std::uint64_t* const holds = masks_.row(window, step.argument);
        for (std::uint32_t k = 0; k < words; ++k)
          any |= between_[k] = in[k] & holds[k];
        break;
      }
      case operation::step: {
        const std::uint64_t* const holds = masks_.row(window, step.argument);
        std::uint64_t carry = 0;
        for (std::uint32_t k = 0; k < words; ++k) {
          const std::uint64_t here = in[k] & holds[k];
          any |= between_[k] = here << step.most | carry;
          carry = here >> (64 - step.most);
        }
        break;
      }
      case operation::jump:
        any = sweep_.jump(step, window, in, between_);
        break;
      default:
        return true;
      }
      if (any == 0) return false;
      in = between_.data();
    }
  }

  template <class F> void read_matches(const rule& rule, F&& found) {
    std::uint32_t at = 0;
    while (next_start(at)) {
      const bool taken = read_match(rule, at) && found(window_, slots_);
      const std::uint32_t end = slots_[2 * rule.anchor + 1];
      at = std::max(at + 1, end == none || !taken ? 0 : end - first_);
    }
  }

  static bool has(const std::uint64_t* row, std::uint32_t at) noexcept {
    return (row[at / 64] >> (at % 64) & 1) != 0;
  }
  /// The bits of a word of places that stand for places from `begin` to `end`, both included.
  static constexpr std::uint64_t bits_between(std::uint32_t begin, std::uint32_t end,
                                              std::uint32_t word) noexcept {
    std::uint64_t bits = ~std::uint64_t{0};
    if (word == begin / 64) bits &= ~std::uint64_t{0} << (begin % 64);
    if (word == end / 64) bits &= ~std::uint64_t{0} >> (63 - end % 64);
    return bits;
  }

  /// The first place from `at` on that a match begins at.
  bool next_start(std::uint32_t& at) const noexcept {
    const std::uint64_t* const starts = sweep_.row(0, slice_);
    for (std::uint32_t i = at / 64; i < words_; ++i) {
      std::uint64_t left = starts[i];
      if (i == at / 64) left &= ~std::uint64_t{0} << (at % 64);
      if (left == 0) continue;
      at = i * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
      return true;
    }
    return false;
  }

  /// Reads off the preferred match that begins at a place of the first row; false where a program
  /// is not what the compiler writes.
  bool read_match(const rule& rule, std::uint32_t at) {
    slots_.assign(2 * rule.captures.size() + 2, none);
    slots_[0] = at + first_;
    trail_.clear();
    std::uint32_t state = rule.begin;
    while (at < words_ * 64) {
      const instruction& step = rules_.code()[state];
      const bool jumps = step.op == operation::run || step.op == operation::jump;
      if (jumps && row_of(rule, step.next) == nullptr) return false;
      switch (step.op) {
      case operation::step:
        at += step.most;
        break;
      case operation::run:
        at = end_of_run(step, row_of(rule, step.next), at);
        break;
      case operation::jump:
        at = end_of_jump(step, row_of(rule, step.next), at);
        break;
      case operation::save:
        slots_[step.argument] = at + first_;
        if (rule.each != 0) trail_.push_back({step.argument, at + first_});
        break;
      case operation::fork: {
        const std::uint64_t* const preferred = row_of(rule, step.next);
        if (preferred == nullptr || !has(preferred, at)) {
          state = step.other;
          continue;
        }
        break;
      }
      case operation::look:
      case operation::go:
      case operation::exit:
        break;
      case operation::accept:
        slots_[1] = at + first_;
        return true;
      }
      state = step.next;
    }
    return false;
  }

  const std::uint64_t* row_of(const rule& rule, std::uint32_t state) const noexcept {
    return sweep_.row(state - rule.begin, slice_);
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
  std::uint32_t slice_ = 0; // of the rows of several windows
  std::uint32_t words_ = 0; // of a window
  std::uint32_t first_ = 0; // the window's first place
  sweeper<mask_rows> sweep_;
  std::vector<std::uint32_t> slots_;
  std::vector<noted_place> trail_;
  std::vector<std::uint64_t> between_;
};
using searcher = basic_searcher<>;

} // namespace hantext::rules::detail
