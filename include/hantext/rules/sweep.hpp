/// \file
/// Follows the instructions of a rule, or of a block of one, at all places of a window at once, and
/// in several windows together.
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
      : rules_(rules), text_(text), masks_(masks), places_(rules.heading.longest_code),
        open_(rules.alternatives().size()) {}

  /// Computes for some windows, all of `words` words, from which places the code [begin, end) can
  /// match; false where from none.
  bool run(std::span<const std::uint32_t> windows, std::uint32_t words, std::uint32_t begin,
           std::uint32_t end) {
    ends_.resize(windows.size() * words);
    for (std::size_t i = 0; i < windows.size(); ++i)
      std::copy_n(text_.row(windows[i], inside_row), words, ends_.data() + i * words);
    return sweep(windows, words, begin, end);
  }
  /// The same for one window, up to one of the places `ends`.
  bool run(std::uint32_t window, std::uint32_t begin, std::uint32_t end,
           const std::uint64_t* ends) {
    const std::uint32_t words = text_.windows()[window].words;
    ends_.assign(ends, ends + words);
    own_window_ = window;
    return sweep({&own_window_, 1}, words, begin, end);
  }

  /// After `run`: the places of a window, counted from the first one given, from which the code can
  /// match from an instruction on, counted from `begin`; null for none.
  const std::uint64_t* row(std::uint32_t state, std::uint32_t window = 0) const noexcept {
    return places_[state] == empty
               ? nullptr
               : rows_.data() + places_[state] - 1 + std::size_t{window} * words_;
  }

  /// The places where matches of the code [begin, end) end that begin at one of `starts`; null for
  /// none.
  const std::uint64_t* run_forwards(std::uint32_t window, std::uint32_t begin, std::uint32_t end,
                                    const std::uint64_t* starts) {
    own_window_ = window;
    windows_ = {&own_window_, 1};
    words_ = text_.windows()[window].words;
    note_present();
    const std::uint32_t count = end - begin;
    rows_.reserve(std::size_t{count} * words_);
    std::fill_n(rows_.data(), std::size_t{count} * words_, std::uint64_t{0});
    scratch_.resize(words_);
    std::copy(starts, starts + words_, rows_.data());
    for (std::uint32_t state = 0; state + 1 < count; ++state) {
      const instruction& step = rules_.code()[begin + state];
      const std::uint64_t* const in = rows_.data() + std::size_t{state} * words_;
      std::uint64_t any = 0;
      for (std::uint32_t i = 0; i < words_; ++i)
        any |= in[i];
      if (any == 0) continue;
      std::uint64_t* const out = rows_.data() + std::size_t{step.next - begin} * words_;
      switch (step.op) {
      case operation::step:
        step_forwards(step, in, out);
        break;
      case operation::run:
        run_over(step, in, out);
        break;
      case operation::jump:
        jump_forwards(step, in, out);
        break;
      case operation::look: {
        const std::uint64_t* const holds = masks_.row(windows_.front(), step.argument);
        for (std::uint32_t i = 0; i < words_; ++i)
          out[i] |= in[i] & holds[i];
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
        join(in, rows_.data() + std::size_t{step.other - begin} * words_);
        break;
      case operation::save:
        join(in, out);
        break;
      case operation::accept:
        break;
      }
    }
    const std::uint64_t* const ends = rows_.data() + std::size_t{count - 1} * words_;
    return std::any_of(ends, ends + words_, [](std::uint64_t word) { return word != 0; }) ? ends
                                                                                          : nullptr;
  }

  /// Where annotations of a type end that begin at the places `in` of a window.
  std::uint64_t jump(const instruction& step, std::uint32_t window, const std::uint64_t* in,
                     std::vector<std::uint64_t>& out) {
    own_window_ = window;
    windows_ = {&own_window_, 1};
    words_ = text_.windows()[window].words;
    scratch_.assign(words_, 0);
    jump_forwards(step, in, scratch_.data());
    out.assign(scratch_.begin(), scratch_.end());
    std::uint64_t any = 0;
    for (const std::uint64_t word : out)
      any |= word;
    return any;
  }

  /// After `run_forwards`: the places at which an instruction is reached, counted from `begin`.
  const std::uint64_t* forward_row(std::uint32_t state) const noexcept {
    return rows_.data() + std::size_t{state} * words_;
  }

private:
  static constexpr std::uint32_t empty = 0;

  static bool has(const std::uint64_t* row, std::uint32_t at) noexcept {
    return (row[at / 64] >> (at % 64) & 1) != 0;
  }

  bool is_open(const instruction& step) const noexcept {
    return step.argument == none ||
           rules_.meets(rules_.all<row_list>()[step.argument], present_) != step.reluctant;
  }
  bool is_open(const alternative& one) const noexcept { return rules_.meets(one.needed, present_); }

  void join(const std::uint64_t* in, std::uint64_t* out) const noexcept {
    for (std::uint32_t i = 0; i < words_; ++i)
      out[i] |= in[i];
  }

  void step_forwards(const instruction& step, const std::uint64_t* in, std::uint64_t* out) {
    const std::uint64_t* const holds = masks_.row(windows_.front(), step.argument);
    std::uint64_t carry = 0;
    for (std::uint32_t i = 0; i < words_; ++i) {
      const std::uint64_t here = in[i] & holds[i];
      out[i] |= here << step.most | carry;
      carry = here >> (64 - step.most);
    }
  }

  /// Over as many characters as a run may take.
  void run_over(const instruction& step, const std::uint64_t* in, std::uint64_t* out) {
    const std::uint64_t* const holds = masks_.row(windows_.front(), step.argument);
    std::copy(in, in + words_, scratch_.begin());
    if (step.least == 0) join(in, out);
    for (std::uint32_t times = 1; times <= step.most; ++times) {
      std::uint64_t carry = 0, any = 0;
      for (std::uint32_t i = 0; i < words_; ++i) {
        const std::uint64_t here = scratch_[i] & holds[i];
        scratch_[i] = here << 1 | carry;
        carry = here >> 63;
        any |= scratch_[i];
      }
      if (any == 0) return;
      if (times >= step.least) join(scratch_.data(), out);
    }
  }

  void jump_forwards(const instruction& step, const std::uint64_t* in, std::uint64_t* out) const {
    const std::vector<std::uint32_t>& all = text_.of_type(step.argument);
    const std::uint32_t first = text_.windows()[windows_.front()].first_word * 64;
    const std::uint32_t last = first + words_ * 64;
    for (auto one = first_behind(all, first); one != all.end() && text_[*one].end < last; ++one) {
      const std::uint32_t end = text_[*one].end - first;
      if (!text_[*one].crosses && has(in, text_[*one].begin - first))
        out[end / 64] |= std::uint64_t{1} << (end % 64);
    }
  }

  /// The first of a type's annotations that does not end before a place.
  auto first_behind(const std::vector<std::uint32_t>& all, std::uint32_t place) const {
    return std::lower_bound(all.begin(), all.end(), place,
                            [&](std::uint32_t i, std::uint32_t at) { return text_[i].end < at; });
  }

  bool sweep(std::span<const std::uint32_t> windows, std::uint32_t words, std::uint32_t begin,
             std::uint32_t end) {
    windows_ = windows;
    words_ = words;
    note_present();
    return words == 2 ? sweep<2>(begin, end) : sweep<0>(begin, end);
  }

  /// Notes the rows that are present in one of the windows.
  void note_present() {
    present_ = text_.present(windows_.front());
    if (windows_.size() == 1) return;
    any_present_.assign(present_, present_ + text_.present_words());
    for (const std::uint32_t window : windows_.subspan(1)) {
      const std::uint64_t* const more = text_.present(window);
      for (std::size_t i = 0; i < any_present_.size(); ++i)
        any_present_[i] |= more[i];
    }
    present_ = any_present_.data();
  }

  /// Computes the rows of all instructions; false where the code cannot match. `Words` is the
  /// number of words that a window has, or 0 where only `words_` knows.
  template <std::uint32_t Words> bool sweep(std::uint32_t begin, std::uint32_t end) {
    const std::size_t size = windows_.size() * (Words == 0 ? words_ : Words); // of a row
    const std::uint32_t count = end - begin;
    const instruction* const code = rules_.code().data() + begin;
    std::uint32_t used = 0; // words of `rows_`
    // An instruction's row begins at places_[state] - 1; 0 stands for an empty row.
    for (std::uint32_t state = count; state-- > 0;) {
      const instruction& step = code[state];
      rows_.reserve(used + size, used);
      std::uint64_t* const out = rows_.data() + used;
      const std::uint32_t behind = state + 1 < count ? places_[step.next - begin] : empty;
      std::uint64_t any = 0;
      // What must go on behind it, and cannot.
      const bool ends_here = behind == empty && step.op != operation::accept &&
                             step.op != operation::go && step.op != operation::exit &&
                             step.op != operation::fork;
      if (!ends_here) switch (step.op) {
        case operation::accept:
          std::copy(ends_.begin(), ends_.end(), out);
          any = 1;
          break;
        case operation::step:
          any = sweep_condition<Words, true>(step, rows_.data() + behind - 1, out);
          break;
        case operation::look:
          any = sweep_condition<Words, false>(step, rows_.data() + behind - 1, out);
          break;
        case operation::run:
          any = sweep_run<Words>(step, rows_.data() + behind - 1, out);
          break;
        case operation::jump:
          any = sweep_jump<Words>(step, rows_.data() + behind - 1, out);
          break;
        case operation::save:
          places_[state] = behind;
          continue;
        case operation::go: {
          places_[state] = is_open(step) ? places_[step.next - begin] : empty;
          if (places_[state] != empty) continue;
          break;
        }
        case operation::exit:
          state = pass_over(state, begin);
          if (code[state].op == operation::exit) places_[state] = places_[code[state].next - begin];
          if (places_[state] != empty) continue;
          break;
        case operation::fork: {
          const std::uint32_t one = places_[step.next - begin];
          const std::uint32_t other = places_[step.other - begin];
          if (step.first_fork != none && places_[state + 1] == empty) {
            const std::uint32_t first = step.first_fork - begin;
            std::fill(places_.begin() + first + 1, places_.begin() + state + 1, empty);
            state = first;
            places_[state] = places_[(code[state].next == begin + first + 1 ? code[state].other
                                                                            : code[state].next) -
                                     begin];
            if (places_[state] != empty) continue;
            if (code[state].skip_to == none) return false;
            const std::uint32_t back = code[state].skip_to - begin;
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
          for (std::size_t i = 0; i < size; ++i)
            out[i] = first[i] | second[i];
          any = 1;
          break;
        }
        }
      if (any != 0) {
        places_[state] = used + 1;
        used += static_cast<std::uint32_t>(size);
        continue;
      }
      // Nothing before this can match, up to the next fork.
      if (code[state].skip_to == none) return false;
      const std::uint32_t fork = code[state].skip_to - begin;
      std::fill(places_.begin() + fork + 1, places_.begin() + state + 1, empty);
      state = fork + 1;
    }
    return places_[0] != empty;
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
    const std::uint32_t behind = all[own].closes ? empty : places_[state + 1];
    const std::uint32_t end = left == 0 ? first : found + 1;
    for (std::uint32_t i = own + 1; i-- > end;)
      places_[all[i].begin + 1 - begin] = empty;
    places_[all[end].begin - begin] = behind;
    return (left == 0 ? all[first].begin : all[found].exit) - begin;
  }

  /// Over a text, which a step asks for, or over nothing, as a look does.
  template <std::uint32_t Words, bool Steps>
  std::uint64_t sweep_condition(const instruction& step, const std::uint64_t* next,
                                std::uint64_t* out) {
    const std::uint32_t words = Words == 0 ? words_ : Words;
    std::uint64_t any = 0;
    for (const std::uint32_t window : windows_) {
      const std::uint64_t* const holds = masks_.row(window, step.argument);
      for (std::uint32_t i = 0; i < words; ++i) {
        std::uint64_t behind = next[i];
        if constexpr (Steps) {
          const std::uint64_t carry = i + 1 < words ? next[i + 1] << (64 - step.most) : 0;
          behind = behind >> step.most | carry;
        }
        any |= out[i] = holds[i] & behind;
      }
      next += words;
      out += words;
    }
    return any;
  }

  template <std::uint32_t Words>
  std::uint64_t sweep_run(const instruction& step, const std::uint64_t* next, std::uint64_t* out) {
    const std::uint32_t words = Words == 0 ? words_ : Words;
    std::uint64_t fixed[Words == 0 ? 1 : Words];
    std::uint64_t* reached = fixed;
    if constexpr (Words == 0) {
      scratch_.resize(words);
      reached = scratch_.data();
    }
    std::uint64_t sum = 0;
    for (const std::uint32_t window : windows_) {
      std::uint64_t any = 0;
      for (std::uint32_t i = 0; i < words; ++i) {
        any |= reached[i] = next[i];
        out[i] = step.least == 0 ? next[i] : 0;
      }
      if (any != 0) {
        const std::uint64_t* const holds = masks_.row(window, step.argument);
        for (std::uint32_t times = 1; times <= step.most; ++times) {
          any = 0;
          for (std::uint32_t i = 0; i < words; ++i) {
            const std::uint64_t carry = i + 1 < words ? reached[i + 1] << 63 : 0;
            any |= reached[i] = holds[i] & (reached[i] >> 1 | carry);
          }
          if (any == 0) break;
          if (times < step.least) continue;
          for (std::uint32_t i = 0; i < words; ++i)
            out[i] |= reached[i];
        }
      }
      for (std::uint32_t i = 0; i < words; ++i)
        sum |= out[i];
      next += words;
      out += words;
    }
    return sum;
  }

  template <std::uint32_t Words>
  std::uint64_t sweep_jump(const instruction& step, const std::uint64_t* next,
                           std::uint64_t* out) const {
    const std::uint32_t words = Words == 0 ? words_ : Words;
    const std::vector<std::uint32_t>& all = text_.of_type(step.argument);
    auto one = first_behind(all, text_.windows()[windows_.front()].first_word * 64);
    std::uint64_t any = 0;
    for (const std::uint32_t window : windows_) {
      const std::uint32_t first = text_.windows()[window].first_word * 64;
      const std::uint32_t last = first + words * 64;
      for (std::uint32_t i = 0; i < words; ++i)
        out[i] = 0;
      while (one != all.end() && text_[*one].end < first)
        ++one;
      for (; one != all.end() && text_[*one].end < last; ++one) {
        if (text_[*one].crosses || !has(next, text_[*one].end - first)) continue;
        const std::uint32_t begin = text_[*one].begin - first;
        any |= out[begin / 64] |= std::uint64_t{1} << (begin % 64);
      }
      next += words;
      out += words;
    }
    return any;
  }

  const program_view& rules_;
  const lattice& text_;
  Masks& masks_;
  std::span<const std::uint32_t> windows_;
  std::uint32_t own_window_ = 0;
  std::uint32_t words_ = 0;                // of a window
  const std::uint64_t* present_ = nullptr; // the rows that are not empty in all windows
  std::vector<std::uint64_t> any_present_;
  std::vector<std::uint64_t> ends_; // the places where matches may end
  scratch<std::uint64_t> rows_;
  std::vector<std::uint32_t> places_; // by instruction: where its row is
  std::vector<std::uint64_t> open_;   // of neighbours, by the first: those whose needs are met
  std::vector<std::uint64_t> scratch_;
};

} // namespace hantext::rules::detail
