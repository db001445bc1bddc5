/// \file
/// Follows the instructions of a rule, or of a block of one, at all places of a window at once.
///
/// Instructions lead forwards only, so one pass over them is enough. Read from the last to the
/// first, each one gets the row of places from which the rest can match; where such a row is empty,
/// all before it up to the next fork is empty, too, and is passed over. Read from the first to the
/// last, each one gets the row of places that it is reached at.
#pragma once

#include <hantext/rules/buffer.hpp>
#include <hantext/rules/lattice.hpp>
#include <hantext/rules/program.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hantext::rules::detail {

/// `Masks` gives the rows of instructions' arguments.
template <class Masks> class sweeper {
public:
  sweeper(const program_view& rules, const lattice& text, Masks& masks)
      : rules_(rules), text_(text), masks_(masks), states_(rules.heading.longest_code),
        open_(rules.alternatives().size()) {}

  /// Computes from which places of a window the code [begin, end) can match; false where from none.
  /// Only matches that end at one of `ends` are asked for.
  bool run(std::uint32_t window, std::uint32_t begin, std::uint32_t end, bit_row ends) {
    enter(window);
    ends_ = ends;
    return sweep(begin, end);
  }

  /// After `run`: the places from which the code can match from an instruction on, counted from
  /// `begin`; after `run_forwards` those at which it is reached.
  bit_row row(std::uint32_t state) const noexcept { return states_[state]; }

  /// The places where matches of the code [begin, end) end that begin at one of `starts`.
  bit_row run_forwards(std::uint32_t window, std::uint32_t begin, std::uint32_t end,
                       bit_row starts) {
    enter(window);
    const std::uint32_t count = end - begin;
    std::fill_n(states_.begin(), count, bit_row{});
    rows_.reserve(std::size_t{count} * (words_ + 1));
    states_[0] = starts;
    for (std::uint32_t state = 0; state + 1 < count; ++state) {
      const instruction& step = rules_.code()[begin + state];
      const bit_row in = states_[state];
      if (in.empty()) continue;
      const std::uint32_t out = step.next - begin;
      switch (step.op) {
      case operation::step:
        step_forwards(masks_.row(window, step.argument), step.most, in, out);
        break;
      case operation::run:
        run_over(step, in, out);
        break;
      case operation::jump:
        jump_forwards(step, in, out);
        break;
      case operation::look: {
        const bit_row holds = masks_.row(window, step.argument);
        for_each_bit(in.filled & holds.filled,
                     [&](std::uint32_t i) { add(out, i, in.words[i] & holds.words[i]); });
        break;
      }
      case operation::go:
        if (is_open(step)) join(in, out);
        break;
      case operation::exit:
        if (is_open(rules_.alternatives()[step.argument])) join(in, out);
        break;
      case operation::fork:
        join(in, out);
        join(in, step.other - begin);
        break;
      case operation::save:
        join(in, out);
        break;
      case operation::accept:
        break;
      }
    }
    return states_[count - 1];
  }

private:
  void enter(std::uint32_t window) {
    window_ = window;
    words_ = text_.windows()[window].words;
    first_ = text_.windows()[window].first_word * 64;
    present_ = text_.present(window);
  }

  bool is_open(const instruction& step) const noexcept {
    return step.argument == none ||
           rules_.meets(rules_.all<row_list>()[step.argument], present_) != step.reluctant;
  }
  bool is_open(const alternative& one) const noexcept { return rules_.meets(one.needed, present_); }

  /// A new row without places.
  std::uint64_t* begin_row() noexcept {
    std::uint64_t* const made = free_;
    free_ += words_ + 1;
    std::fill_n(made, words_ + 1, std::uint64_t{0});
    return made;
  }

  // --- forwards: a row is filled by several instructions ---------------------------------------

  /// Adds places to a word of an instruction's row; what lies behind the window is dropped.
  void add(std::uint32_t state, std::uint32_t word, std::uint64_t bits) {
    if (bits == 0 || word >= words_) return;
    bit_row& to = states_[state];
    std::uint64_t* const own = rows_.data() + std::size_t{state} * (words_ + 1);
    if (to.empty()) std::fill_n(own, words_ + 1, std::uint64_t{0});
    own[word] |= bits;
    to = {own, to.filled | std::uint64_t{1} << word};
  }
  void join(bit_row in, std::uint32_t out) {
    for_each_bit(in.filled, [&](std::uint32_t i) { add(out, i, in.words[i]); });
  }

  void step_forwards(bit_row holds, std::uint32_t most, bit_row in, std::uint32_t out) {
    for_each_bit(in.filled & holds.filled, [&](std::uint32_t i) {
      const std::uint64_t here = in.words[i] & holds.words[i];
      add(out, i, here << most);
      add(out, i + 1, here >> (64 - most));
    });
  }

  /// Over as many characters as a run may take.
  void run_over(const instruction& step, bit_row in, std::uint32_t out) {
    const bit_row holds = masks_.row(window_, step.argument);
    std::uint64_t reached[64 + 1];
    std::uint64_t filled = in.filled;
    for_each_bit(filled, [&](std::uint32_t i) { reached[i] = in.words[i]; });
    if (step.least == 0) join(in, out);
    for (std::uint32_t times = 1; times <= step.most; ++times) {
      std::uint64_t next = 0, carry = 0;
      std::uint32_t behind = 0; // the word that the carry belongs to
      for_each_bit(filled & holds.filled, [&](std::uint32_t i) {
        const std::uint64_t here = reached[i] & holds.words[i];
        if (carry != 0 && behind != i) {
          reached[behind] = carry;
          next |= std::uint64_t{1} << behind;
          carry = 0;
        }
        reached[i] = here << 1 | carry;
        if (reached[i] != 0) next |= std::uint64_t{1} << i;
        carry = here >> 63;
        behind = i + 1;
      });
      if (carry != 0 && behind < words_) {
        reached[behind] = carry;
        next |= std::uint64_t{1} << behind;
      }
      filled = next;
      if (filled == 0) return;
      if (times >= step.least) join({reached, filled}, out);
    }
  }

  void jump_forwards(const instruction& step, bit_row in, std::uint32_t out) {
    const bit_row begins = text_.row(window_, detail::begin_row(step.argument));
    for_each_bit(in.filled & begins.filled, [&](std::uint32_t i) {
      for_each_bit(in.words[i] & begins.words[i], [&](std::uint32_t bit) {
        for (const annotation* a = text_.first_at(first_ + i * 64 + bit); a != nullptr;
             a = text_.next_at(*a)) {
          if (a->type != step.argument || a->crosses) continue;
          const std::uint32_t end = a->end - first_;
          add(out, end / 64, std::uint64_t{1} << (end % 64));
        }
      });
    });
  }

  // --- backwards: each instruction makes its own row -------------------------------------------

  /// Computes the rows of all instructions; false where the code cannot match.
  bool sweep(std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t count = end - begin;
    rows_.reserve(std::size_t{count} * (words_ + 1));
    free_ = rows_.data();
    const instruction* const code = rules_.code().data() + begin;
    for (std::uint32_t state = count; state-- > 0;) {
      const instruction& step = code[state];
      const bit_row behind = state + 1 < count ? states_[step.next - begin] : bit_row{};
      bit_row made;
      switch (step.op) {
      case operation::accept:
        made = ends_;
        break;
      case operation::step:
        if (!behind.empty()) made = sweep_step(step, behind);
        break;
      case operation::look:
        if (!behind.empty()) made = sweep_look(step, behind);
        break;
      case operation::run:
        if (!behind.empty()) made = sweep_run(step, behind);
        break;
      case operation::jump:
        if (!behind.empty()) made = sweep_jump(step, behind);
        break;
      case operation::save:
        made = behind;
        break;
      case operation::go:
        if (is_open(step)) made = behind;
        break;
      case operation::exit:
        state = pass_over(state, begin);
        if (code[state].op == operation::exit) states_[state] = states_[code[state].next - begin];
        made = states_[state];
        break;
      case operation::fork: {
        const bit_row other = states_[step.other - begin];
        if (step.first_fork != none && states_[state + 1].empty()) {
          const std::uint32_t first = step.first_fork - begin;
          std::fill(states_.begin() + first + 1, states_.begin() + state + 1, bit_row{});
          state = first;
          made = states_[(code[state].next == begin + first + 1 ? code[state].other
                                                                : code[state].next) -
                         begin];
        } else {
          made = sweep_fork(behind, other);
        }
        break;
      }
      }
      states_[state] = made;
      if (!made.empty()) continue;
      // Nothing before this can match, up to the next fork.
      if (code[state].skip_to == none) return false;
      const std::uint32_t fork = code[state].skip_to - begin;
      std::fill(states_.begin() + fork + 1, states_.begin() + state + 1, bit_row{});
      state = fork + 1;
    }
    return !states_[0].empty();
  }

  /// At the exit of an alternative: passes over it and those before it whose needs are not met.
  /// Gives the exit of the first one that can match, or where the first of them begins.
  std::uint32_t pass_over(std::uint32_t state, std::uint32_t begin) {
    const alternative* const all = rules_.alternatives().data();
    const instruction& exit = rules_.code()[begin + state];
    const std::uint32_t own = exit.argument, first = all[own].first;
    std::uint64_t& open = open_[first];
    if (own == all[own].last) {
      open = 0;
      for (std::uint32_t i = first; i <= own; ++i)
        open |= std::uint64_t{is_open(all[i])} << (i - first);
    }
    const std::uint64_t left = open & (~std::uint64_t{0} >> (63 - (own - first)));
    const std::uint32_t found = first + static_cast<std::uint32_t>(std::bit_width(left)) - 1;
    if (left != 0 && found == own) return state;
    // Where the last of a choice is passed over, nothing is left behind the others.
    const bit_row behind = all[own].closes ? bit_row{} : states_[state + 1];
    const std::uint32_t end = left == 0 ? first : found + 1;
    for (std::uint32_t i = own + 1; i-- > end;)
      states_[all[i].begin + 1 - begin] = {};
    states_[all[end].begin - begin] = behind;
    return (left == 0 ? all[first].begin : all[found].exit) - begin;
  }

  bit_row sweep_fork(bit_row one, bit_row other) {
    if (one.empty() || other.empty() || one.words == other.words) return one.empty() ? other : one;
    std::uint64_t* const out = begin_row();
    for_each_bit(one.filled, [&](std::uint32_t i) { out[i] = one.words[i]; });
    for_each_bit(other.filled, [&](std::uint32_t i) { out[i] |= other.words[i]; });
    return {out, one.filled | other.filled};
  }

  /// Keeps a row that was begun if it has places.
  bit_row keep(std::uint64_t* out, std::uint64_t filled) noexcept {
    if (filled == 0) free_ = out;
    return {out, filled};
  }

  bit_row sweep_step(const instruction& step, bit_row next) {
    const bit_row holds = masks_.row(window_, step.argument);
    const std::uint64_t may = holds.filled & (next.filled | next.filled >> 1);
    if (may == 0) return {};
    std::uint64_t* const out = begin_row();
    std::uint64_t filled = 0;
    for_each_bit(may, [&](std::uint32_t i) {
      out[i] =
          holds.words[i] & (next.words[i] >> step.most | next.words[i + 1] << (64 - step.most));
      filled |= std::uint64_t{out[i] != 0} << i;
    });
    return keep(out, filled);
  }

  bit_row sweep_look(const instruction& step, bit_row next) {
    const bit_row holds = masks_.row(window_, step.argument);
    const std::uint64_t may = holds.filled & next.filled;
    if (may == 0) return {};
    std::uint64_t* const out = begin_row();
    std::uint64_t filled = 0;
    for_each_bit(may, [&](std::uint32_t i) {
      out[i] = holds.words[i] & next.words[i];
      filled |= std::uint64_t{out[i] != 0} << i;
    });
    return keep(out, filled);
  }

  bit_row sweep_run(const instruction& step, bit_row next) {
    const bit_row holds = masks_.row(window_, step.argument);
    std::uint64_t reached[64 + 1]; // so many characters before `next`
    std::uint64_t* const out = begin_row();
    std::uint64_t filled = 0, made = 0;
    std::copy_n(next.words, words_ + 1, reached);
    if (step.least == 0) {
      std::copy_n(next.words, words_, out);
      made = next.filled;
    }
    filled = next.filled;
    for (std::uint32_t times = 1; times <= step.most; ++times) {
      std::uint64_t left = 0;
      for_each_bit(filled | filled >> 1, [&](std::uint32_t i) {
        if ((holds.filled >> i & 1) == 0) {
          reached[i] = 0;
          return;
        }
        reached[i] = holds.words[i] & (reached[i] >> 1 | reached[i + 1] << 63);
        left |= std::uint64_t{reached[i] != 0} << i;
      });
      filled = left;
      if (filled == 0) break;
      if (times < step.least) continue;
      for_each_bit(filled, [&](std::uint32_t i) { out[i] |= reached[i]; });
      made |= filled;
    }
    return keep(out, made);
  }

  bit_row sweep_jump(const instruction& step, bit_row next) {
    const bit_row ends = text_.row(window_, end_row(step.argument));
    const std::vector<std::uint32_t>& all = text_.of_type(step.argument);
    std::uint64_t may = 0; // words with a place where one ends
    for_each_bit(ends.filled & next.filled, [&](std::uint32_t i) {
      may |= std::uint64_t{(ends.words[i] & next.words[i]) != 0} << i;
    });
    if (may == 0) return {};
    std::uint64_t* const out = begin_row();
    std::uint64_t filled = 0;
    for_each_bit(may, [&](std::uint32_t i) {
      const std::uint32_t from = first_ + i * 64;
      const std::uint64_t here = ends.words[i] & next.words[i];
      auto one = std::lower_bound(
          all.begin(), all.end(), from,
          [&](std::uint32_t index, std::uint32_t at) { return text_[index].end < at; });
      for (; one != all.end() && text_[*one].end < from + 64; ++one) {
        const annotation& a = text_[*one];
        if (a.crosses || (here >> (a.end % 64) & 1) == 0) continue;
        const std::uint32_t begin = a.begin - first_;
        out[begin / 64] |= std::uint64_t{1} << (begin % 64);
        filled |= std::uint64_t{1} << (begin / 64);
      }
    });
    return keep(out, filled);
  }

  const program_view& rules_;
  const lattice& text_;
  Masks& masks_;
  std::uint32_t window_ = 0;
  std::uint32_t words_ = 0;                // of the window
  std::uint32_t first_ = 0;                // its first place
  bit_row ends_;                           // where matches may end
  const std::uint64_t* present_ = nullptr; // its rows that are not empty
  scratch<std::uint64_t> rows_;
  std::uint64_t* free_ = nullptr;   // behind the rows that are made
  std::vector<bit_row> states_;     // by instruction
  std::vector<std::uint64_t> open_; // of neighbours, by the first: those whose needs are met
};

} // namespace hantext::rules::detail
