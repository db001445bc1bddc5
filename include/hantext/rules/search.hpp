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
      words += one.words + 1;
    rows_.reserve(words * masks);
    known_.assign(text_.windows().size() * masks, {});
    windows_.clear();
    std::uint64_t* rows = rows_.data();
    for (const window& one : text_.windows()) {
      windows_.push_back({one.words, rows, known_.data() + windows_.size() * masks});
      rows += (one.words + 1) * masks;
    }
  }

  /// The row of an instruction's argument.
  bit_row row(std::uint32_t window, std::uint32_t argument) {
    if ((argument & is_mask) == 0) return text_.row(window, argument);
    const std::uint32_t index = argument & ~is_mask;
    known_row& known = windows_[window].known[index];
    if (!known.is_ready) {
      compute(window, index);
      known.is_ready = true;
    }
    return known.row;
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
  struct known_row {
    bit_row row;
    bool is_ready = false;
  };
  /// Where the rows of a window are.
  struct mask_window {
    std::uint32_t words = 0;
    std::uint64_t* rows = nullptr; // by mask, of one word more each
    known_row* known = nullptr;    // by mask
  };
  /// A row that is being made; what lies behind the window is dropped.
  struct made_row {
    std::uint64_t* words;
    std::uint32_t count;
    std::uint64_t filled = 0;

    void add(std::uint32_t word, std::uint64_t bits) noexcept {
      if (bits == 0 || word >= count) return;
      words[word] |= bits;
      filled |= std::uint64_t{1} << word;
    }
    void join(bit_row more) noexcept {
      for_each_bit(more.filled, [&](std::uint32_t i) { words[i] |= more.words[i]; });
      filled |= more.filled;
    }
  };

  void compute(std::uint32_t window, std::uint32_t index) {
    const mask& made = rules_.masks()[index];
    const mask_window& of = windows_[window];
    made_row out{of.rows + std::size_t{index} * (of.words + 1), of.words};
    std::fill_n(out.words, of.words + 1, std::uint64_t{0});
    const std::uint64_t* const present = text_.present(window);
    for_each_row(rules_.of(made.before), present, [&](std::uint32_t one) {
      const bit_row row = text_.row(window, one);
      for_each_bit(row.filled, [&](std::uint32_t i) {
        out.add(i, row.words[i] << 1);
        out.add(i + 1, row.words[i] >> 63);
      });
    });
    for_each_row(rules_.of(made.here), present,
                 [&](std::uint32_t one) { out.join(text_.row(window, one)); });
    for (const list<std::uint32_t> text : rules_.of(made.texts))
      join_text(window, rules_.of(text), made.texts_before, out);
    for (const std::uint32_t one : rules_.of(made.blocks))
      join_block(window, rules_.all<block>()[one], made.texts_before, out);
    for (const std::uint32_t other : rules_.of(made.any))
      out.join(row(window, other | is_mask));
    if (made.negated) {
      const bit_row inside = text_.row(window, inside_row);
      out.filled = 0;
      for_each_bit(inside.filled, [&](std::uint32_t i) {
        out.words[i] = inside.words[i] & ~out.words[i];
        out.filled |= std::uint64_t{out.words[i] != 0} << i;
      });
    }
    for (const std::uint32_t other : rules_.of(made.also)) {
      const bit_row more = row(window, other | is_mask);
      std::uint64_t filled = 0;
      for_each_bit(out.filled, [&](std::uint32_t i) {
        out.words[i] &= more.empty() ? 0 : more.words[i];
        filled |= std::uint64_t{out.words[i] != 0} << i;
      });
      out.filled = filled;
    }
    of.known[index].row = {out.words, out.filled};
  }

  template <class F>
  static void for_each_row(std::span<const row_word> rows, const std::uint64_t* present,
                           F&& found) {
    for (const row_word& word : rows)
      for_each_bit(word.bits & present[word.index],
                   [&](std::uint32_t bit) { found(word.index * 64 + bit); });
  }

  /// Joins the places where a block matches, or where its matches end.
  void join_block(std::uint32_t window, const block& of, bool ends, made_row& out) {
    if (!of.needed.empty() && !rules_.meets(of.needed, text_.present(window))) return;
    prepare(window, of);
    if (ends) {
      out.join(blocks_.run_forwards(window, of.begin, of.end, text_.row(window, inside_row)));
    } else if (blocks_.run(window, of.begin, of.end, text_.row(window, inside_row))) {
      out.join(blocks_.row(0));
    }
  }

  /// Joins the places where a text of several characters begins, or ends.
  void join_text(std::uint32_t window, std::span<const std::uint32_t> text, bool ends,
                 made_row& out) const {
    const std::uint64_t* const present = text_.present(window);
    for (const std::uint32_t row : text) {
      if ((present[row / 64] >> (row % 64) & 1) == 0) return;
    }
    const bit_row first = text_.row(window, text.front());
    const auto size = static_cast<std::uint32_t>(text.size());
    for_each_bit(first.filled, [&](std::uint32_t i) {
      std::uint64_t here = first.words[i];
      for (std::uint32_t k = 1; k < size && here != 0; ++k)
        here &= from(text_.row(window, text[k]), i, k, out.count);
      if (!ends) {
        out.add(i, here);
      } else if (size % 64 == 0) {
        out.add(i + size / 64, here);
      } else {
        out.add(i + size / 64, here << (size % 64));
        out.add(i + size / 64 + 1, here >> (64 - size % 64));
      }
    });
  }

  /// The bits of a row that stand `ahead` places behind those of a word.
  static std::uint64_t from(bit_row row, std::uint32_t word, std::uint32_t ahead,
                            std::uint32_t words) noexcept {
    const std::uint32_t at = word + ahead / 64, shift = ahead % 64;
    if (at >= words) return 0;
    return shift == 0 ? row.words[at] : row.words[at] >> shift | row.words[at + 1] << (64 - shift);
  }

  const program_view& rules_;
  const lattice& text_;
  scratch<std::uint64_t> rows_;  // by window, then by mask
  std::vector<known_row> known_; // likewise
  std::vector<mask_window> windows_;
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

  /// Calls `found(slots)` for the matches of `rule` in a window, which never share a character of
  /// their anchors. `words` is what `words_for` gave.
  template <class F>
  void run(const rule& rule, std::uint32_t window, std::uint64_t words, F&& found) {
    enter(window);
    bit_row ends = text_.row(window, inside_row);
    ends.filled &= words;
    // Where few places begin a match, it is cheaper to ask first where those lead.
    if (rule.begins_rarely) ends = keep(sweep_.run_forwards(window, rule.begin, rule.end, ends));
    if (ends.empty()) return;
    if (!sweep_.run(window, rule.begin, rule.end, ends)) return;
    std::uint32_t at = 0;
    while (next_start(at)) {
      const bool taken = read_match(rule, at) && found(slots_);
      const std::uint32_t end = slots_[2 * rule.anchor + 1];
      at = std::max(at + 1, end == none || !taken ? 0 : end - first_);
    }
  }

  /// The words of a window with the sentences in which all may be there that a rule needs; none
  /// where it cannot match.
  std::uint64_t words_for(const rule& rule, std::uint32_t window) const {
    std::uint64_t words = ~std::uint64_t{0};
    for (const row_list needed : rules_.of(rule.needed)) {
      words &= text_.words_around(window, rules_.of(needed));
      if (words == 0) break;
    }
    return words;
  }

  /// Of the match found last, all places that were noted in slots, in the order of the text; only
  /// for rules with `each`.
  const std::vector<noted_place>& trail() const noexcept { return trail_; }

  /// Whether a match of a block lies between two places of a window.
  bool lies_between(const block& of, std::uint32_t window, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return false;
    if (!of.needed.empty() && !rules_.meets(of.needed, text_.present(window))) return false;
    enter(window);
    masks_.prepare(window, of);
    const bit_row ends = masks_.blocks().run_forwards(window, of.begin, of.end,
                                                      between(begin - first_, end - first_));
    for (std::uint32_t i = (begin - first_) / 64; i <= (end - first_) / 64; ++i) {
      if ((ends.filled >> i & 1) != 0 && (ends.words[i] & between_[i]) != 0) return true;
    }
    return false;
  }

  /// Follows a rule from one place of a window on. Then `reached` tells where its instructions,
  /// counted from its first one, are reached, and `holds` where their conditions hold.
  void follow(const rule& of, std::uint32_t window, std::uint32_t start) {
    enter(window);
    masks_.prepare(window, {of.begin, of.end, {}});
    masks_.blocks().run_forwards(window, of.begin, of.end, between(start - first_, start - first_));
  }
  bit_row reached(std::uint32_t state) const noexcept { return masks_.blocks().row(state); }
  bit_row holds(std::uint32_t argument) { return masks_.row(window_, argument); }

private:
  void enter(std::uint32_t window) {
    window_ = window;
    words_ = text_.windows()[window].words;
    first_ = text_.windows()[window].first_word * 64;
  }

  /// A row of its own, which the next sweep does not write to.
  bit_row keep(bit_row row) {
    kept_.assign(words_ + 1, 0);
    for_each_bit(row.filled, [&](std::uint32_t i) { kept_[i] = row.words[i]; });
    return {kept_.data(), row.filled};
  }

  /// A row of the places from `begin` to `end`, both included.
  bit_row between(std::uint32_t begin, std::uint32_t end) {
    between_.assign(words_ + 1, 0);
    std::uint64_t filled = 0;
    for (std::uint32_t i = begin / 64; i <= end / 64; ++i) {
      std::uint64_t bits = ~std::uint64_t{0};
      if (i == begin / 64) bits &= ~std::uint64_t{0} << (begin % 64);
      if (i == end / 64) bits &= ~std::uint64_t{0} >> (63 - end % 64);
      between_[i] = bits;
      filled |= std::uint64_t{1} << i;
    }
    return {between_.data(), filled};
  }

  /// The first place from `at` on that a match begins at.
  bool next_start(std::uint32_t& at) const noexcept {
    const bit_row starts = sweep_.row(0);
    if (at >= words_ * 64) return false;
    std::uint64_t words = starts.filled & ~std::uint64_t{0} << (at / 64);
    for (; words != 0; words &= words - 1) {
      const auto i = static_cast<std::uint32_t>(std::countr_zero(words));
      std::uint64_t left = starts.words[i];
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
      if (jumps && row_of(rule, step.next).empty()) return false;
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
        if (!row_of(rule, step.next).has(at)) {
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

  bit_row row_of(const rule& rule, std::uint32_t state) const noexcept {
    return sweep_.row(state - rule.begin);
  }

  std::uint32_t end_of_run(const instruction& step, bit_row next, std::uint32_t at) {
    const bit_row holds = masks_.row(window_, step.argument);
    std::uint32_t end = at;
    for (std::uint32_t times = 0; times <= step.most; ++times) {
      if (times >= step.least && next.has(at)) {
        end = at;
        if (step.reluctant) break;
      }
      if (!holds.has(at)) break;
      ++at;
    }
    return end;
  }

  /// The longest annotation is preferred.
  std::uint32_t end_of_jump(const instruction& step, bit_row next,
                            std::uint32_t at) const noexcept {
    for (const annotation* a = text_.first_at(at + first_); a != nullptr; a = text_.next_at(*a)) {
      if (a->type == step.argument && !a->crosses && next.has(a->end - first_))
        return a->end - first_;
    }
    return at;
  }

  const program_view& rules_;
  const lattice& text_;
  mask_rows masks_;
  std::uint32_t window_ = 0;
  std::uint32_t words_ = 0; // of the window
  std::uint32_t first_ = 0; // its first place
  sweeper<mask_rows> sweep_;
  std::vector<std::uint32_t> slots_;
  std::vector<noted_place> trail_;
  std::vector<std::uint64_t> between_; // of one word more than the window
  std::vector<std::uint64_t> kept_;    // likewise
};
using searcher = basic_searcher<>;

} // namespace hantext::rules::detail
